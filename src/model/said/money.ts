// Amounts of money as people say them, put into figures: "a tenner" is £10, "forty quid" £40, "1.2k" £1200. Readers of amounts look at
// the line after that.

const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const polish: Readonly<Record<string, number>> = {
  piec: 5,
  pięć: 5,
  dziesiec: 10,
  dziesięć: 10,
  pietnascie: 15,
  piętnaście: 15,
  dwadziescia: 20,
  dwadzieścia: 20,
  trzydziesci: 30,
  trzydzieści: 30,
  czterdziesci: 40,
  czterdzieści: 40,
  piecdziesiat: 50,
  pięćdziesiąt: 50,
  szescdziesiat: 60,
  sześćdziesiąt: 60,
  osiemdziesiat: 80,
  osiemdziesiąt: 80,
  sto: 100,
  dwiescie: 200,
  dwieście: 200,
};
const welsh: Readonly<Record<string, number>> = { pum: 5, deg: 10, ugain: 20, hanner_can: 50, can: 100, cant: 100 };

const small = `(?:(?:${tens.join('|')})(?:[ -](?:${units.slice(0, 9).join('|')}))?|${units.join('|')})`;
const inWords = `(?<words>(?:(?:(?:a|an|${units.slice(0, 9).join('|')}) (?:hundred|thousand)(?: and | )?)+${small}?|(?:a )?couple of hundred|a few hundred|${small}|hundred))`;
const pounds = '(?:pounds?|quid|squid|sovs?|gbp|lb)';
const spoken = new RegExp(`(?<![\\p{L}\\d])${inWords} ${pounds}(?![\\p{L}])`, 'giu');
const other = new RegExp(
  `(?<![\\p{L}\\d])(?<words>${[...Object.keys(polish), ...Object.keys(welsh).map((each) => each.replace('_', ' '))].join('|')}) (?:funt\\p{L}*|punt|bunt|o bunnoedd)(?![\\p{L}])`,
  'giu',
);

const slang: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\d])(?:a|one|papur) (?:tenner|ten-?spot|deg punt)(?![\p{L}])/giu, '£10'],
  [/(?<![\p{L}\d])(?:a|one) fiver(?![\p{L}])/giu, '£5'],
  [/(?<![\p{L}\d])(?:a|one) (?:score)(?= (?:a|per|each|every) )/giu, '£20'],
  [/(?<![\p{L}\d])(?:a) (?:pony)(?= (?:a|per|each|every) )/giu, '£25'],
  [/(?<![\p{L}\d])(?:a|one) (?:ton)(?= (?:a|per|each|every) )/giu, '£100'],
  [/(?<![\p{L}\d])(?:a|one) grand(?![\p{L}])/giu, '£1000'],
];
const tenners = /(?<![\p{L}\d])(?<count>\d|two|three|four|five) (?<note>tenners|fivers|grand)(?![\p{L}])/giu;
const notes: Readonly<Record<string, number>> = { tenners: 10, fivers: 5, grand: 1000 };
const thousands =
  /(?<=£ ?)(?<count>\d{1,3}(?:\.\d)?) ?k(?![\p{L}\d])|(?<![\p{L}\d.,£])(?<bare>\d{1,3}(?:\.\d)?)k(?= (?:in |of )?(?:arrears|debt|rent|owed|pounds|quid))/giu;

/** @param line as `plain` gives it */
export function withPounds(line: string): string {
  let out = line;
  for (const [words, amount] of slang) out = out.replace(words, amount);
  return out
    .replace(tenners, (said, count: string, note: string) =>
      pound((figure(count) ?? 0) * (notes[note.toLowerCase()] ?? 0), said),
    )
    .replace(thousands, (said, count?: string, bare?: string) => {
      const amount = Math.round(Number(count ?? bare) * 1000);
      return count === undefined ? pound(amount, said) : String(amount);
    })
    .replace(spoken, (said, words: string) => pound(figure(words), said))
    .replace(other, (said, words: string) =>
      pound(polish[words.toLowerCase()] ?? welsh[words.toLowerCase().replace(' ', '_')], said),
    );
}

function pound(amount: number | undefined, said: string): string {
  return amount === undefined || amount === 0 ? said : `£${amount}`;
}

const worth = new Map([
  ...units.map((unit, at) => [unit, at + 1] as const),
  ...tens.map((ten, at) => [ten, (at + 2) * 10] as const),
]);

/** "Two hundred and fifty" is 250. */
function figure(words: string): number | undefined {
  if (/^\d+$/.test(words)) return Number(words);
  if (/few/i.test(words)) return undefined;
  if (/couple/i.test(words)) return 200;
  let [sum, part] = [0, 0];
  for (const word of words.toLowerCase().split(/[ -]+/)) {
    if (word === 'hundred') part = Math.max(1, part) * 100;
    else if (word === 'thousand') [sum, part] = [sum + Math.max(1, part) * 1000, 0];
    else part += worth.get(word) ?? 0;
  }
  return sum + part;
}
