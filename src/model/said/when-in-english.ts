// Days and times told in Romanian, Portuguese, Ukrainian, Urdu, Punjabi, Bengali, Arabic and Somali, rewritten as English says them,
// so that one reader understands all: "після 4" becomes "after 4", "4 بجے کے بعد" too. Words that may mean something else are left
// alone: Urdu and Punjabi "kal" is yesterday and tomorrow, so it names no day and the question is asked again.

import { folded } from './plain.ts';
import { whenWords } from './when-words.ts';

const edge = '(?<![\\p{L}\\p{M}\\d])';
const end = '(?![\\p{L}\\p{M}\\d])';

const either = (words: Iterable<string>): string =>
  [...words].sort((one, other) => other.length - one.length).join('|');

const english = new Map(
  Object.entries(whenWords).flatMap(([meaning, words]) =>
    words.split(/,\s*/).map((word) => [folded(word.trim()), meaning] as const),
  ),
);
const known = new RegExp(`${edge}(?:${either(english.keys())})${end}`, 'gu');

const time = "\\d{1,2}(?:[:.]\\d\\d)?(?: o'clock)?";
const day = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const part = '(?:morning|afternoon|evening)';
const units = '(?<unit>days?|weeks?|months?)';
/** The letters folded, the signs of the expression as they are. */
const folds = (source: string): RegExp => new RegExp(source.replace(/[^\x20-\x7e]+/g, folded), 'gu');

/** Behind what they belong to, or before it, as each language has it. Digits may stand right before "o'clock" in Bengali. */
const rules: readonly (readonly [RegExp, string])[] = [
  [folds(`(?<time>\\d{1,2}(?:[:.]\\d\\d)?) ?(?:بجے|baje|bje|ਵਜੇ|vaje|vje|টায়|টার|টা|tay|tar)${end}`), "$<time> o'clock"],
  [
    folds(
      `(?<time>${time}) ?(?:کے بعد|ke baad|ke bad|ਤੋਂ ਬਾਅਦ|ton baad|to baad|এর পরে|এর পর|পরে|পর|er por|por|pore|kadib|ka dib)${end}`,
    ),
    'after $<time>',
  ],
  [
    folds(
      `(?<time>${time}) ?(?:سے پہلے|se pehle|se pehlay|ਤੋਂ ਪਹਿਲਾਂ|ton pehlan|to pehla|এর আগে|আগে|er age|age|ka hor)${end}`,
    ),
    'before $<time>',
  ],
  [
    folds(`(?<from>${time}) ?(?:سے|se|ਤੋਂ|ton|থেকে|theke) (?<to>${time})(?: (?:تک|tak|ਤੱਕ|তক|পর্যন্ত|porjonto))?${end}`),
    'from $<from> to $<to>',
  ],
  [
    folds(
      `${edge}(?:dupa|de la|depois das?|a partir das?|після|بعد|من بعد|kadib) (?:ora |orele |الساعة |الساعه |о )?(?=\\d)`,
    ),
    'after ',
  ],
  [
    folds(`${edge}(?:inainte de|pana la|antes das?|ate as?|до|قبل|ka hor) (?:ora |orele |الساعة |о )?(?=\\d)`),
    'before ',
  ],
  [
    folds(
      `${edge}(?:intre|entre as?|entre|між|بين|inta u dhaxaysa) (?:ora |orele |الساعة )?(?<from>${time}) ?(?:si|e as?|e|і|и|й|و|iyo) ?(?<to>${time})`,
    ),
    'between $<from> and $<to>',
  ],
  [
    folds(
      `${edge}(?:after|das|з|із|від|من|laga bilaabo) (?:الساعة )?(?<from>${time}) ?(?:la|pana la|as|ate as|до|before|الى|حتى|ilaa) (?:الساعة )?(?<to>${time})`,
    ),
    'from $<from> to $<to>',
  ],
  [folds(`${edge}(?:la ora|ora|orele|as|о|об|الساعة|الساعه|saacadda) (?=\\d)`), 'at '],
  [folds(`${edge}(?:na|pe|у|в|во|يوم|aos) (?=${day})`), 'on '],
  [folds(`(?<day>${day})(?: (?:کو|ko|ਨੂੰ|nu|ke din|کے دن|ਵਾਲੇ ਦਿਨ|maalinta))${end}`), '$<day>'],
  [folds(`(?<day>${day}) (?:viitoare|viitor|que vem|القادم|الجاي|المقبل|soo socda|soo socota)${end}`), 'next $<day>'],
  [
    folds(
      `${edge}(?:proxima|proximo|наступного|наступної|наступну|наступний|اگلے|اگلی|agle|agli|ਅਗਲੇ|আগামী|agami) (?<day>${day})`,
    ),
    'next $<day>',
  ],
  // Mondays; behind a number, months.
  [folds(`(?<!\\d |doua |trei |patru |cateva )${edge}luni(?: la)?${end}`), 'monday'],
  [folds(`${edge}(?<day>\\d{1,2}) de (?=\\p{L})`), '$<day> of '],
  [
    folds(
      `(?<what>${day}|${part})(?: nu| não| не| لا)?(?: pot| posso| dá| можу| зможу| підходить| بقدر| استطيع| nu)${end}`,
    ),
    '$<what> is no good',
  ],
  [
    folds(`(?<what>${day}|${part}) (?:نہیں|nahi|nahin|nhi|nai|ਨਹੀਂ|না|maya|maaha|لا|na hobe)${end}`),
    '$<what> is no good',
  ],
  [
    folds(
      `${edge}(?:nu|nao|не|ليس|مو|مش|مش يوم|fara|exceto|menos|крім|окрім|ما عدا|عدا|الا|marka laga reebo) (?:pot |posso |можу |on |in )*(?=${day}|${part})`,
    ),
    'not ',
  ],
  [folds(`${edge}(?:peste|daqui a|через|за|بعد) (?<count>\\d{1,2}|two) ${units}`), 'in $<count> $<unit>'],
  [folds(`${edge}(?:acum|ha|قبل|منذ|من) (?<count>\\d{1,2}|two) ${units}`), '$<count> $<unit> ago'],
  [
    folds(`(?<count>\\d{1,2}|two) ${units} (?:тому|тому назад|پہلے|pehle|pehlay|ਪਹਿਲਾਂ|pehlan|আগে|age|ka hor)${end}`),
    '$<count> $<unit> ago',
  ],
  [folds(`(?<count>\\d{1,2}|two) ${units} (?:بعد|baad|bad|ਬਾਅਦ|পরে|পর|por|kadib)${end}`), 'in $<count> $<unit>'],
  [folds(`${edge}(?:of|de) (?=(?:the )?${part})`), 'in '],
];

const romanianNot = /(?<day>luni|marti|miercuri|joi|vineri|sambata|duminica) nu(?= ?(?:[,.;!?]|$))/gu;

/** @param line folded, digits as 0–9 */
export function whenInEnglish(line: string): string {
  // "Vineri nu": in Punjabi "nu" behind a day is "on".
  const bare = line.replace(romanianNot, '$<day> is no good');
  const said = bare.replace(known, (word) => english.get(word) ?? word);
  return rules.reduce((so, [pattern, instead]) => so.replace(pattern, instead), said);
}
