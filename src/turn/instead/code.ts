// A code by text to the number that was given, typed in the chat: it shows that who writes here has that phone. Three tries, some minutes.

import { fitted } from '../../model/gsm7.ts';
import { accentsIn } from '../accents.ts';
import { type Course, withEffects, withFact, withLines, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import type { Understood } from '../heard.ts';
import type { KeyedEffect } from '../turn.ts';
import { moved } from './move.ts';
import { asking, endingOf, leave, saying } from './parts.ts';

const mostTries = 3;

/** Counted by the number and by the chat, so that nobody’s phone is made to ring through the night. */
export async function sendCode(
  course: Course,
  { number, asks = 'code' }: { readonly number: string; readonly asks?: 'code' | 'code_old' },
  known: Known,
): Promise<Course> {
  const keys = keysOf(number, known).map((key) => `code-${key}`);
  if (await isLocked([...keys, ...keysOf(number, known)], known)) return locked(course);
  const { world, moment } = known;
  const { code, hash } = world.proofs.newCode();
  const until = new Date(moment.now.getTime() + world.landlord.proof.codeLastsMinutes * 60_000).toISOString();
  const asked = withLines(course, asking(asks, 'reference', { ending: endingOf(number) }));
  const waiting = withState(asked, { instead: { step: 'code', number, code: { hash, until, tries: 0 } } });
  return withEffects(
    { ...waiting, failedProofs: [...waiting.failedProofs, ...keys] },
    codeText(course, { number, code }, known),
  );
}

export async function checkCode(
  course: Course,
  typed: string,
  { said, known }: { readonly said: Understood; readonly known: Known },
): Promise<Course> {
  const { number = '', code } = course.state.instead ?? {};
  const { world, moment } = known;
  if (code === undefined || Date.parse(code.until) <= moment.now.getTime())
    return await sendCode(course, { number, asks: 'code_old' }, known);
  if (world.proofs.matches(typed, code.hash)) return await moved(course, number, { said, known });
  const tries = code.tries + 1;
  const counted = withFact(
    { ...course, failedProofs: [...course.failedProofs, ...keysOf(number, known)] },
    'proof.failed',
    undefined,
    { by: 'code' },
  );
  if (tries >= mostTries) return leave(counted, said, known, 'locked');
  const again = withLines(counted, asking('code_wrong', 'reference', { ending: endingOf(number) }));
  return withState(again, { instead: { step: 'code', number, code: { ...code, tries } } });
}

function locked(course: Course): Course {
  const { instead: _over, ...state } = course.state;
  return withLines({ ...course, state }, saying('locked'));
}

function keysOf(number: string, { received, conversation }: Known): readonly string[] {
  const { address } = received;
  return [`texting:${number}`, `texting:${address.channel === 'web' ? address.user : conversation.id}`];
}

async function isLocked(keys: readonly string[], { world, moment }: Known): Promise<boolean> {
  const { tries, waitMinutes } = world.landlord.proof;
  const since = new Date(moment.now.getTime() - waitMinutes * 60_000);
  const counts = await Promise.all(keys.map((key) => world.proofs.failures(key, since)));
  return counts.some((count, index) => count >= (keys[index]?.startsWith('code-') ? tries : mostTries));
}

/** Asked for, so it goes at any hour. */
function codeText(
  { state }: Course,
  to: { number: string; code: string },
  { world, conversation }: Known,
): KeyedEffect {
  const { phrases, landlord } = world;
  const { tag } = state.language;
  const language = phrases.languages.some((each) => each.tag === tag) ? tag : 'en';
  const said = phrases.say('identity.code_text', language, 'sms', { code: to.code, landlord: landlord.name });
  const text = fitted(said, accentsIn(language, state.accents?.is, landlord));
  const payload = { to: to.number, text, conversation: conversation.id };
  return { kind: 'sms.send', key: `sms:${to.number}`, payload };
}
