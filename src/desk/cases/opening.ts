// What the page sends to open a case, as the dialog would have been told it.

import type { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import type { Conversation, Slots } from '../../model/conversation.ts';
import type { Landlord } from '../../model/landlord.ts';
import type { Message } from '../../model/message.ts';
import { parsePhone } from '../../model/said/phone.ts';
import type { OpenCase } from '../../turn/cases/act.ts';
import type { ViewSources } from '../conversation-view.ts';
import { sure } from '../requests.ts';
import type { Kinds } from './kinds.ts';
import type * as schema from './schema.ts';

type Sent = z.output<typeof schema.OpenCase>;
type Answers = Omit<Sent, 'requestId' | 'about' | 'toldIn' | 'language' | 'reveals'>;

interface From {
  readonly kinds: Kinds;
  readonly view: Pick<ViewSources, 'read'>;
  readonly landlord: Landlord;
}

/** @throws Problem 400 where it is about nothing that there is, or the number is none */
export async function openingOf(
  sent: Sent,
  { id, state }: Conversation,
  { kinds, view, landlord }: From,
): Promise<Omit<OpenCase, 'agent'>> {
  const { requestId: request, about, toldIn: sequence, language: said, reveals, ...answers } = sent;
  if (![...kinds.cases, ...kinds.tasks].includes(about)) throw wrong('about', 'is no enquiry of /cases/kinds');
  const message = await toldIn(sequence, id, view);
  const [own = 'en'] = landlord.languages;
  const isTheirs = message?.text.trim() === answers.words;
  const language = said ?? (isTheirs ? state.language.tag : own);
  const told = message === undefined ? {} : { toldAt: message.at.toISOString() };
  return { is: 'case-opened', request, about, slots: slotsOf(answers), language, ...told, ...sure(reveals) };
}

/** The tenant's message of this number. @throws Problem 400 where there is none */
export async function toldIn(
  sequence: number | undefined,
  conversation: string,
  { read }: Pick<ViewSources, 'read'>,
): Promise<Message | undefined> {
  if (sequence === undefined) return undefined;
  const [message] = await read(conversation, sequence - 1, 1);
  if (message?.sequence !== sequence || message.author !== 'customer')
    throw wrong('toldIn', 'is no message of the tenant');
  return message;
}

/** The dialog's own question that each answers, where that has another name. */
const slotNames: Readonly<Record<string, string>> = {
  unsafe: 'unsafe_what',
  howLong: 'how_long',
  theirName: 'their_name',
  agreedTo: 'agreed_to',
  safeHere: 'safe',
};

/** As the answers to the dialog's own questions. */
function slotsOf({ agreed, ...sent }: Answers): Slots {
  const phone = sent.phone === undefined ? undefined : parsePhone(sent.phone);
  if (sent.phone !== undefined && phone === undefined) throw wrong('phone', 'is no telephone number');
  const isForOther = (sent.relation ?? sent.theirName) !== undefined;
  const said = {
    ...sent,
    phone,
    ...(sent.unsafe !== undefined && { hazard: true }),
    ...(isForOther ? { for_whom: 'other', authority: agreed } : { consent: agreed }),
  };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  const asSaid = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);
  return Object.fromEntries(given.map(([name, value]) => [slotNames[name] ?? name, asSaid(value)])) as Slots;
}

function wrong(field: string, why: string): Problem {
  return new Problem(400, 'bad-request', { title: 'The request could not be read.', detail: `${field}: ${why}` });
}
