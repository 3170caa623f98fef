// People in the home and their health, as far as a question would ask for them: is there anybody for whom this is harder?
//
// What somebody tells of health is special category data (UK GDPR, article 9), and a question that it answers is all that we need it for.
// So it is told by kind and in no words of theirs, `vulnerable` keeps yes or no, and neither `people` nor `health` is ever kept: no
// dialog has such a slot that would not ask for itself. Only where the law judges a hazard by who lives there does a question ask for
// it in words (`household`), which go to the hazard's case alone. The message itself stays what the tenant wrote, like any other.

import { flat } from '../../model/said/times.ts';
import { type ConceptWords, createConcepts } from './concepts.ts';
import { elsewhere, health, nobody, none, notPeople, people } from './household-words.ts';
import { wordsOf } from './words.ts';

/** A child under five and somebody from 65 on, as the question means them (Housing Health and Safety Rating System: vulnerable age groups). */
const ages = { child: 5, older: 65 };

const number =
  '(?<age>\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|jednoroczn\\w*|dwu|trzy|cztero)';
const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const person =
  'sons?|daughters?|boys?|girls?|kids?|child|children|babies|baby|bab|grandson|granddaughter|mum|mam|mother|dad|father|husband|wife|partner|aunt|uncle|little one';
const afterAge = `(?= ?(?:$|[.,;!?)]|\\n|and\\b|with\\b|has\\b|have\\b|is\\b|can\\b|who\\b|at\\b|in\\b|to\\b|here\\b|living\\b|lives\\b|(?:${person})\\b))`;

interface Aged {
  readonly pattern: RegExp;
  /** Years in one of what is counted. */
  readonly years: number;
}

const aged: readonly Aged[] = [
  {
    pattern: new RegExp(
      `\\b(?:my|our|a|an|the|with|have|two|her|his|and) ${number}[ -]?(?:days?|weeks?|wks?|months?|mths?|mo)[ -]?olds?\\b`,
      'gu',
    ),
    years: 1 / 12,
  },
  {
    pattern: new RegExp(
      `\\b(?:baby|son|daughter|child|kid|girl|boy)(?:'s| is|,)? (?:only )?${number} (?:days|weeks|months)\\b`,
      'gu',
    ),
    years: 1 / 12,
  },
  {
    pattern: new RegExp(
      `\\b(?:my|our|a|an|the|with|have|two|her|his|and) ${number}[ -]?(?:years?|yrs?|yr)?[ -]?(?:olds?|y/?o)\\b${afterAge}`,
      'gu',
    ),
    years: 1,
  },
  {
    pattern: new RegExp(
      `\\b(?:kids?|children|sons?|daughters?|little ones?|grandchildren|boys?|girls?|child|baby|he|she|mum|(?:my|me|our) mam|mother|dad|father|husband|wife|nan|partner|i)(?:'s|'m| is| am| are| both| all)? (?:are |both |all )?(?:only )?(?:aged? |(?<under>under )|now )?${number}\\b(?! ?(?:st|nd|rd|th|%|pm|am|o'?clock|degrees|pounds|quid|miles|days|weeks|months|times|minutes|hours|bags|rooms|bed|flats?|floors?|different|of)\\b|[:./-]\\d)`,
      'gu',
    ),
    years: 1,
  },
  { pattern: /\baged? (?:of )?(?<age>\d{1,3})\b/gu, years: 1 },
  { pattern: /\b(?<age>\d{1,3}) mis oed\b|\b(?<age2>\d{1,2})[ -]?miesi\w+/gu, years: 1 / 12 },
  {
    pattern:
      /\b(?<age>\d{1,3}) (?:mlwydd )?oed\b|\b(?<age2>\d{1,3})[ -]?let\w+|\b(?:mam|ma) (?<age3>\d{1,3}) lata?\b/gu,
    years: 1,
  },
];

export interface Household {
  /** `pregnant`, `baby`, `child`, `older`. */
  readonly people: readonly string[];
  /** `illness`, `disability`. */
  readonly health: readonly string[];
  /** Undefined when the words do not tell: then it is asked. */
  readonly isVulnerable?: boolean;
}

export function createHouseholdReader(): (text: string) => Household {
  const [peopleIn, healthIn, nobodyIn] = [kindsIn(people), kindsIn(health), kindsIn(nobody)];
  let last: { readonly text: string; readonly household: Household } | undefined;
  const read = (text: string): Household => {
    const sentences = text.split(/(?<=[.!?;])\s+|[\r\n]+/u).filter((each) => !elsewhere.test(flat(each)));
    const found = { people: new Set<string>(), health: new Set<string>(), nobody: false };
    for (const sentence of sentences) {
      const line = flat(sentence).replace(notPeople, ' ');
      const said = wordsOf(line);
      for (const kind of [...peopleIn(said), ...agesIn(line)]) found.people.add(kind);
      for (const kind of healthIn(said)) found.health.add(kind);
      found.nobody ||= nobodyIn(said).length > 0;
    }
    const isTold = found.people.size + found.health.size > 0;
    return {
      people: [...found.people],
      health: [...found.health],
      ...((isTold || found.nobody) && { isVulnerable: isTold }),
    };
  };
  // Three slots ask for it in a row.
  return (text) => {
    if (last?.text !== text) last = { text, household: read(text) };
    return last.household;
  };
}

function kindsIn(lists: ConceptWords): (words: readonly string[]) => readonly string[] {
  const concepts = createConcepts(lists);
  const isNo = 'no' in lists;
  return (said) =>
    said.flatMap((_, at) => {
      const isDenied = !isNo && said.slice(Math.max(0, at - 3), at).some((word) => none.has(word));
      return isDenied ? [] : concepts.of(said, at).map((concept) => concepts.names[concept] ?? '');
    });
}

function agesIn(line: string): readonly string[] {
  return aged.flatMap(({ pattern, years }) =>
    [...line.matchAll(pattern)].flatMap(({ groups = {} }) => {
      const { age = '', age2 = age, age3 = age2, under } = groups;
      const told = /\d/.test(age3) ? Number(age3) : words.indexOf(age3);
      return kindOf(told * years, under === undefined);
    }),
  );
}

/** A child of five or more, and anybody from then to sixty-four, tells nothing: others may live there. */
function kindOf(age: number, isExact: boolean): readonly string[] {
  if (age >= 0 && (age < ages.child || (age === ages.child && !isExact))) return [age < 1 ? 'baby' : 'child'];
  return age >= ages.older && age < 115 ? ['older'] : [];
}
