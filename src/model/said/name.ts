// Who writes, where they say it: "my name's Dave Smith", "this is Mrs Ahmed", "it's Dave from flat 6". Only after words that open a
// name or before words that close one: a name alone is any word.

import { months, weekdays } from './date-names.ts';
import { behindNames, nameOpenings } from './name-openings.ts';
import { folded, plainStart } from './plain.ts';

const title = '(?:mrs|mr|miss|ms|mx|dr|sir|rev|revd|pan|pani)';
const word = "\\p{L}[\\p{L}\\p{M}'’-]*";
const capital = "\\p{Lu}[\\p{L}\\p{M}'’-]*";
/** Up to three words; one letter with its dot is an initial. */
const written = `(?:${capital}\\.?(?: ${capital}\\.?){0,2})`;
const any = `(?:${word}(?: ${word}){0,2})`;
const withTitle = `(?:(?:${title})\\.? ${any})`;

const openings = `(?:${nameOpenings}|my name(?:'s| is|s)|(?:the )?name(?:'s| is|:)|i am called|i'?m called|fy enw(?: i)?(?: yw| ydi)|enw:|nazywam si[eę]|mam na imi[eę]|z tej strony|m[oó]wi|imi[eę](?: i nazwisko)?:)`;
const thisIs = "(?:this is|it'?s|it is|its|i am|i'?m|im|here is|tu|to)";
const fromHome = '(?= (?:from|at|in|of|z) (?:flat|apartment|no\\b|number|room|house|block|unit|mieszkani\\w+|\\d))';

const patterns: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})${openings} (?<name>(?:${title}\\.? )?${any})`, 'iu'),
  new RegExp(`(?<!\\p{L})${thisIs} (?<name>${withTitle})`, 'iu'),
  new RegExp(`(?:^|[.!?,] ?|\\b(?:hi|hiya|hello|hey) )${thisIs} (?<name>${word}(?: ${word})?)${fromHome}`, 'iu'),
];
/** Here capitals are all there is to go by. */
const strict: readonly RegExp[] = [
  new RegExp(
    `(?:^|[.!?\\n] ?|(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]iya),? )(?:[Tt]his is|[Ii]t['’]?s) (?<name>${written})(?= (?:here|from|at|again|speaking)|[,.!]| ?$)`,
    'u',
  ),
  new RegExp(`(?:^|(?:[Hh]i|[Hh]ello|[Hh]ey|[Hh]iya),? )(?<name>${written}) here\\b`, 'u'),
  new RegExp(`(?<!\\p{L})(?<name>${written}) (?:ydw i|dw i)(?!\\p{L})`, 'u'),
  new RegExp(
    `(?:[Rr]egards|[Tt]hanks|[Tt]hank you|[Cc]heers|[Ss]incerely|[Ff]aithfully|[Dd]iolch(?: yn fawr)?|[Pp]ozdrawiam|[Dd]zi[eę]kuj[eę]), ?,? ?(?<name>${written})\\.?$`,
    'u',
  ),
];

/** Words that follow an opening and are no name: "my name is on the tenancy", "I am Disabled", "it's urgent". */
const noName = new Set(
  "on not wrong spelt spelled misspelt in the a an and or but at with still now also only to of for from under down changed incorrect mr mrs miss ms dr mx there here urgent about because so very your you my it is was has have no yes missing removed added off different calling ringing writing texting regarding disabled pregnant sorry please thanks thank hello hi hey hiya just being called water leak leaking gas damp mould smoke noise smell coming dripping today tomorrow tenant it's i'm".split(
    ' ',
  ),
);
const endsName =
  /^(?:and|i|from|at|in|on|of|my|the|here|from|with|living|calling|ringing|speaking|but|flat|number|a|z|ac|o|can|is|am|we|please|tenancy|dob|born|date|postcode|tel|phone|mobile)$/iu;

/** As somebody writes their own name; in small letters alone, with capitals. */
export function parseName(text: string): string | undefined {
  // A line of its own may be the name under a letter.
  const line = plainStart(text.replace(/[\r\n]+/g, ', ')).replace(/’/g, "'");
  for (const pattern of [...patterns, ...strict]) {
    const name = tidy(pattern.exec(line)?.groups?.name ?? '');
    if (name !== undefined) return name;
  }
  return undefined;
}

const greeting = /^(?:hi|hiya|hey|hello)$/iu;

function isNoName(word: string): boolean {
  const plain = folded(word);
  return noName.has(plain) || weekdays.has(plain) || (months.has(plain) && plain.length > 5);
}

function tidy(said: string): string | undefined {
  const words = said.split(' ');
  const end = words.findIndex((each, at) => at > 0 && (endsName.test(each) || behindNames.test(each)));
  const kept = words.slice(0, end < 0 ? words.length : end).filter((each) => each !== '' && !greeting.test(each));
  const isTitleAlone = kept.length < 2 && new RegExp(`^${title}\\.?$`, 'iu').test(kept[0] ?? '');
  const [first = '', second = ''] = kept.filter((each) => !new RegExp(`^${title}\\.?$`, 'iu').test(each));
  const isNone = first === '' || isNoName(first) || noName.has(second.toLowerCase());
  if (isNone || isTitleAlone) return undefined;
  const name = kept.join(' ').replace(/[.,]+$/, '');
  return name === name.toLowerCase() ? name.replace(/(?<=^|[ '-])\p{L}/gu, (letter) => letter.toUpperCase()) : name;
}
