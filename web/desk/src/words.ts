// Names of things as agents read them.

import { locale } from './words/language.ts';
import { known, named, t } from './words/t.ts';

const channels = { web: 'Web chat', sms: 'Text', 'bot-framework': 'Other chat' } as const;

export function channelName(channel: string): string {
  return named(channels, channel) ?? channel;
}

/** `rent.repayment_plan` is “Rent: repayment plan”. */
export function enquiryName(enquiry: string): string {
  const [group = '', kind] = enquiry.replaceAll('_', ' ').split('.');
  const first = group.charAt(0).toUpperCase() + group.slice(1);
  return known(kind === undefined ? first : `${first}: ${kind}`);
}

export function languageName(tag: string): string {
  return known(new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag);
}

/** What agents may say of themselves, and tenants ask for. */
export const skills = { woman: 'A woman', man: 'A man', lgbt: 'Knows about LGBT lives' } as const;

export function skillName(skill: string): string {
  return named(skills, skill) ?? spoken(skill);
}

const causeNames = {
  chased: 'Chased what was late',
  'missed-visit': 'We missed a visit',
  'asked-again': 'Had told us before',
  'wrong-route': 'Was sent the wrong way',
  unclear: 'What we wrote was unclear',
} as const;

/** Why somebody had to write who would not have had to. */
export const causes: readonly string[] = Object.keys(causeNames);

export function causeName(cause: string): string {
  return named(causeNames, cause) ?? sentence(spoken(cause));
}

export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A code of the service in words: `no-reply` is “no reply”. */
export function spoken(code: string): string {
  return known(code.replaceAll(/[-_]/g, ' '));
}

const promises = {
  acknowledge: 'Acknowledge the complaint',
  answer: 'Answer the complaint',
  'call-back': 'Ring back',
  'write-back': 'Write back: asked for no calls',
  contact: 'Get in touch',
  decide: 'Decide on the request',
  send: 'Send it in their format',
} as const;

/** What else than a complaint is acknowledged and answered, too. */
const plainly = { acknowledge: 'Acknowledge', answer: 'Answer' } as const;

export function promiseName(what: string, kind = 'complaint'): string {
  if (kind !== 'complaint' && Object.hasOwn(plainly, what)) return named(plainly, what) ?? what;
  return named(promises, what) ?? sentence(spoken(what));
}

/** A day and a time; the time alone when it is the same day as `now`. */
export function timeOf(at: string, now: Date): string {
  const day = new Date(at);
  const time = day.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
  if (day.toDateString() === now.toDateString()) return time;
  return `${shortDay(day)}, ${time}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'] as const;

const shortDay = (day: Date): string => `${day.getDate()} ${t(months[day.getMonth()] ?? 'Jan')}`;

/** A whole day, or an instant as `timeOf` tells it. */
export function dueOf(by: string, now: Date): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(by);
  return isDay ? shortDay(new Date(`${by}T12:00:00`)) : timeOf(by, now);
}
