// What is asked before a conversation goes on by text: whether that is safe, where something came up that others must not read; by which
// number; and, of a number that we do not know to be theirs, the code that was texted to it.

import type { Instead } from '../../model/conversation.ts';
import { parsePhoneAsked } from '../../model/said/phone.ts';
import { sureFrom } from '../confidence.ts';
import { type Course, withLines, withState } from '../course.ts';
import { provedCustomer } from '../customer.ts';
import { type Known, mobileOf } from '../facts.ts';
import type { Understood } from '../heard.ts';
import { isQuiet } from '../quiet.ts';
import { checkCode, sendCode } from './code.ts';
import { moved } from './move.ts';
import { refusalOf } from './number.ts';
import { asking, endingOf, leave, saying } from './parts.ts';

type Step = (course: Course, said: Understood, known: Known) => Promise<Course | undefined> | Course | undefined;

/** Nothing is offered that was not first made sure to be safe. */
export function begin(course: Course, known: Known): Course {
  if (!isQuiet(course.state, known.world)) return whichNumber(course, known);
  return at(withLines(course, asking('safe', 'yes-no')), { step: 'safe' });
}

/** The answer to what was asked last; undefined when it is none, and something else is meant. */
export async function stepTaken(course: Course, said: Understood, known: Known): Promise<Course | undefined> {
  const { instead } = course.state;
  const is = said.control?.is;
  const isOff = is === 'cancel' || is === 'never_mind';
  if (instead === undefined) return undefined;
  if (isOff || (is === 'no' && instead.step !== 'known')) return leave(course, said, known);
  return await steps[instead.step](course, said, known);
}

const safe: Step = (course, said, known) => (said.control?.is === 'yes' ? whichNumber(course, known) : undefined);

const number: Step = async (course, said, known) => {
  const given = parsePhoneAsked(said.text);
  if (given !== undefined) return await numberGiven(course, given, known);
  if (!/\d{3}/.test(said.text)) return undefined;
  return withLines(course, { phrase: 'ask.again.phone', values: {}, asks: 'instead', expects: 'phone' });
};

const knownNumber: Step = async (course, said, known) => {
  const { instead } = course.state;
  const is = said.control?.is;
  if (is === 'yes' && instead?.number !== undefined) {
    const refusal = await refusalOf(instead.number, course, known);
    if (refusal === 'shared') return await sendCode(course, { number: instead.number }, known);
    return refusal === undefined ? await moved(course, instead.number, { said, known }) : refused(course, refusal);
  }
  const given = parsePhoneAsked(said.text);
  if (given !== undefined) return await numberGiven(course, given, known);
  return is === 'no' ? askNumber(course) : undefined;
};

const code: Step = async (course, said, known) => {
  const digits = said.text.replace(/\D/g, '');
  const another = digits.length > 8 ? parsePhoneAsked(said.text) : undefined;
  if (another !== undefined) return await numberGiven(course, another, known);
  if (digits.length >= 4) return await checkCode(course, digits, { said, known });
  const isMatter = said.control !== undefined || (said.guesses[0]?.confidence ?? 0) >= sureFrom;
  const { number: to = '' } = course.state.instead ?? {};
  return isMatter ? undefined : withLines(course, asking('code', 'reference', { ending: endingOf(to) }));
};

const steps: Readonly<Record<Instead['step'], Step>> = {
  safe,
  number,
  known: knownNumber,
  code,
  ready: () => undefined,
};

/** That of who has shown who they are, and that of this very conversation, are known. */
function whichNumber(course: Course, known: Known): Course {
  const { line } = course.state;
  const person = known.speaker ?? known.person;
  const isProved = person !== undefined && provedCustomer(course.state) !== undefined;
  const mobile = line?.number ?? (isProved ? mobileOf(person) : undefined);
  if (mobile === undefined) return askNumber(course);
  const question = asking('known', 'yes-no', { ending: endingOf(mobile) });
  return at(withLines(course, question), { step: 'known', number: mobile });
}

function askNumber(course: Course): Course {
  return at(withLines(course, asking('number', 'phone')), { step: 'number' });
}

async function numberGiven(course: Course, given: string, known: Known): Promise<Course> {
  const refusal = await refusalOf(given, course, known);
  return refusal === undefined || refusal === 'shared'
    ? await sendCode(course, { number: given }, known)
    : refused(course, refusal);
}

/** With what may help, and the question for another. */
function refused(course: Course, refusal: 'landline' | 'cannot'): Course {
  const told = { ...saying(refusal), asks: 'instead', expects: 'phone' as const };
  return at(withLines(course, told), { step: 'number' });
}

const at = (course: Course, instead: Instead): Course => withState(course, { instead });
