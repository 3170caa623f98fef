// Words without what tells whose they are: telephones, addresses of any kind, references and names become their kind in brackets.
// Takes away rather too much than too little: what is left is for learning from and for asking a service elsewhere, never for a case.

import { literally } from '../literally.ts';
import type { Person } from '../person.ts';
import { nameOpenings } from './name-openings.ts';
import { folded, plain } from './plain.ts';

/** What is known of the person who writes, beyond what has a shape of its own. */
export interface KnownOfPerson {
  readonly names: readonly string[];
  /** As the housing system writes them: parts between commas, the town last. */
  readonly addresses: readonly string[];
}

export function knownOf(people: readonly Person[], alsoNamed: readonly string[] = []): KnownOfPerson {
  return {
    names: [...people.flatMap(({ name }) => [name.given, name.family]), ...alsoNamed],
    addresses: people.flatMap(({ tenancies }) => tenancies.map(({ property }) => property.address)),
  };
}

type Rule = readonly [pattern: RegExp, instead: string];

const digitWord = '(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)';
const month = '\\p{L}[\\p{L}\\p{M}]{2,14}';
/** Where a word begins in any script: `\b` knows Latin letters only. */
const start = '(?<![\\p{L}\\p{M}\\d])';
const year = '(?:19|20)\\d\\d';

/** Each has a shape that tells it from other words. In this order: a date is no telephone, a reference no long number. */
const shapes: readonly Rule[] = [
  [/[\w.+%'-]{1,64} ?@ ?[\w-]+(?: ?\.[\w-]+)+/g, '[email]'],
  // As telephones write what they hear.
  [/\b(?:[\w-]+ dot ){0,3}[\w.-]+ at [\w-]+ dot (?:com|co|org|net|ac|gov|uk)\b(?: dot uk\b)?/gi, '[email]'],
  [/\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/g, '[date]'],
  [new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month},? ${year}\\b`, 'giu'), '[date]'],
  [new RegExp(`${start}${month} \\d{1,2}(?:st|nd|rd|th)?,? ${year}\\b`, 'giu'), '[date]'],
  [/(?<![\d£$€]|\d[.,/-])(?:\+|\b00|\b(?=44)|\(?0)[\d ().\-/]{7,22}\d(?!\d)/g, '[phone]'],
  [new RegExp(`\\b(?:${digitWord}[ ,-]+){6,}${digitWord}\\b`, 'gi'), '[phone]'],
  [/(?<![a-z0-9])[A-PR-UWYZ](?:\d[\dA-Z]?|[A-HK-Y]\d[\dA-Z]?) ?-?\d[ABD-HJLNP-UW-Z]{2}(?![a-z0-9])/gi, '[postcode]'],
  [/(?<![a-z0-9-])[A-Z]{2,4} ?- ?\d{3,10}(?: \d{3,4})?(?![a-z0-9-])/gi, '[reference]'],
  [
    /(?<![a-z0-9-])[A-Z]{2,4}\d{4,10}(?![a-z0-9])|(?<![a-z0-9-])[A-Z]{3}[ .:#/_]{1,3}\d{5,9}(?![a-z0-9])/gi,
    '[reference]',
  ],
  // National Insurance: two letters, six digits, a letter.
  [/\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b/gi, '[number]'],
  // Accounts, cards, codes.
  [/(?<![£$€\d.,])\d(?:[ -]?\d){5,}/g, '[number]'],
];

const dwelling =
  'flat|apartment|apt|unit|house|room|number|num|no|nr|plot|block|fflat|rhif|mieszkanie|mieszkania|numer|blok|bloku|m';
/** As other languages call a flat or a house, and "number"; the number stands behind. */
const dwellingElsewhere =
  'apartament\\p{L}*|apartamento|ap|casa|bloc|scara|квартир\\p{L}*|кв|будин\\p{L}*|буд|فلیٹ|مکان|گھر|ਫਲੈਟ|ਘਰ|ਮਕਾਨ|ফ্ল্যাট|বাসা|বাড়ি|شقة|الشقة|بيت|البيت|guri|guriga|makaan|ghar|bari|basha';
const numberElsewhere = 'nr|num[aă]rul|n[uú]mero|nº|n°|№|номер|نمبر|ਨੰਬਰ|নম্বর|নং|رقم|lambar\\p{L}*|number|no';
const street =
  'street|st|road|rd|avenue|ave|lane|close|drive|way|court|crescent|cres|place|terrace|gardens|gdns|grove|walk|row|square|mews|hill|rise|quay|wharf|green|view|parade|heol|stryd|ffordd';
/** What stands between a number and "road" without being its name. */
const between =
  '(?:of|in|on|at|my|our|the|down|up|from|and|to|a|weeks?|days?|hours?|months?|years?|times?|minutes?|people|cars?)';
const neighbour =
  "(?:neighbou?rs?|door|upstairs|downstairs|lady|man|woman|family|people|couple|them|him|her|lot|lives?|living|live|staying|mieszkam|mieszka|byw|im|i’m|i'm)";

const houses: readonly Rule[] = [
  [
    new RegExp(`\\b(${dwelling})(\\.? ?#? ?)\\d{1,4}[a-z]?(?:/\\d{1,2})?\\b(?! ?(?:am|pm)\\b)`, 'gi'),
    '$1$2[house number]',
  ],
  [
    new RegExp(
      `${start}(${dwellingElsewhere})(\\.? ?(?:${numberElsewhere})?\\.? ?#? ?)\\d{1,4}[a-z]?(?![\\d:.]\\d| ?(?:%|am|pm))`,
      'giu',
    ),
    '$1$2[house number]',
  ],
  [
    new RegExp(`\\b\\d{1,4}[a-z]?(?=,? (?:(?!${between}\\b)[\\p{L}'’]+ ){1,2}(?:${street})\\b)`, 'giu'),
    '[house number]',
  ],
  // A number before a name of two words: "14 Mill Race".
  [/\b\d{1,4}[a-z]?(?= \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/gu, '[house number]'],
  [
    new RegExp(
      `\\b(${neighbour} (?:at|in|from|w|yn|pod|przy) )\\d{1,4}[a-z]?\\b(?! ?(?:am|pm|o.?clock)\\b|[:.]\\d)`,
      'gi',
    ),
    '$1[house number]',
  ],
];

const name = "\\p{L}[\\p{L}\\p{M}'’-]+";
const notName =
  "(?!(?:ہے|hai|ਹੈ|și|si|iyo|та|і|and|i|im|i'm|from|at|my|the|a|an|of|but|oraz|mam|mieszkam|ac|rydw|dw)(?![\\p{L}]))";

/** People say who they are: at the start, with a title, or where a letter ends. */
const introductions: readonly Rule[] = [
  [new RegExp(`${start}((?:${nameOpenings})[: ]+)${name}(?: ${notName}${name})?`, 'giu'), '$1[name]'],
  [
    new RegExp(
      `\\b((?:my name is|my names|my name's|name is|name:|nazywam się|nazywam sie|mam na imię|mam na imie|enw i yw|enw i ydy) ?)${name}(?: ${notName}${name})?`,
      'giu',
    ),
    '$1[name]',
  ],
  [
    new RegExp(
      `(?<!\\p{L})((?:[Mm][Rr][Ss]?|MRS?|[Mm][Ss]|[Mm][Xx]|[Dd][Rr]|Miss|Pani?)\\.? )${name}(?: \\p{Lu}${name})?`,
      'gu',
    ),
    '$1[name]',
  ],
  [new RegExp(`((?:regards|sincerely|faithfully|pozdrawiam|cofion),? )${name}(?: ${name})?[.!]?$`, 'iu'), '$1[name]'],
];

/** What comes later is dropped: the cost stays bounded, and a longer story gives its writer away by itself. */
const mostLetters = 4_000;

/** The text on one line, cut when it is very long, and what tells whose it is as its kind: `[name]`, `[phone]`, `[house number]`… */
export function redacted(text: string, known: KnownOfPerson = { names: [], addresses: [] }): string {
  const rules = [
    ...shapes,
    ...known.addresses.flatMap(addressRules),
    ...houses,
    ...introductions,
    ...nameRules(known.names),
  ];
  return rules.reduce((left, [pattern, instead]) => left.replace(pattern, instead), plain(text.slice(0, mostLetters)));
}

/** The street or house on file, with the number before it, however it is spaced. The town stays: many live there. */
function addressRules(address: string): readonly Rule[] {
  return address
    .split(',')
    .slice(0, -1)
    .map((part) => part.replace(new RegExp(`^(?:(?:${dwelling})\\b\\.?)?[\\s\\d]*(?:[a-z]\\b)?`, 'i'), '').trim())
    .filter((part) => part.length > 3)
    .map(
      (part) =>
        [new RegExp(`(?:\\b\\d{1,4}[a-z]?,? ?)?(?<!\\p{L})${spaced(part)}(?!\\p{L})`, 'giu'), '[address]'] as const,
    );
}

/** With and without accents, for people type their own names as their telephone lets them. */
function nameRules(names: readonly string[]): readonly Rule[] {
  const words = names.flatMap((each) => plain(each).split(/[\s-]+/)).filter((word) => word.length > 1);
  const forms = new Set(words.flatMap((word) => [word, folded(word)]));
  if (forms.size === 0) return [];
  const any = [...forms].map(literally).join('|');
  return [[new RegExp(`(?<![\\p{L}\\p{M}\\[])(?:${any})(?:['’]?s)?(?![\\p{L}\\p{M}\\]])`, 'giu'), '[name]']];
}

function spaced(words: string): string {
  return plain(words).split(' ').map(literally).join('\\s+');
}
