// Reads an answer to a question. Choices are taken by value, by number, by label, or by the one label that the words hold.

import type { SlotValue } from '../../model/conversation.ts';
import type { Attachment, Expects } from '../../model/message.ts';
import { plainWords, saysSomething } from '../../model/plain-words.ts';
import { parseAmountAsked } from '../../model/said/amount.ts';
import { parseDate } from '../../model/said/date.ts';
import { parseEmail } from '../../model/said/email.ts';
import { parsePhoneAsked } from '../../model/said/phone.ts';
import { plain } from '../../model/said/plain.ts';
import { parsePostcode } from '../../model/said/postcode.ts';
import { parseReferenceAsked } from '../../model/said/reference.ts';
import type { Understood } from '../heard.ts';
import { readHalfDay } from './half-days.ts';

export interface Said {
  readonly text: string;
  readonly value?: string | undefined;
  readonly attachments: readonly Attachment[];
  readonly detail: Understood['detail'];
  /** For "tomorrow" and "next Tuesday". */
  readonly now: Date;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** An option with its label in the language of the conversation. */
export interface Labelled {
  readonly value: string;
  readonly label: string;
}

export interface Question {
  readonly slot: string;
  readonly expects: Expects;
  readonly options: readonly Labelled[];
}

/** The answer in the form in which a slot keeps it; undefined when it is none. */
export function readAnswer(said: Said, question: Question): SlotValue | undefined {
  switch (question.expects) {
    case 'choice':
      return choose(said, question.options) ?? detailAmong(said, question) ?? halfDayAmong(said, question.options);
    case 'yes-no':
      return readYesNo(said);
    case 'photo':
      return said.attachments.length > 0 ? said.attachments.map((file) => file.id).join(' ') : undefined;
    case 'text':
      return saysSomething(said.text) ? said.text : undefined;
    default:
      return readForm(said, question);
  }
}

/** A tap on an option, its number, or its very label: nothing else can be meant. */
export function chooseExactly(said: Pick<Said, 'text' | 'value'>, options: readonly Labelled[]): string | undefined {
  const tapped = options.find((option) => option.value === said.value);
  if (tapped) return tapped.value;
  const number = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(plain(said.text))?.[1];
  if (number !== undefined) return options[Number(number) - 1]?.value;
  const words = plainWords(said.text);
  return options.find((option) => option.value === said.text.trim() || plainWords(option.label) === words)?.value;
}

export function choose(said: Said, options: readonly Labelled[]): string | undefined {
  const exact = chooseExactly(said, options);
  if (exact !== undefined) return exact;
  const words = ` ${plainWords(said.text)} `;
  const held = options.filter((option) => {
    const label = plainWords(option.label);
    return label !== '' && words.includes(` ${label} `);
  });
  return held.length === 1 ? held[0]?.value : undefined;
}

/** The detail finder may know by other words what one of the options says. */
function detailAmong(said: Said, question: Question): string | undefined {
  const detail = said.detail(question.slot);
  return question.options.find((option) => option.value === detail)?.value;
}

function halfDayAmong(said: Said, options: readonly Labelled[]): string | undefined {
  const read = readHalfDay(said, options);
  return read?.is === 'chosen' ? read.value : undefined;
}

/** "Yes please, this week" is a yes: the first words decide. */
function readYesNo(said: Said): 'yes' | 'no' | undefined {
  const words = plainWords(said.value ?? said.text);
  const starts = (list: readonly string[]) =>
    list.map(plainWords).some((word) => word !== '' && (words === word || words.startsWith(`${word} `)));
  if (said.value === 'yes' || words === '1') return 'yes';
  if (said.value === 'no' || words === '2') return 'no';
  const [isNo, isYes] = [starts(said.no), starts(said.yes)];
  if (isNo) return 'no';
  return isYes ? 'yes' : undefined;
}

/** Of a correction only some of the words are read here: what is not in them may be in the whole message. */
function readForm(said: Said, { expects }: Question): SlotValue | undefined {
  return readWritten(said.value ?? said.text, expects, said.now) ?? said.detail(expects);
}

function readWritten(text: string, expects: Expects, now: Date): string | undefined {
  switch (expects) {
    case 'date':
      return parseDate(text, now);
    case 'phone':
      return parsePhoneAsked(text);
    case 'email':
      return parseEmail(text);
    case 'postcode':
      return parsePostcode(text);
    case 'amount':
      return parseAmountAsked(text);
    default:
      return parseReferenceAsked(text);
  }
}
