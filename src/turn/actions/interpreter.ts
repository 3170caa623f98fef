// An interpreter, a signer or a translation: asked for from the team that books them, and kept on the record, so that nobody has to ask
// for it at the next contact. None is refused, and no reason is asked for.

import type { Need } from '../../model/person.ts';
import { clockAt } from '../../model/said/clock.ts';
import { firstDay } from '../../model/said/first-day.ts';
import { languageNamed } from '../../model/said/language-name.ts';
import { folded, plain } from '../../model/said/plain.ts';
import { type SignSupport, signSupport } from '../../model/said/sign-support.ts';
import { type ActionInput, action } from '../action.ts';
import { profileChange } from './access.ts';
import { fileTask, openDay, ownWords, receivedOn, referenceFor, told, workingDay } from './filing.ts';
import { aboutThem } from './whose.ts';

export const requestLanguage = action(['requested', 'noted'], ['reference', 'by', 'team'], (input) => {
  const need = told(input, 'need') ?? 'interpreter';
  const reference = referenceFor(input, 'TSK', 'language');
  const appointment = appointmentOf(input);
  const due = dueBy(input, appointment.date);
  const sign = signTold(input);
  const language = told(input, 'language') ?? (sign === undefined ? null : signSupport[sign]);
  const details = { need, language, ...appointment, ...wishesOf(input) };
  const filed = fileTask(input, {
    reference,
    kind: need,
    words: ownWords(input, 'language', 'appointment'),
    due,
    details,
  });
  const noted = need === 'translation' ? [] : noteNeed(input, need);
  const slots = { reference, by: due, team: filed.team };
  const outcome = noted.length > 0 ? 'noted' : 'requested';
  return { outcome, slots, ...filed, effects: [...filed.effects, ...noted] };
});

/** As they said it, and what we understood of it: who books it sees both. */
function appointmentOf(input: ActionInput): { appointment?: string; date?: string; time?: string } {
  const said = told(input, 'appointment');
  if (said === undefined) return {};
  const [date, time] = [firstDay(said, input.received.receivedAt), timeIn(said)];
  return { appointment: said, ...(date !== undefined && { date }), ...(time !== undefined && { time }) };
}

/** `14:30`, where a time stands in it. */
function timeIn(text: string): string | undefined {
  const line = folded(plain(text)).toLowerCase();
  for (let at = 0; at < line.length; at += 1) {
    const from = /[\p{L}\d]/u.test(line[at - 1] ?? ' ') ? undefined : clockAt(line, at)?.span.from;
    if (from !== undefined) {
      return `${String(Math.floor(from / 60)).padStart(2, '0')}:${String(from % 60).padStart(2, '0')}`;
    }
  }
  return undefined;
}

/** What is for a day is booked by that day at the latest. */
function dueBy(input: ActionInput, date: string | undefined): string {
  const usual = openDay(input, input.world.landlord.handover.callbackWorkingDays);
  return date !== undefined && date >= receivedOn(input) && date < usual ? date : usual;
}

const asked = { interpreter_for: 'for', interpreter_by: 'interpreterBy', bsl_by: 'joins' } as const;

/** What was skipped, or all the same to them, is not in it. */
function wishesOf(input: ActionInput): Readonly<Record<string, string>> {
  const wishes = Object.entries(asked).map(([slot, name]) => [name, told(input, slot)?.replaceAll('_', '-')] as const);
  return Object.fromEntries(
    wishes.filter((wish): wish is [(typeof wish)[0], string] => wish[1] !== undefined && wish[1] !== 'either'),
  );
}

/** An agent reads it first at every contact, and who comes to the home what to do at the door. Nothing where it stands there already. */
function noteNeed(input: ActionInput, kind: string) {
  const what = inEnglish(input, kind);
  const { interpreterBy } = wishesOf(input);
  const adjustment = interpreterBy === undefined ? what : `${what}, a ${interpreterBy}`;
  const isThere = (aboutThem(input).person?.needs ?? []).some(({ adjustments = [] }) =>
    adjustments.includes(adjustment),
  );
  if (isThere) return [];
  const isForCalls = told(input, 'interpreter_for') === 'calls';
  const need: Need = {
    kind: 'interpreter',
    adjustments: [adjustment],
    ...(!isForCalls && { instruction: `bring or ring ${article(what)} ${what}` }),
    since: workingDay(input, 0),
    until: 'long-term',
  };
  return profileChange(input, { needs: { add: [need] } });
}

/** Staff read English: the language by its English name, and the words themselves where they say more, a dialect say. */
function inEnglish(input: ActionInput, kind: string): string {
  const sign = signTold(input) ?? (kind === 'bsl' ? 'bsl' : undefined);
  return sign === undefined ? spokenInEnglish(input) : signSupport[sign] + byVideo(input);
}

const byVideo = (input: ActionInput): string => (told(input, 'bsl_by') === 'video' ? ' by video' : '');

function spokenInEnglish(input: ActionInput): string {
  const said = (told(input, 'language') ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const tag = languageNamed(said);
  const name = tag === undefined ? undefined : englishNames.of(tag);
  if (name === undefined) return said === '' ? 'interpreter' : `interpreter (${said})`;
  return said.split(' ').length > 1 ? `${name} interpreter (${said})` : `${name} interpreter`;
}

function signTold(input: ActionInput): SignSupport | undefined {
  const sign = told(input, 'sign');
  return sign !== undefined && sign in signSupport ? (sign as SignSupport) : undefined;
}

const article = (what: string): string => (/^[aeio]/i.test(what) ? 'an' : 'a');

const englishNames = new Intl.DisplayNames(['en'], { type: 'language' });
