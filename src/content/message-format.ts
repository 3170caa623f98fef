// ICU MessageFormat as our phrases use it: named formats for dates and money, ISO dates as values.

import { IntlMessageFormat } from 'intl-messageformat';
import type { Values } from '../turn/reply/ports.ts';

const timeZone = 'Europe/London';

/** `{by, date, long}`, `{by, date, short}`, `{balance, number, money}`. Others are refused by the content check. */
const formats = {
  date: {
    long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone },
    short: { day: 'numeric', month: 'short', year: undefined, timeZone },
    month: { month: 'long', year: 'numeric', timeZone },
  },
  number: { money: { style: 'currency', currency: 'GBP', currencyDisplay: 'narrowSymbol' } },
} as const;

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Kinds of element of the parser: it exports them as an enum, which type stripping cannot read. */
const kind = { number: 2, date: 3, time: 4, select: 5, plural: 6, literal: 0, pound: 7 } as const;

export interface Placeholder {
  readonly name: string;
  readonly kind: number;
  readonly style?: string;
  /** For plural and select: the options written. */
  readonly options?: readonly string[];
  readonly isOrdinal?: boolean;
}

export interface CompiledMessage {
  readonly placeholders: readonly Placeholder[];
  format(values: Values): string;
}

/** @throws Error when the text is no ICU message */
export function compileMessage(text: string, language: string): CompiledMessage {
  const message = new IntlMessageFormat(text, localeOf(language), formats, { ignoreTag: true });
  const placeholders = placeholdersIn(message.getAst());
  const dates = placeholders.filter((each) => each.kind === kind.date).map((each) => each.name);
  const names = placeholders.map((each) => each.name);
  const fixed = names.length === 0 ? String(message.format({})) : undefined;
  return {
    placeholders,
    format(values) {
      if (fixed !== undefined) return fixed;
      const all: Record<string, string | number | Date> = {};
      for (const name of names) all[name] = values[name] ?? '';
      for (const name of dates) all[name] = dateOf(all[name]);
      return asHere(String(message.format(all)));
    },
  };
}

/** English is the English of this country, the day before the month; Portuguese that of Portugal. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' };

/** Digits are those of references, telephone numbers and letters from the landlord, in every script. */
function localeOf(language: string): string {
  return `${locales[language] ?? language}-u-nu-latn`;
}

/** Arabic calls the pound of this country `UK£`, to tell it from its own. */
function asHere(text: string): string {
  return text.replaceAll('UK£', '£');
}

/** A date that is not known is no reason to say nothing: the phrase chooses by another value whether to name it. */
function dateOf(value: unknown): Date {
  const text = String(value ?? '');
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00Z` : text);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}

function styleOf(element: Element): { readonly style?: string } {
  return 'style' in element && typeof element.style === 'string' ? { style: element.style } : {};
}

function placeholdersIn(elements: readonly Element[]): readonly Placeholder[] {
  return elements.flatMap((element): readonly Placeholder[] => {
    if (element.type === kind.literal || element.type === kind.pound) return [];
    const name = 'value' in element ? String(element.value) : '';
    if (!('options' in element)) return [{ name, kind: element.type, ...styleOf(element) }];
    const inner = Object.values(element.options).flatMap((option) => placeholdersIn(option.value));
    const isOrdinal = 'pluralType' in element && element.pluralType === 'ordinal';
    return [{ name, kind: element.type, options: Object.keys(element.options), isOrdinal }, ...inner];
  });
}

/** Formats that are not ours, and plural forms of the language that are not written. */
export function messageFaults(message: CompiledMessage, language: string): readonly string[] {
  return message.placeholders.flatMap((each) => [...styleFaults(each), ...pluralFaults(each, language)]);
}

function styleFaults({ name, kind: is, style }: Placeholder): readonly string[] {
  if (style === undefined) return [];
  const known = is === kind.date ? Object.keys(formats.date) : is === kind.number ? Object.keys(formats.number) : [];
  return known.includes(style) ? [] : [`{${name}} has the format ${style}, which is none of ${known.join(', ')}`];
}

function pluralFaults({ name, kind: is, options = [], isOrdinal }: Placeholder, language: string): readonly string[] {
  if (is === kind.select) return options.includes('other') ? [] : [`{${name}} has no form for "other"`];
  if (is !== kind.plural) return [];
  const type = isOrdinal ? 'ordinal' : 'cardinal';
  const forms = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
  // Where a language tells apart only one and other, `=1` says the same as `one`.
  const has = (form: string) => options.includes(form) || (form === 'one' && options.includes('=1'));
  const missing = forms.filter((form) => !has(form));
  return missing.length === 0 ? [] : [`{${name}} lacks the plural form ${missing.join(', ')} of this language`];
}
