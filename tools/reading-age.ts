// The reading age of our English, of the words as the tenant gets them. What is a text is decided here, how it is measured at the desk's
// `reading-age.ts`. We aim at 9 years and refuse what is over 11.

import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import type { Fault } from '../src/content/fault.ts';
import { readLocales } from '../src/content/read-locales.ts';
import { filesIn, parseWith } from '../src/content/yaml-file.ts';
import { ageOf, countsOf, fewestWords, most } from '../web/desk/src/reading-age.ts';
import { packTexts } from './pack-texts.ts';

export const aim = 9;
/**
 * A text of fewer words than can be measured is read together with the short ones around it, as it is on a page of choices: all of one
 * section, such as `complaint.make`.
 */
const shortTexts = '(short texts)';

export interface Measured {
  /** The key of one text, or of a section: `complaint.make (short texts)`. */
  readonly key: string;
  readonly age: number;
  readonly words: number;
  readonly file: string;
  readonly line?: number | undefined;
  /** Why it may be harder. */
  readonly because?: string | undefined;
}

export interface ReadingAges {
  readonly texts: readonly Measured[];
  readonly faults: readonly Fault[];
}

interface Text {
  readonly key: string;
  readonly text: string;
  place(): { readonly file: string; readonly line?: number | undefined };
}

const Exceptions = z.record(z.string(), z.string().min(20));

export function readingAges(root: string): ReadingAges {
  const from = filesIn(root);
  const exceptions = from.read(join(root, 'locales', 'harder-texts.yaml'));
  const { value: because = {}, faults } = parseWith(exceptions, Exceptions);
  const texts = measured([...catalogueTexts(root), ...packTexts(root)]).map((each) => ({
    ...each,
    because: because[each.key],
  }));
  const needless = Object.keys(because).filter((key) => !texts.some((each) => each.key === key && each.age > most));
  return {
    texts,
    faults: [
      ...faults,
      ...texts.filter(({ age, because: why }) => age > most && why === undefined).map(faultOf),
      ...needless.map((key) => ({
        file: exceptions.file,
        line: exceptions.lineOf([key]),
        message: `${key} is read at ${most} or earlier, or is not there: take the line out.`,
      })),
    ],
  };
}

function faultOf({ key, age, file, line }: Measured): Fault {
  return {
    file,
    line,
    message: `${key} is read at ${age.toFixed(1)} years; ${most} is the most. Shorten its sentences and its words, or say in locales/harder-texts.yaml which legal name or phrase forces it.`,
  };
}

function catalogueTexts(root: string): readonly Text[] {
  const { catalogue, placeOf } = readLocales(filesIn(root));
  return [...(catalogue.texts.get('en') ?? [])].map(([key, text]) => ({ key, text, place: () => placeOf('en', key) }));
}

function measured(texts: readonly Text[]): readonly Measured[] {
  const long: Measured[] = [];
  const short = new Map<string, Text[]>();
  for (const text of texts) {
    const forms = formsOf(text.text).map(countsOf);
    const words = Math.max(...forms.map(({ word }) => word));
    const section = `${text.key.split('.').slice(0, 2).join('.')} ${shortTexts}`;
    if (words >= fewestWords) {
      const age = Math.max(...forms.filter(({ word }) => word >= fewestWords).map(ageOf));
      long.push({ key: text.key, age, words, ...text.place() });
    } else if (words > 0) short.set(section, [...(short.get(section) ?? []), text]);
  }
  return [...long, ...[...short].flatMap(([key, together]) => sectionOf(key, together))];
}

/** Too few words even together say nothing. */
function sectionOf(key: string, together: readonly Text[]): readonly Measured[] {
  const counts = countsOf(together.map(({ text }) => formsOf(text)[0]).join('\n'));
  const [first] = together;
  if (counts.word < fewestWords || first === undefined) return [];
  return [{ key, age: ageOf(counts), words: counts.word, ...first.place() }];
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What a tenant may be sent: every choice that the text has, each with the others at the same place. */
function formsOf(text: string): readonly string[] {
  const elements = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
  return Array.from({ length: mostChoices(elements) }, (_, at) => formOf(elements, at));
}

function mostChoices(elements: readonly Element[]): number {
  const choices = elements.flatMap((each) => ('options' in each ? [Object.values(each.options)] : []));
  return Math.max(1, ...choices.flatMap((each) => [each.length, ...each.map(({ value }) => mostChoices(value))]));
}

/** What is filled in is a name, a number or a day, which is not ours to make easier: it counts as one short word. */
function formOf(elements: readonly Element[], at: number): string {
  return elements
    .map((each) => {
      if ('options' in each) {
        const options = Object.values(each.options);
        return formOf(options[Math.min(at, options.length - 1)]?.value ?? [], at);
      }
      return 'style' in each || !('value' in each) ? '3' : each.type === 0 ? each.value : '3';
    })
    .join('');
}
