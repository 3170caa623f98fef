// What is going to be said, before it is put into words: a phrase key with values and what the message tells of itself.

import type { Slots, SlotValue, Spoken } from '../model/conversation.ts';
import type { Attachment, Expects, Handed, MessageData, Outcome } from '../model/message.ts';
import { printedPhone } from '../model/said/printed-phone.ts';

export interface Line extends Spoken {
  readonly enquiry?: string;
  readonly asks?: string;
  readonly expects?: Expects;
  readonly options?: readonly OptionLine[];
  readonly outcome?: Outcome;
  readonly reference?: string;
  /** Safety steps: nothing is said before them, not even who is speaking. */
  readonly urgent?: boolean;
  /** One message with the line before it: an item of a list. */
  readonly joins?: true;
  /** Where it is not the conversation's. */
  readonly language?: string;
  readonly opens?: MessageData['opens'];
  /** From here on it goes where the conversation goes on. */
  readonly moves?: true;
  /** Files that go with it. */
  readonly attachments?: readonly Attachment[];
  /** How far a person has been brought in. */
  readonly handover?: Handed;
}

/** An option before it is put into words. */
export interface OptionLine {
  readonly value: string;
  readonly phrase: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Marks a value that is a phrase key, to be said in whatever language the line is said in. Nobody can type it. */
const phraseMark = '\u0001';
/** Longer answers are read back shortened: a text message has room for so much. */
const longestValue = 160;
/** As a slot keeps a number of this country: read back as people dial it. */
const isPhone = /^\+44\d{9,10}$/;

export function phraseValue(key: string): string {
  return `${phraseMark}${key}`;
}

/** The key of a value made by `phraseValue`; undefined for any other value. */
export function phraseOf(value: string | number): string | undefined {
  return typeof value === 'string' && value.startsWith(phraseMark) ? value.slice(1) : undefined;
}

/** Slots as values of a phrase: offers are left out, what was skipped is empty, long words are cut. */
export function valuesOf(slots: Slots): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(slots)) {
    const plain = plainValue(value);
    if (plain !== undefined) values[name] = plain;
  }
  return values;
}

function plainValue(value: SlotValue): string | number | undefined {
  switch (typeof value) {
    case 'number':
      return value;
    case 'string':
      return isPhone.test(value) ? printedPhone(value) : shortened(value);
    case 'boolean':
      return value ? 'yes' : 'no';
    default:
      return value === null ? '' : undefined;
  }
}

export function shortened(text: string): string {
  const clean = text.startsWith(phraseMark) ? text : text.replaceAll(/\p{Cc}+/gu, ' ');
  return clean.length > longestValue ? `${clean.slice(0, longestValue - 1).trimEnd()}…` : clean;
}
