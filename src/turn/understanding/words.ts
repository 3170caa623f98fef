// A message as a row of plain words: lower case, no accents, contractions apart, text-speak written out, numbers as their shape.
// What is a word here is the same for learning, recognising and looking for danger.

import { folded, plain } from '../../model/said/plain.ts';

/** Text-speak and contractions without their apostrophe. Only what cannot be another word. */
const writtenOut: ReadonlyMap<string, string> = new Map(
  Object.entries({
    u: 'you',
    ur: 'your',
    r: 'are',
    ya: 'you',
    yous: 'you',
    youse: 'you',
    ye: 'you',
    pls: 'please',
    plz: 'please',
    plse: 'please',
    wot: 'what',
    wat: 'what',
    wots: 'what is',
    whats: 'what is',
    wheres: 'where is',
    whens: 'when is',
    whos: 'who is',
    hows: 'how is',
    theres: 'there is',
    thats: 'that is',
    im: 'i am',
    ive: 'i have',
    hes: 'he is',
    shes: 'she is',
    wanna: 'want to',
    gonna: 'going to',
    gotta: 'got to',
    gimme: 'give me',
    dunno: 'do not know',
    cos: 'because',
    coz: 'because',
    cuz: 'because',
    bcos: 'because',
    bc: 'because',
    tho: 'though',
    thru: 'through',
    wiv: 'with',
    dis: 'this',
    dat: 'that',
    da: 'the',
    sum1: 'someone',
    sum: 'some',
    sumone: 'someone',
    some1: 'someone',
    no1: 'no one',
    any1: 'anyone',
    '2day': 'today',
    '2moro': 'tomorrow',
    '2nite': 'tonight',
    tmrw: 'tomorrow',
    tomoz: 'tomorrow',
    '4': 'for',
    spk: 'speak',
    msg: 'message',
    appt: 'appointment',
    hse: 'house',
    wk: 'week',
    wks: 'weeks',
    yr: 'year',
    yrs: 'years',
    thx: 'thanks',
    thnx: 'thanks',
    ty: 'thank you',
    tysm: 'thank you',
    hv: 'have',
    cant: 'can not',
    cannot: 'can not',
    wont: 'will not',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    isnt: 'is not',
    arent: 'are not',
    wasnt: 'was not',
    werent: 'were not',
    havent: 'have not',
    hasnt: 'has not',
    hadnt: 'had not',
    couldnt: 'could not',
    shouldnt: 'should not',
    wouldnt: 'would not',
    aint: 'is not',
    cannae: 'can not',
    dinnae: 'do not',
    dinna: 'do not',
    didnae: 'did not',
    isnae: 'is not',
    wasnae: 'was not',
    wilnae: 'will not',
    nae: 'no',
    aff: 'off',
    oot: 'out',
    hoose: 'house',
    tae: 'to',
    fae: 'from',
    ma: 'my',
    mah: 'my',
    ane: 'one',
    aboot: 'about',
    doon: 'down',
    heid: 'head',
    deid: 'dead',
  }),
);

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/\bain't\b/g, 'is not'],
  [/n't\b/g, ' not'],
  [/\b(i)'m\b/g, '$1 am'],
  [/'(?:ve)\b/g, ' have'],
  [/'(?:ll)\b/g, ' will'],
  [/'(?:re)\b/g, ' are'],
  [/\b(he|she|it|there|that|what|where|who|how|when)'s\b/g, '$1 is'],
];

/** Letters, marks and digits make words; an emoji is a word; the end of a sentence is the word `.`. */
const token = /[\p{L}\p{M}\p{N}#]+|\p{Extended_Pictographic}|[.!?;\n。۔؟؛।॥]+/gu;
/** Chinese has no spaces: each character counts as a word, or a whole message would be one that nobody has written before. */
const chinese = { from: 0x3400, to: 0x9fff };

let last: { readonly text: string; readonly words: readonly string[] } = { text: '', words: [] };

/** Words of a message. Sentence ends are `.`: three dots are a pause, no end. Danger, recogniser and details ask for the same ones in a row. */
export function wordsOf(text: string): readonly string[] {
  if (text !== last.text) last = { text, words: readWords(text) };
  return last.words;
}

function readWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const [found] of spelled(text).matchAll(token)) {
    const out = writtenOut.get(found);
    if (out !== undefined) words.push(...out.split(' '));
    else if (isChinese(found)) words.push(...found);
    else words.push(/^[.!?;\n。۔؟؛।॥]/.test(found) ? '.' : found);
  }
  return words;
}

function isChinese(found: string): boolean {
  const first = found.charCodeAt(0);
  return first >= chinese.from && first <= chinese.to;
}

function spelled(text: string): string {
  const lines = text.replace(/\.{2,}|…/g, ' , ').replace(/[\r\n]+/g, '; ');
  let line = folded(plain(lines))
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/(?:https?:\/\/|www\.)\S{1,200}/g, ' url ')
    .replace(/[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}/g, ' email ')
    .replace(/(?<=[a-z])[.,](?=\d)|(?<=\d)[.,](?=\d)/g, '')
    .replace(/[’‘`´]/g, "'");
  for (const [form, out] of contractions) line = line.replace(form, out);
  // A letter three times or more is emphasis or a slip: "pleeease", "helllo".
  return line.replace(/(\p{L})\1{2,}/gu, '$1$1');
}

/** Numbers by how many digits they have: what counts is that it is a price, a year or a phone number. */
export function shaped(word: string): string {
  return /\d/.test(word) && word.length > 1 ? word.replace(/\d/g, '0').slice(0, 12) : word;
}

/** English endings off, so that `leaking`, `leaks` and `leaked` meet. Other languages rely on parts of words instead. */
export function stemmed(word: string): string {
  if (word.length < 5) return word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, 3) : word;
  const stem = word.replace(/(?:ings?|ed|ies|es|s|ly)$/, '');
  return stem.length < 3 ? word : stem.replace(/([bdgklmnprt])\1$/, '$1').replace(/[ey]$/, '');
}

/** Longer messages tell a story first. */
const longFrom = 28;
const fewestWordsOfSentence = 3;
/** Of a message without full stops, so much is its ending. */
const endingWords = 20;

/** The last sentence of a long message, and the last two; nothing of a short one. */
export function endingsOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length <= longFrom) return [];
  const sentences = sentencesOf(words);
  if (sentences.length < 2) return [words.slice(-endingWords)];
  return [sentences.slice(-1).flat(), sentences.slice(-2).flat()];
}

/** Sentences that are long enough to mean something. */
export function sentencesOf(words: readonly string[]): readonly (readonly string[])[] {
  const sentences: string[][] = [[]];
  for (const word of words) {
    if (word === '.') sentences.push([]);
    else sentences.at(-1)?.push(word);
  }
  return sentences.filter((sentence) => sentence.length >= fewestWordsOfSentence);
}
