// botbuilder's handler of what a skill sends, without its two ways out: a channel to send on to, and a storage of its own.

import {
  BotAdapter,
  CloudSkillHandler,
  type ConversationReference,
  type ResourceResponse,
  SkillConversationIdFactoryBase,
  type SkillConversationReference,
  TurnContext,
} from 'botbuilder';

export type Authentication = ConstructorParameters<typeof CloudSkillHandler>[3];

/** @param about `find` throws for an id that names no conversation; `tell` is called once for an activity, of whatever kind */
export function createHandler(about: {
  readonly find: (id: string) => Promise<void>;
  readonly tell: () => Promise<ResourceResponse>;
  readonly authentication: Authentication;
}): CloudSkillHandler {
  const { find, tell, authentication } = about;
  const logic = async () => void (await tell());
  return new CloudSkillHandler(new Relay(tell), logic, new Handovers(find), authentication);
}

/** Where botbuilder would send a message on to a channel, it is told. */
class Relay extends BotAdapter {
  readonly #tell: () => Promise<ResourceResponse>;

  constructor(tell: () => Promise<ResourceResponse>) {
    super();
    this.#tell = tell;
  }

  override async continueConversationAsync(...given: readonly unknown[]): Promise<void> {
    const [, reference] = given as [unknown, Partial<ConversationReference>];
    const logic = given.at(-1) as (context: TurnContext) => Promise<void>;
    await logic(new TurnContext(this, TurnContext.applyConversationReference({ type: 'event' }, reference, true)));
  }

  override async continueConversation(): Promise<void> {
    throw new Error('NotImplemented');
  }

  override async sendActivities(): Promise<ResourceResponse[]> {
    return [await this.#tell()];
  }

  override async updateActivity(): Promise<void> {
    throw new Error('NotImplemented');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('NotImplemented');
  }
}

/** The id of a conversation with the skill is that of its handover: nothing is kept of it beside. */
class Handovers extends SkillConversationIdFactoryBase {
  readonly #find: (handover: string) => Promise<void>;

  constructor(find: (handover: string) => Promise<void>) {
    super();
    this.#find = find;
  }

  override async getSkillConversationReference(handover: string): Promise<SkillConversationReference> {
    await this.#find(handover);
    const conversation = { id: handover };
    return { conversationReference: { conversation } as ConversationReference, oAuthScope: '' };
  }

  override async deleteConversationReference(): Promise<void> {
    // What has ended says the conversation itself.
  }
}
