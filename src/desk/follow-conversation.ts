// One page of the desk that watches one conversation: its messages, each once and in order, and the signs of the tenant that pass.

import type { Message } from '../model/message.ts';
import type { Receipt } from '../model/receipt.ts';
import { type LinkTo, readOn, viewMessage } from './conversation-view.ts';
import { type Looking, lookAt } from './lookers.ts';
import type { Agent, Conversations, DeskStore, Handover } from './ports.ts';
import type { FromPage } from './schema.ts';
import { readableBy, type Secrecy } from './secrecy.ts';
import { mayOpen } from './visible.ts';

export interface FollowOptions extends Looking {
  readonly store: DeskStore;
  readonly read: Conversations['read'];
  readonly find: Conversations['find'];
  readonly watch: (conversation: string, heard: (messages: readonly Message[]) => void) => () => void;
  readonly watchTyping: (conversation: string, heard: (from: 'agent' | 'customer' | 'service') => void) => () => void;
  readonly typing: (conversation: string) => void;
  readonly watchReceipts: (conversation: string, heard: (receipt: Receipt) => void) => () => void;
  readonly receipt: (conversation: string, receipt: Receipt) => void;
  readonly linkTo: LinkTo;
  readonly secrecy: Secrecy;
}

export interface Follower {
  readonly agent: Agent;
  send(content: Readonly<Record<string, unknown>>): void;
  /** The log could not be read now. */
  failed(): void;
}

/** A question and its answer lie no further apart. */
const linesAround = 20;

/** Whatever is announced, what is sent is read from the log after the last one sent. */
export function follow(
  follower: Follower,
  { conversation, after }: { readonly conversation: string; readonly after: number },
  options: FollowOptions,
): () => void {
  const { agent, send } = follower;
  let sent = after;
  let revision: number | undefined;
  let reading = Promise.resolve();
  const pass = (message: Message, isTheirs: boolean) => {
    if (message.sequence <= sent) return;
    send({ type: 'message', conversation, message: viewMessage(message, options.linkTo) });
    sent = message.sequence;
    if (message.author === 'customer' && isTheirs)
      options.receipt(conversation, { from: 'agent', as: 'delivered', sequence: sent });
  };
  const sendNew = async () => {
    // A conversation may have become a restricted one of another team since it was opened.
    const handovers = await options.store.handoversOf(conversation);
    if (!mayOpen(agent, handovers)) return leave();
    // Whether a line may be read is told by those around it.
    const lines = await readOn(options.read, conversation, Math.max(0, sent - linesAround));
    const isTheirs = handovers.some((each) => isOf(agent, each));
    const before = sent;
    for (const message of readableBy(agent, lines, { handovers, secrecy: options.secrecy })) pass(message, isTheirs);
    await tellOfChange(sent > before);
  };
  /** A note, or whose it is: nothing was said, and still it is not as it was. */
  const tellOfChange = async (isToldByMessage: boolean) => {
    const is = (await options.find(conversation))?.revision;
    if (revision !== undefined && is !== revision && !isToldByMessage) send({ type: 'changed', conversation });
    revision = is;
  };
  const catchUp = () => {
    reading = reading.then(sendNew).catch(() => follower.failed());
  };
  const tell = (agents: readonly string[]) => send({ type: 'looking', conversation, agents });
  const stops = [
    lookAt(conversation, { agent, tell }, options),
    options.watch(conversation, catchUp),
    options.watchTyping(conversation, (who) => {
      if (who === 'customer') send({ type: 'typing', conversation, from: who });
    }),
    options.watchReceipts(conversation, ({ from, as, sequence }) => {
      if (from === 'customer') send({ type: 'receipt', conversation, as, sequence });
    }),
  ];
  const end = () => {
    for (const stop of stops) stop();
  };
  const leave = () => {
    end();
    send({ type: 'not-there', conversation });
  };
  catchUp();
  return end;
}

type Sign = Extract<FromPage, { type: 'typing' | 'seen' }>;

/** That an agent writes, or has read: a tenant is told of the eyes of the one whom they speak with, of nobody else's. */
export async function passOn(
  sign: Sign,
  agent: Agent,
  { store, typing, receipt }: Pick<FollowOptions, 'store' | 'typing' | 'receipt'>,
): Promise<void> {
  const { conversation } = sign;
  if (sign.type === 'typing') return typing(conversation);
  const handovers = await store.handoversOf(conversation);
  if (handovers.some((each) => isOf(agent, each)))
    receipt(conversation, { from: 'agent', as: 'read', sequence: sign.sequence });
}

const isOf = (agent: Agent, { state, agent: taker }: Handover): boolean => state === 'accepted' && taker === agent.id;
