// A telephone number in what somebody wrote, as E.164. British unless it says otherwise. Which numbers there can be is for
// libphonenumber to know; what in a sentence may be one at all is told here, since its own search costs too much on long texts.
// An extension is no part of E.164: it is left in the tenant's words.

import { parsePhoneNumberFromString as parseFully } from 'libphonenumber-js/max';
import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { plainStart } from './plain.ts';
import { withoutReferences } from './reference.ts';
import { withSpokenDigits } from './spoken-digits.ts';

/** Between the groups of a number: "07700, then 900 101". */
const between = '(?:[ ().\\-/]{1,3}|,? (?:and )?then |, )';
/** "Tel.07700…" and "home-01632…" are numbers, what stands in another number or a price is none. */
const written = new RegExp(
  `(?<![\\d£$€]|\\d[.,/-])(?:\\+ ?|\\b00 ?|\\b(?=44)|\\(?0)${between}?(?:\\d{1,15}${between}){0,14}\\d{1,15}(?!\\d)`,
  'g',
);
/** Looks like a number, and says of itself that it is another thing. */
const date = /\b\d{1,2}([/.-])\d{1,2}\1(?:19|20)?\d\d\b(?![ -]?\d{3})/g;
const otherNumber =
  /\b(?:ref(?:erence)?|tenancy|account|acc(?:oun)?t|payment|case|card|meter|serial|policy|crime|sort code|invoice|order|rhif cyfeirnod|numer (?:sprawy|konta))\.?(?: (?:ref(?:erence)?|no|num|number|code))?[.:]?(?: is| yw| to)?:? ?[\d -]{6,24}/gi;

/** Numbers kept free for films and examples (Ofcom, "Telephone numbers for drama use"): never in use, so no library holds them valid. */
const drama = /^(?:7700900\d{3}|1632960\d{3}|808157\d{4}|3069990\d{3})$/;
/** So many rows of digits without a number among them are no message that gives one. */
const mostTries = 40;
/** The shortest in use here is 0800 1111, the longest that E.164 allows has 15. */
const digitsOfNumber = { fewest: 7, most: 17 };
const longEnough = /(?:\d\D*){7}/;

/** The first telephone number in the text, as `+447700900101`: one that is in a range in use. */
export function parsePhone(text: string): string | undefined {
  return firstNumber(text, (number) => number.isValid() || isDrama(number));
}

/** The answer to a question for a number, where the length is enough: a range may be newer than the library. */
export function parsePhoneAsked(text: string): string | undefined {
  return parsePhone(text) ?? firstNumber(text, (number) => number.isPossible() && hasUsualLength(number));
}

/** Numbers of ours have ten digits behind the nought; the few that are shorter are known by their range. */
function hasUsualLength({ countryCallingCode, nationalNumber }: PhoneNumber): boolean {
  return countryCallingCode !== '44' || /^[1-35789]\d{9}$/.test(nationalNumber);
}

function isDrama({ countryCallingCode, nationalNumber }: PhoneNumber): boolean {
  return countryCallingCode === '44' && drama.test(nationalNumber);
}

function firstNumber(text: string, isOne: (number: PhoneNumber) => boolean): string | undefined {
  const line = withSpokenDigits(withoutReferences(plainStart(text)).replace(date, ' ; ').replace(otherNumber, ' ; '));
  let tries = 0;
  for (const digits of candidates(line)) {
    const number = parsePhoneNumberFromString(digits, 'GB');
    if (number !== undefined && isOne(number)) return number.number;
    tries += 1;
    if (tries === mostTries) return undefined;
  }
  return undefined;
}

function* candidates(line: string): Generator<string> {
  for (const [run] of line.matchAll(written)) {
    if (longEnough.test(run)) yield* shortening(run).filter(hasDigitsEnough);
  }
}

/** The whole run, and without its last groups: "07700 900101 4pm", two numbers beside each other. */
function shortening(run: string): readonly string[] {
  const groups = run.replace(/[ ,]*(?:and )?then |,/g, ' ').match(/[^ /]+/g) ?? [];
  return groups.map((_, dropped) => international(groups.slice(0, groups.length - dropped).join(' ')));
}

function hasDigitsEnough(run: string): boolean {
  const count = run.replace(/\D/g, '').length;
  return count >= digitsOfNumber.fewest && count <= digitsOfNumber.most;
}

/** The country may be written without its plus, and with the nought that belongs to the national form only: "44 (0)7700…". */
function international(run: string): string {
  return run.replace(/^(?:\+ ?|00 ?)?44[ .-]*\(?0?\)?/, '+44 ').replace(/^00 ?/, '+');
}

/** What rings on a desk or is read by a machine: a text to it is lost, or is read out to whoever answers. */
const deaf: readonly (string | undefined)[] = [
  'FIXED_LINE',
  'TOLL_FREE',
  'PREMIUM_RATE',
  'SHARED_COST',
  'UAN',
  'PERSONAL_NUMBER',
  'PAGER',
];
const dramaLandline = /^\+44(?:1632960|808157|3069990)/;

/** @param number E.164. Whether it can take no text: a landline, a freephone number. One of a range that nobody knows may. */
export function takesNoTexts(number: string): boolean {
  return dramaLandline.test(number) || deaf.includes(parseFully(number)?.getType());
}
