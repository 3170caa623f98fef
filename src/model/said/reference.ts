// A reference in what somebody wrote: tenancy (TEN-100101, LEA-, SHO-), repair (REP-5001), case or task (CMP-1234567…).

import { plain } from './plain.ts';

/** Prefixes that are recognised without their hyphen. With the hyphen, any three letters are: new kinds of case need no change here. */
const known =
  'TEN|LEA|SHO|REP|CMP|ADJ|FMT|TSK|ENQ|SAF|HAZ|ASB|HAT|DAB|CON|REF|DAT|CAL|END|STF|CLM|COM|ESC|ALT|NTC|PET|TRF|GEN';
/** "Mob-07700 900101" is where to ring. */
const noPrefix = '(?!TEL|MOB|TXT|FAX|FFO)';
/** What follows must not make a longer number of it. */
const stop = '(?![A-Z0-9-]| ?\\d{3})';
const lettersWithHyphen = `(?<![A-Z0-9-])${noPrefix}(?<prefix>[A-Z]{3}) ?- ?(?<digits>\\d{3} \\d{3,4}|\\d{3,9})${stop}`;
const lettersAlone = `(?<![A-Z0-9-])(?<prefix>${known})[ .:#/_]{0,3}(?<digits>\\d{3} \\d{3,4}|\\d{4,9})(?![A-Z0-9])`;
const withHyphen = new RegExp(lettersWithHyphen);
const withoutHyphen = new RegExp(lettersAlone);

/** "My tenancy number is 100101": the noun tells which letters were left out. */
const nouns: readonly (readonly [string, string])[] = [
  ['TENANCY|TENANT|RENT ACCOUNT|TENANTIAETH|DENANTIAETH|NAJMU', 'TEN'],
  ['REPAIR|JOB|ATGYWEIRIAD|NAPRAWY', 'REP'],
  ['COMPLAINT|CWYN|SKARGI', 'CMP'],
];
const named = nouns.map(
  ([noun, prefix]) =>
    [
      new RegExp(
        `\\b(?:(?:${noun}) (?:REF(?:ERENCE)?|NO|NUM(?:BER)?|RHIF)\\.?|(?:NUMER|RHIF|CYFEIRNOD) (?:Y |YR )?(?:${noun}))(?: NUM(?:BER)?)?:?(?: IS| YW| TO)?:? ?#?(?<digits>\\d{4,9})${stop}`,
      ),
      prefix,
    ] as const,
);

/** The first reference in the text, as `TEN-100101`, whatever its case, spaces and hyphens. */
export function parseReference(text: string): string | undefined {
  const upper = plain(text).toUpperCase();
  return told(withHyphen.exec(upper)) ?? byNoun(upper) ?? told(withoutHyphen.exec(upper));
}

function told(found: RegExpExecArray | null): string | undefined {
  if (found?.groups === undefined) return undefined;
  return `${found.groups.prefix}-${(found.groups.digits ?? '').replace(/ /g, '')}`;
}

function byNoun(upper: string): string | undefined {
  for (const [pattern, prefix] of named) {
    const digits = pattern.exec(upper)?.groups?.digits;
    if (digits !== undefined) return `${prefix}-${digits}`;
  }
  return undefined;
}

const all = [lettersWithHyphen, lettersAlone].map((pattern) => new RegExp(pattern, 'gi'));

/** The line with its references taken out: to whoever looks for other numbers, their digits are none. */
export function withoutReferences(line: string): string {
  return all.reduce((left, pattern) => left.replace(pattern, ' ; '), line);
}

/** Any short row of letters with digits, as other systems write references; a code or a reference without its letters is digits alone. */
const anyLetters =
  /(?<![A-Z0-9-])(?<prefix>[A-Z]{2,4})-?(?<digits>\d{3,10})(?![A-Z0-9])|^(?<word>[A-Z]{2,4}) (?<rest>\d{3,10})$/;
const digitsAlone = /\d(?:[ -]?\d){3,11}/;

/** The answer to a question for a reference or a code, where more can be one than in passing: `123456`, `AB-1234`. */
export function parseReferenceAsked(text: string): string | undefined {
  const known = parseReference(text);
  if (known !== undefined) return known;
  const upper = plain(text).toUpperCase();
  const lettered = anyLetters.exec(upper)?.groups;
  if (lettered !== undefined) return `${lettered.prefix ?? lettered.word}-${lettered.digits ?? lettered.rest}`;
  return digitsAlone.exec(upper)?.[0].replace(/\D/g, '');
}
