// Every dialog in every language of the catalogues, on the web and by text, with no translation service: begun, answered to its end
// with whatever is asked, and said in that language from the first word to the last.

import { expect } from 'chai';
import { phrasesOf } from '../../src/content/catalogue.ts';
import { readLocales } from '../../src/content/read-locales.ts';
import { filesIn } from '../../src/content/yaml-file.ts';
import { newConversationState } from '../../src/model/conversation.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

/** More than any dialog asks. */
const mostAnswers = 40;
const plainAnswers: Readonly<Record<string, string>> = {
  text: '12 Mill Lane, AW1 2BD',
  date: '3/12/2026',
  phone: '07700 900777',
  email: 'somebody@example.com',
  postcode: 'AW1 2BD',
  reference: 'TEN-100101',
  amount: '£20',
};
/** Letters of their own: what is said must be in them. */
const scripts: Readonly<Record<string, RegExp>> = {
  uk: /\p{Script=Cyrillic}/gu,
  ur: /\p{Script=Arabic}/gu,
  ar: /\p{Script=Arabic}/gu,
  pa: /\p{Script=Gurmukhi}/gu,
  bn: /\p{Script=Bengali}/gu,
};

const { playbook } = readAll();
const { catalogue } = readLocales(filesIn(process.cwd()));
/** Those that the pack does not speak yet as well. */
const phrases = phrasesOf(
  catalogue,
  catalogue.languages.map(({ tag }) => tag),
);

interface Spoken {
  readonly tag: string;
  readonly channel: 'web' | 'sms';
}

/** A stage whose tenant has chosen the language, and whose first message is of one enquiry. */
function begin(name: string, { tag, channel }: Spoken): Stage {
  const language = { tag, from: 'chosen' } as const;
  const stage = stageOf({ channel, locale: tag, language: { ...newConversationState.language, ...language } });
  const { recogniser, danger } = stage.world;
  let isFirst = true;
  const once = <Value>(first: Value, later: Value): Value => (isFirst ? first : later);
  Object.assign(stage.world, {
    phrases,
    recogniser: {
      recognise: (text: string, heard: string) =>
        once([{ enquiry: name, confidence: 1 }], recogniser.recognise(text, heard)),
    },
    danger: {
      ...danger,
      find: (text: string) => once(playbook.get(name)?.urgent ? [name] : [], danger.find(text)),
      unsure: (...given: Parameters<typeof danger.unsure>) => once(undefined, danger.unsure(...given)),
    },
  });
  const play: Stage['play'] = async (line) => {
    const turn = await stage.play(line);
    isFirst = false;
    return turn;
  };
  return { ...stage, play };
}

interface Asked {
  readonly expects: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly asks: string;
}

/** In the words of the language; who is asked for a language names their own. */
function answerTo({ expects, options, asks }: Asked, tag: string): string {
  if (asks === 'language') return phrases.languages.find((each) => each.tag === tag)?.name ?? tag;
  const own = options.find(({ value }) => value === tag)?.label;
  if (own !== undefined) return own;
  const wanted = asks === 'wish' ? options.find(({ value }) => value === 'other') : undefined;
  if (expects === 'choice') return (wanted ?? options[0])?.label ?? '1';
  if (expects === 'photo') return phrases.words('skip', tag)[0] ?? 'skip';
  return expects === 'yes-no' ? phrases.say('talk.yes', tag, 'web', {}) : (plainAnswers[expects] ?? '1');
}

async function playThrough(dialog: string, spoken: Spoken): Promise<readonly Turn[]> {
  const { tag } = spoken;
  const stage = begin(dialog, spoken);
  const turns = [await stage.play({ say: phrases.say(`label.${dialog}`, tag, 'web', {}) })];
  for (let count = 0; count < mostAnswers; count += 1) {
    const asked = turns.at(-1)?.replies.findLast(({ data }) => data.asks !== undefined || data.expects !== undefined);
    if (asked === undefined || stage.conversation().owner.is !== 'bot' || stage.conversation().state.stack.length === 0)
      return turns;
    const { expects = 'text', options = [], asks = '' } = asked.data;
    const say = answerTo({ expects, options, asks }, tag);
    turns.push(await stage.play({ say }));
  }
  throw new Error('It goes on asking.');
}

/** Replies that are not in the language: by their tag, or because most of their letters are of another script. */
function strange(turns: readonly Turn[], tag: string): readonly string[] {
  const script = scripts[tag];
  return turns
    .flatMap(({ replies }) => replies)
    .filter(({ kind, text, language }) => {
      if (kind !== 'message') return false;
      if (language !== tag) return true;
      const letters = text.match(/\p{L}/gu)?.length ?? 0;
      return script !== undefined && letters > 40 && (text.match(script)?.length ?? 0) < letters / 3;
    })
    .map(({ text, language }) => `${language}: ${text}`);
}

describe('every dialog in every language', function () {
  this.timeout(300_000);
  const dialogs = [...playbook].filter(([, { called }]) => !called).map(([name]) => name);

  for (const { tag, name } of phrases.languages) {
    for (const channel of ['web', 'sms'] as const) {
      it(`is said from beginning to end in ${name}, ${channel === 'web' ? 'on the web' : 'by text'}`, async () => {
        const wrong: string[] = [];
        for (const dialog of dialogs) {
          try {
            const turns = await playThrough(dialog, { tag, channel });
            wrong.push(...strange(turns, tag).map((each) => `${dialog}: ${each}`));
            if (turns.flatMap(({ replies }) => replies).length === 0) wrong.push(`${dialog}: says nothing`);
          } catch (error) {
            wrong.push(`${dialog}: ${error instanceof Error ? error.message : 'failed'}`);
          }
        }
        expect(dialogs.length).to.be.at.least(73);
        expect(wrong).to.deep.equal([]);
      });
    }
  }
});
