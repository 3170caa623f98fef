// "How much rent does he owe?": whose account is asked about, in all languages that we write. In doubt it is one's own, which is told
// to nobody without proof.

import { folded, plainStart } from './plain.ts';

/** `\b` knows Latin letters only; accents and the marks of vowels are folded away. */
const word = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.replace(/[^\x20-\x7e]+/g, folded)})(?![\\p{L}\\p{M}])`, 'u');

const others: readonly RegExp[] = [
  /\b(?:he|she|they) owes?\b|\bdo(?:es)? (?:(?!(?:i|we|you|it|this)\b)[\p{L}']+ ){1,4}owe\b/u,
  /\b(?:his|her|their) (?:rent|balance|account|arrears|debt)\b|\b(?:is|are) (?:he|she|they) (?:in|behind)\b/u,
  /\b(?:arno|arni|arnyn)\b|\bei (?:rent|rhent|dyled|ddyled|cyfrif|gyfrif|chyfrif)\b|\beu (?:rhent|dyled|cyfrif)\b/u,
  /\b(?:on|ona|oni) (?:jest|sa|zalega|zalegaja|ma|maja|musi)\b|\b(?:jego|jej|ich) (?:czynsz|sald|kont|dlug|zaleglosc)/u,
  // Romanian, Portuguese, Ukrainian, Urdu, Punjabi, Bengali, Arabic, Somali: his or her, and the rent or what is owed.
  word('(?:chiria|datoria|soldul|contul) (?:lui|ei|lor)|(?:cat|ce) (?:datoreaza|are de plata)'),
  word('(?:renda|conta|divida|saldo|aluguel|aluguer) (?:dele|dela|deles)|quanto (?:ele|ela|eles) devem?'),
  word(
    '(?:його|її|їхн\\p{L}*) (?:оренд\\p{L}*|борг\\p{L}*|рахун\\p{L}*|баланс)|(?:він|вона|вони) (?:винен|винна|винні|заборгува\\p{L}*)',
  ),
  word('(?:اس|ان) (?:کا|کے|کی) (?:کرایہ|کرائے|بقایا|اکاؤنٹ|قرض)|(?:us|un) (?:ka|ke|ki) (?:rent|kiraya|baqaya|account)'),
  word('(?:ਉਸ|ਉਹਨਾਂ|ਉਨ੍ਹਾਂ) ?(?:ਦਾ|ਦੇ) (?:ਕਿਰਾਇਆ|ਬਕਾਇਆ|ਖਾਤਾ)|(?:তার|তাদের|ওর) (?:ভাড়া|বাকি|হিসাব)'),
  word('(?:ايجاره|ايجارها|حسابه|حسابها|رصيده|رصيدها|عليه|عليها)|(?:kiradiisa|kiradeeda|deyntiisa|deynteeda)'),
];

const own: readonly RegExp[] = [
  /\bi owe\b|\b(?:do|am|have) i\b|\bmy (?:own |rent )?(?:rent|balance|account|arrears)\b/u,
  /\b(?:arnaf|arna i|ydw i)\b|\bfy (?:rhent|nghyfrif|nyled|malans)\b/u,
  word(
    '(?:chiria|datoria|soldul|contul) (?:mea|meu)|(?:minha|meu) (?:renda|divida|saldo|conta|aluguel|aluguer)|quanto devo',
  ),
  word('(?:моя|мій|моєї|мого|мої) (?:оренд\\p{L}*|борг\\p{L}*|рахун\\p{L}*|баланс)|я (?:винен|винна)'),
  word('(?:میرا|میرے|میری|mera|mere|meri|ਮੇਰਾ|ਮੇਰੇ|আমার|amar|ايجاري|حسابي|رصيدي|علي|kiradayda|deyntayda)'),
  /\bjestem\b|\bmam (?:do )?zaplac|\bmoj\p{L}* (?:czynsz|sald|kont|dlug)/u,
];

/** @returns whether it is somebody else's account and no word tells of one's own */
export function asksOfAnothersAccount(text: string): boolean {
  const words = folded(plainStart(text)).replaceAll('’', "'");
  const holds = (patterns: readonly RegExp[]) => patterns.some((each) => each.test(words));
  return holds(others) && !holds(own);
}
