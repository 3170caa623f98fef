// The facts of what a message tells, to be seen in one look, beside the words that tell it.

export interface Card {
  readonly kind: 'repair' | 'visit' | 'case';
  readonly title: string;
  readonly facts: readonly Fact[];
  /** What the customer may say next: each is sent as their own words. */
  readonly actions: readonly string[];
}

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** As an Adaptive Card, which Web Chat and Bot Framework's channels know. A string as data is sent as the customer's words. */
export function adaptiveCard({ title, facts, actions }: Card, language: string) {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.3',
      lang: language,
      body: [
        { type: 'TextBlock', text: title, weight: 'Bolder', wrap: true },
        { type: 'FactSet', facts: facts.map(({ label, value }) => ({ title: label, value })) },
      ],
      actions: actions.map((words) => ({ type: 'Action.Submit', title: words, data: words })),
    },
  };
}
