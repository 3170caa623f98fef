// How a tenant hears what they did not ask for: in the conversation that it is about, and besides in the way that they prefer. What
// they never want is not used; where that leaves nothing of ours, a person reaches them.

import type { Conversation } from '../../model/conversation.ts';
import { fitted } from '../../model/gsm7.ts';
import type { Person } from '../../model/person.ts';
import { accentsIn, accentsOf, withAccents } from '../accents.ts';
import { type Course, withEffects, withLines, withState } from '../course.ts';
import { isDiscreet } from '../dialog/discreet.ts';
import { mobileOf } from '../facts.ts';
import type { Line } from '../line.ts';
import { pageFor, sayLine } from '../reply/compose.ts';
import type { Turn } from '../turn.ts';
import type { Moment, World } from '../world.ts';

export interface Ways {
  /** Whether the message in the conversation is sent, where its channel sends. */
  readonly here: NonNullable<Turn['notice']>;
  /** A mobile on file that gets it as a text besides: nobody sits before a closed page. */
  readonly mobile?: string;
  /** How a person of ours reaches them: telephone, email, post; `none-left` where they refuse all of these. */
  readonly person?: string;
  /** The number that would get the text has stopped them. */
  readonly stopped?: true;
}

const byPeople = ['telephone', 'email', 'post'];

export async function waysTo(
  { address, state }: Conversation,
  person: Person | undefined,
  { texts }: Pick<World, 'texts'>,
): Promise<Ways> {
  const { avoid = [], never = [] } = person?.contact ?? {};
  const refused = [...avoid, ...never];
  const mobile = refused.includes('sms') ? undefined : textTo(person);
  if (address.channel !== 'sms') return onWeb(mobile, { person, isStopped: await isOut(mobile, texts) });
  // Whoever has the number now hears nothing of the one before.
  const isStopped = state.doubted !== undefined || (await texts.isOut(address.number));
  const isKept = isStopped || refused.includes('sms');
  return { here: isKept ? 'kept' : 'sent', ...byHand(person, { isNeeded: isKept, isStopped }) };
}

const isOut = async (number: string | undefined, texts: World['texts']): Promise<boolean> =>
  number !== undefined && texts.isOut(number);

/** Nobody sits before a closed page: where no text may say it, a person does. */
function onWeb(
  mobile: string | undefined,
  { person, isStopped }: { readonly person: Person | undefined; readonly isStopped: boolean },
): Ways {
  const text = isStopped || mobile === undefined ? {} : { mobile };
  return { here: 'sent', ...text, ...byHand(person, { isNeeded: isStopped, isStopped }) };
}

/** @param isNeeded nothing of ours reaches them, whatever they prefer */
function byHand(
  person: Person | undefined,
  { isNeeded, isStopped }: { readonly isNeeded: boolean; readonly isStopped: boolean },
): Pick<Ways, 'person' | 'stopped'> {
  const { prefer, avoid = [], never = [] } = person?.contact ?? {};
  const others = byPeople.filter((way) => ![...avoid, ...never].includes(way));
  const way = byPerson(prefer, isNeeded ? others : []) ?? (isStopped ? 'none-left' : undefined);
  return { ...(way !== undefined && { person: way }), ...(isStopped && { stopped: true }) };
}

/** Who prefers another way gets no text. */
function textTo(person: Person | undefined): string | undefined {
  const prefer = person?.contact?.prefer ?? 'sms';
  return prefer === 'sms' ? mobileOf(person) : undefined;
}

/** @param others that are left where the conversation itself cannot be used */
function byPerson(prefer: string | undefined, others: readonly string[]): string | undefined {
  return prefer !== undefined && byPeople.includes(prefer) ? prefer : others[0];
}

interface Telling {
  readonly conversation: Conversation;
  readonly person: Person | undefined;
  readonly ways: Ways;
  readonly world: World;
  readonly moment: Moment;
}

/** The language is the conversation's; where nobody has chosen or shown one, that on file. */
export function withNews(course: Course, line: Line, telling: Telling): Course {
  const { conversation, ways, person, world } = telling;
  const { tag, from } = course.state.language;
  const onFile = person?.language;
  const isKnown = onFile !== undefined && world.phrases.languages.some((each) => each.tag === onFile);
  const language = from === 'default' && isKnown ? onFile : tag;
  const wished = withState(course, withAccents(course.state, person, telling.moment.now));
  const told = withLines(wished, language === tag ? line : { ...line, language });
  if (ways.mobile === undefined) return told;
  const audience = {
    ...world,
    language,
    channel: 'sms',
    now: telling.moment.now,
    isDiscreet: (enquiry: string) => isDiscreet(enquiry, world.playbook),
  } as const;
  const text = fitted(sayLine(line, audience), accentsIn(language, accentsOf(person), world.landlord));
  const page = pageFor(line, audience);
  const about = { to: ways.mobile, text, conversation: conversation.id };
  const payload = { ...about, ...(page !== undefined && { page: { language, ...page } }) };
  return withEffects(told, { kind: 'sms.send', key: `sms:${ways.mobile}`, payload });
}
