// Inbox, log and hub of a process in plain arrays, for tests of a door alone. It keeps the promises that a door relies on (once, numbered,
// told in order) and can be told to fail. `answer` stands where the turn would.

import type { Accepted, Hub, Inbox, Log } from '../../src/channels/channel.ts';
import { newConversationState, type Owner } from '../../src/model/conversation.ts';
import { customerMessage } from '../../src/model/customer-message.ts';
import type { Inbound, Message } from '../../src/model/message.ts';
import { OutsideError } from '../../src/model/outside-error.ts';

export interface InProcessConversations {
  readonly inbox: Inbox;
  readonly log: Log;
  readonly hub: Hub;
  readonly accepted: Inbound[];
  readonly typed: string[];
  /** Adds a message of the service or an agent, and tells of it. */
  say(conversation: string, text: string, more?: Partial<Message>): Message;
  /** The same, but tells nobody: as when the fan-out between instances fails. */
  sayUnheard(conversation: string, text: string): Message;
  /** Tells watchers that there may be more, without saying what. */
  nudge(conversation: string): void;
  watching(conversation: string): number;
  /** Gives it to somebody, as a handover does. */
  own(conversation: string, owner: Owner): void;
  fail: { save: boolean; read: boolean };
}

export function createInProcessConversations(answer: (inbound: Inbound) => string | undefined = () => undefined) {
  const logs = new Map<string, Message[]>();
  const seen = new Map<string, number>();
  const inbounds = new Map<string, Inbound>();
  const watchers = new Map<string, Set<(messages: readonly Message[]) => void>>();
  const owners = new Map<string, Owner>();
  const typists = new Map<string, Set<(from: 'agent' | 'customer' | 'service') => void>>();
  const fail = { save: false, read: false };
  const accepted: Inbound[] = [];
  const typed: string[] = [];

  const append = (message: Omit<Message, 'sequence'>): Message => {
    const lines = logs.get(message.conversation) ?? [];
    logs.set(message.conversation, lines);
    const numbered = { ...message, sequence: lines.length + 1 };
    lines.push(numbered);
    return numbered;
  };
  const tell = (conversation: string, messages: readonly Message[]) => {
    for (const heard of watchers.get(conversation) ?? []) heard(messages);
  };
  const spoken = (conversation: string, text: string, more: Partial<Message> = {}): Omit<Message, 'sequence'> => ({
    conversation,
    author: 'service',
    kind: 'message',
    text,
    language: 'en',
    data: { source: 'catalogue' },
    at: new Date('2026-11-02T10:00:01Z'),
    ...more,
  });
  const unavailable = () => new OutsideError('down', { system: 'store', code: 'unreachable', retryable: true });

  const inbox: Inbox = {
    async accept(inbound): Promise<Accepted> {
      await Promise.resolve();
      if (fail.save) throw unavailable();
      const key = `${inbound.conversation} ${inbound.channelMessageId}`;
      const known = seen.get(key);
      if (known !== undefined) return { is: 'repeat', sequence: known, answered: Promise.resolve() };
      accepted.push(inbound);
      inbounds.set(inbound.conversation, inbound);
      const line = append(customerMessage(inbound, 0));
      seen.set(key, line.sequence);
      tell(inbound.conversation, [line]);
      const reply = answer(inbound);
      if (reply !== undefined) {
        setImmediate(() =>
          tell(inbound.conversation, [append(spoken(inbound.conversation, reply, { replyTo: line.sequence }))]),
        );
      }
      return { is: 'saved', sequence: line.sequence, answered: Promise.resolve() };
    },
  };
  const log: Log = {
    async read(conversation, after, limit = 1_000) {
      await new Promise((resolve) => setImmediate(resolve));
      if (fail.read) throw unavailable();
      return (logs.get(conversation) ?? []).filter(({ sequence }) => sequence > after).slice(0, limit);
    },
    async find(id) {
      if (fail.read) throw unavailable();
      const first = inbounds.get(id);
      if (first === undefined) return undefined;
      const { address, receivedAt } = first;
      return {
        id,
        address,
        revision: 0,
        taken: 0,
        owner: owners.get(id) ?? { is: 'bot' },
        state: newConversationState,
        startedAt: receivedAt,
      };
    },
  };
  const hub: Hub = {
    watch: (conversation, heard) => add(watchers, conversation, heard),
    watchTyping: (conversation, heard) => add(typists, conversation, heard),
    typing(conversation, from) {
      typed.push(`${conversation} ${from}`);
      for (const heard of typists.get(conversation) ?? []) heard(from);
    },
  };
  const conversations: InProcessConversations = {
    inbox,
    log,
    hub,
    accepted,
    typed,
    fail,
    say(conversation, text, more) {
      const message = append(spoken(conversation, text, more));
      tell(conversation, [message]);
      return message;
    },
    sayUnheard: (conversation, text) => append(spoken(conversation, text)),
    nudge: (conversation) => tell(conversation, []),
    own: (conversation, owner) => void owners.set(conversation, owner),
    watching: (conversation) => watchers.get(conversation)?.size ?? 0,
  };
  return conversations;
}

function add<T>(to: Map<string, Set<T>>, key: string, item: T): () => void {
  const items = to.get(key) ?? new Set();
  to.set(key, items.add(item));
  return () => items.delete(item);
}
