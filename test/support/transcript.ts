// Transcripts played through the real turn: real dialogs, catalogues, landlord pack and rules.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Case, NewCase } from '../../src/model/case.ts';
import type { ContactRoute } from '../../src/model/contact-route.ts';
import { type Conversation, newConversationState } from '../../src/model/conversation.ts';
import type { Address, Inbound } from '../../src/model/message.ts';
import type { Act, OpenPromise } from '../../src/turn/act.ts';
import { takeAct } from '../../src/turn/take-act.ts';
import { takeTurn } from '../../src/turn/take-turn.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { aWorld, type TestWorld } from './world.ts';

export interface Expected {
  readonly phrases?: readonly string[];
  readonly text?: readonly string[];
  readonly not?: readonly string[];
  readonly asks?: string | null;
  readonly expects?: string;
  readonly options?: readonly string[];
  readonly outcome?: string;
  readonly enquiry?: string;
  readonly language?: string;
  /** What the person who is brought in should bring. */
  readonly skills?: readonly string[];
  readonly replies?: number;
  readonly effects?: readonly string[];
  /** What is opened: a case or a task. */
  readonly case?: Record<string, unknown>;
  readonly owner?: string;
  /** What stands before the link to a text that is too long; null where it tells nothing. */
  readonly gist?: Readonly<Record<string, string>> | null;
  /** The card of one of the replies: its kind, and the values that stand on it; `null`: none has one. */
  readonly card?: {
    readonly kind: string;
    readonly values: readonly string[];
    readonly actions?: readonly string[];
  } | null;
}

export interface Line {
  readonly say?: string;
  readonly value?: string;
  /** A photograph comes with it; several have ids of their own. */
  readonly photo?: boolean | string;
  readonly keyword?: 'stop' | 'start' | 'help';
  readonly event?: string;
  /** Written by the other end of the conversation. */
  readonly by?: 'web' | 'sms';
  readonly act?: { readonly is: Act['is'] } & Record<string, unknown>;
  readonly after?: string;
  readonly housing?: 'away' | 'back';
  readonly expect?: Expected;
}

export interface Transcript {
  readonly about: string;
  readonly channel: 'web' | 'sms' | 'bot-framework';
  /** Whose pack in `landlords/`; without it the demonstration's. Its people are in every landlord's homes. */
  readonly landlord?: string;
  readonly from?: string;
  readonly clock?: string;
  readonly locale?: string;
  readonly identity?: string;
  readonly agents?: number;
  /** How long others waited of late; without it nobody knows. */
  readonly waitMinutes?: number;
  /** What the agents who are there say of themselves. */
  readonly skills?: readonly string[];
  /** From the start; a line may take it away or bring it back. */
  readonly housing?: 'away';
  /** Cases that the housing system has already. */
  /** What the conversation is in already. */
  readonly language?: Conversation['state']['language'];
  readonly cases?: readonly Partial<Case>[];
  /** What stands promised. */
  readonly promises?: readonly (Omit<Partial<OpenPromise>, 'madeAt'> & { readonly id: string })[];
  /** Formats that the service makes by itself; without it people make them all. */
  readonly makes?: readonly string[];
  /** Numbers that have stopped texts; those with which another conversation is open. */
  readonly stopped?: readonly string[];
  readonly busy?: readonly string[];
  /** The agreed route of somebody on file. */
  readonly route?: Omit<ContactRoute, 'id'>;
  readonly turns: readonly Line[];
}

const folder = 'test/conversations';
const minutes = { m: 1, h: 60, d: 1440 } as const;

/** Every transcript under its file's name without the ending, as `repair.report.web.en`. */
export function readTranscripts(): readonly (readonly [name: string, Transcript])[] {
  return readdirSync(folder)
    .filter((each) => each.endsWith('.yaml'))
    .map((file) => [basename(file, '.yaml'), parse(readFileSync(join(folder, file), 'utf8')) as Transcript]);
}

export interface Stage {
  readonly world: TestWorld;
  /** The conversation after the lines that were played. */
  readonly conversation: () => Conversation;
  /** Takes a line as a turn would be taken, and keeps what it leaves: state, owner, what the housing system is told. */
  play(line: Line): Promise<Turn>;
}

/** An empty conversation on the transcript's channel, at its time, with its person, agents and cases. */
export function stageOf(
  transcript: Omit<Transcript, 'turns' | 'about'>,
  { translator }: { readonly translator?: TestWorld['translator'] } = {},
): Stage {
  let now = new Date(transcript.clock ?? '2026-11-23T10:00:00Z');
  let sequence = 0;
  const world = aWorld({
    now: () => now,
    landlord: transcript.landlord,
    agents: transcript.agents ?? 1,
    makes: transcript.makes,
    translator,
    waitMinutes: transcript.waitMinutes,
    ...(transcript.skills !== undefined && { skills: transcript.skills }),
    routes: transcript.route ? [{ id: '1', ...transcript.route }] : [],
  });
  world.housing.away = transcript.housing === 'away';
  for (const each of transcript.stopped ?? []) world.stopped.add(each);
  for (const each of transcript.busy ?? []) world.busy.add(each);
  for (const each of transcript.cases ?? []) {
    world.housing.write({ kind: 'housing.create-case', payload: each as NewCase }, now);
  }
  for (const each of transcript.promises ?? []) {
    const known = { conversation: 'conversation-1', madeAt: now, restricted: false };
    world.promised.set(each.id, { ...known, ...each } as OpenPromise);
  }
  let conversation: Conversation = {
    id: 'conversation-1',
    address: addressOf(transcript),
    revision: 0,
    taken: 0,
    owner: { is: 'bot' },
    state: { ...newConversationState, ...(transcript.language && { language: transcript.language }) },
    startedAt: now,
  };
  const play = async (line: Line) => {
    sequence += 1;
    now = new Date(now.getTime() + 5_000 + waited(line.after) * 60_000);
    if (line.housing !== undefined) world.housing.away = line.housing === 'away';
    conversation = { ...conversation, address: addressBy(line, conversation) };
    const turn = await take(line, conversation, { world, now, sequence, transcript });
    for (const effect of turn.effects) world.housing.write(effect, now);
    world.failed.push(...turn.failedProofs);
    if (turn.facts.some(({ name }) => name === 'survey.asked')) world.surveyed.push(now);
    for (const made of turn.promises) keepPromise(world, made, now);
    const state = JSON.parse(JSON.stringify(turn.state)) as Conversation['state'];
    const address = turn.moves?.address ?? conversation.address;
    conversation = { ...conversation, state, address, owner: turn.owner, revision: sequence, taken: sequence };
    return turn;
  };
  return { world, conversation: () => conversation, play };
}

function addressOf({ channel, from }: Pick<Transcript, 'channel' | 'from'>): Address {
  if (channel === 'sms') return { channel, number: from ?? '+447700900199', ours: '+447700900000', account: 'AC1' };
  return channel === 'web' ? { channel, user: 'dl_tenant' } : { channel, reference: {} };
}

/** Whoever writes is reached there from then on, as the store has it. */
function addressBy({ by }: Line, { address, state }: Conversation): Address {
  if (by === 'web') return { channel: 'web', user: 'dl_tenant' };
  const { number = '', ours = '', account = '' } = state.line ?? {};
  return by === 'sms' ? { channel: 'sms', number, ours, account } : address;
}

function waited(after = '0m'): number {
  return Number(after.slice(0, -1)) * minutes[after.slice(-1) as 'm' | 'h' | 'd'];
}

interface Scene {
  readonly world: TestWorld;
  readonly now: Date;
  readonly sequence: number;
  readonly transcript: Omit<Transcript, 'turns' | 'about'>;
}

async function take(line: Line, conversation: Conversation, scene: Scene): Promise<Turn> {
  const { world, now } = scene;
  if (line.act === undefined)
    return takeTurn({ ...inbound(line, conversation, scene), sequence: scene.sequence }, conversation, world, { now });
  const agent = { id: 'agent-1', name: 'Sam', teams: ['contact-centre'] };
  const act = {
    agent,
    clientMessageId: 'm1',
    seenSequence: scene.sequence,
    text: '',
    outcome: 'done',
    ...line.act,
  } as unknown as Act;
  const done = await takeAct(act, conversation, world, { now });
  if ('is' in done) throw new Error(`The act was refused: ${done.because}`);
  return done;
}

function inbound(line: Line, conversation: Conversation, { transcript, now, sequence }: Scene): Inbound {
  const until = new Date(now.getTime() + 3_600_000).toISOString();
  return {
    conversation: conversation.id,
    address: conversation.address,
    channelMessageId: `message-${sequence}`,
    kind: line.event === undefined ? 'message' : 'event',
    text: line.say ?? line.value ?? line.keyword ?? '',
    ...(line.event !== undefined && { name: line.event }),
    ...(line.value !== undefined && { value: line.value }),
    ...(transcript.locale !== undefined && { locale: transcript.locale }),
    ...(line.keyword !== undefined && { keyword: { is: line.keyword, word: line.keyword, answered: false } }),
    ...(transcript.identity !== undefined && { identity: { person: transcript.identity, until } }),
    attachments: photosOf(line),
    receivedAt: now,
  };
}

function photosOf({ photo }: Line): Inbound['attachments'] {
  if (photo === undefined || photo === false) return [];
  return [{ id: photo === true ? 'file-1' : photo, name: 'photo.jpg', contentType: 'image/jpeg', bytes: 1000 }];
}

/** Numbered in the order in which they were made. */
function keepPromise(world: TestWorld, made: Turn['promises'][number], madeAt: Date): void {
  const id = `${world.made.length + 1}`;
  world.made.push({ ...made, id, conversation: 'conversation-1', madeAt, restricted: false });
}
