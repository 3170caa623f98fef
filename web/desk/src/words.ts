// Names of things as agents read them.

const channels: Readonly<Record<string, string>> = { web: 'Web chat', sms: 'Text', 'bot-framework': 'Other chat' };

export function channelName(channel: string): string {
  return channels[channel] ?? channel;
}

/** `rent.repayment_plan` is “Rent: repayment plan”. */
export function enquiryName(enquiry: string): string {
  const [group = '', kind] = enquiry.replaceAll('_', ' ').split('.');
  const first = group.charAt(0).toUpperCase() + group.slice(1);
  return kind === undefined ? first : `${first}: ${kind}`;
}

export function languageName(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}

/** What agents may say of themselves, and tenants ask for. */
export const skills = { woman: 'A woman', man: 'A man', lgbt: 'Knows about LGBT lives' } as const;

export function skillName(skill: string): string {
  return Object.entries(skills).find(([name]) => name === skill)?.[1] ?? spoken(skill);
}

const causes: Readonly<Record<string, string>> = {
  chased: 'Chased what was late',
  'missed-visit': 'We missed a visit',
  'asked-again': 'Had told us before',
  'wrong-route': 'Was sent the wrong way',
  unclear: 'What we wrote was unclear',
};

/** Why somebody had to write who would not have had to. */
export const causeNames: readonly (readonly [string, string])[] = Object.entries(causes);

export function causeName(cause: string): string {
  return causes[cause] ?? sentence(spoken(cause));
}

export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function spoken(code: string): string {
  return code.replaceAll(/[-_]/g, ' ');
}

const promises: Readonly<Record<string, string>> = {
  acknowledge: 'Acknowledge the complaint',
  answer: 'Answer the complaint',
  'call-back': 'Ring back',
  'write-back': 'Write back: asked for no calls',
  contact: 'Get in touch',
  decide: 'Decide on the request',
  send: 'Send it in their format',
};

export function promiseName(what: string): string {
  return sentence(promises[what] ?? spoken(what));
}

/** A day and a time; the time alone when it is the same day as `now`. */
export function timeOf(at: string, now: Date): string {
  const day = new Date(at);
  const time = day.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (day.toDateString() === now.toDateString()) return time;
  return `${shortDay(day)}, ${time}`;
}

const shortDay = (day: Date): string => day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });

/** A whole day, or an instant as `timeOf` tells it. */
export function dueOf(by: string, now: Date): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(by);
  return isDay ? shortDay(new Date(`${by}T12:00:00`)) : timeOf(by, now);
}
