// "How much rent does he owe?": whose account is asked about, in English, Welsh and Polish. In doubt it is one's own, which is told
// to nobody without proof.

import { folded, plainStart } from './plain.ts';

const others: readonly RegExp[] = [
  /\b(?:he|she|they) owes?\b|\bdo(?:es)? (?:(?!(?:i|we|you|it|this)\b)[\p{L}']+ ){1,4}owe\b/u,
  /\b(?:his|her|their) (?:rent|balance|account|arrears|debt)\b|\b(?:is|are) (?:he|she|they) (?:in|behind)\b/u,
  /\b(?:arno|arni|arnyn)\b|\bei (?:rent|rhent|dyled|ddyled|cyfrif|gyfrif|chyfrif)\b|\beu (?:rhent|dyled|cyfrif)\b/u,
  /\b(?:on|ona|oni) (?:jest|sa|zalega|zalegaja|ma|maja|musi)\b|\b(?:jego|jej|ich) (?:czynsz|sald|kont|dlug|zaleglosc)/u,
];

const own: readonly RegExp[] = [
  /\bi owe\b|\b(?:do|am|have) i\b|\bmy (?:own |rent )?(?:rent|balance|account|arrears)\b/u,
  /\b(?:arnaf|arna i|ydw i)\b|\bfy (?:rhent|nghyfrif|nyled|malans)\b/u,
  /\bjestem\b|\bmam (?:do )?zaplac|\bmoj\p{L}* (?:czynsz|sald|kont|dlug)/u,
];

/** @returns whether it is somebody else's account and no word tells of one's own */
export function asksOfAnothersAccount(text: string): boolean {
  const words = folded(plainStart(text)).replaceAll('’', "'");
  const holds = (patterns: readonly RegExp[]) => patterns.some((each) => each.test(words));
  return holds(others) && !holds(own);
}
