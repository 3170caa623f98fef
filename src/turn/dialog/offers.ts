// Questions that the service asks by itself, outside any dialog: did you mean, shall we carry on, would you like a person.
// What was offered is kept in the state as `<kind>.<value>`; an enquiry is kept by its name.

import { ownNameOf } from '../../model/said/language-name.ts';
import type { Line, OptionLine } from '../line.ts';

/** Kinds whose options are not enquiries. */
const kinds = {
  resume: { phrase: 'interrupt.resume', labels: 'talk' },
  person: { phrase: 'talk.not_understood_again', labels: 'talk' },
  not_now: { phrase: 'talk.not_now', labels: 'talk' },
  stuck: { phrase: 'ask.stuck', labels: 'ask.stuck.options' },
  change: { phrase: 'ask.change', labels: '' },
  /** The language of the words: `tongue.go_on.ur`, `tongue.interpreter.es`. */
  tongue: { phrase: 'language.strange', labels: 'language' },
  /** Beside them, what no read-back shows: a name, an address. */
  own: { phrase: 'ask.change', labels: 'ask.own' },
} as const;

export type OfferKind = keyof typeof kinds;

export const noneOfThese = 'none_of_these';

/** What an offered option means: the kind and value, or an enquiry's name. */
export function readOffered(offered: string): { readonly kind: OfferKind | 'enquiry'; readonly value: string } {
  const [kind = '', ...rest] = offered.split('.');
  if (kind in kinds) return { kind: kind as OfferKind, value: rest.join('.') };
  return { kind: 'enquiry', value: offered };
}

export function offeredOptions(offered: readonly string[], dialog = ''): readonly OptionLine[] {
  return offered.map((each) => {
    const { kind, value } = readOffered(each);
    if (kind === 'tongue') return tongueOption(value);
    return { value, phrase: labelPhrase(kind, value, dialog), values: {} };
  });
}

/** A language is called what its own speakers call it. */
function tongueOption(value: string): OptionLine {
  const [wish = '', tag = ''] = value.split('.');
  return { value, phrase: `language.${wish}`, values: { language: ownNameOf(tag) } };
}

function labelPhrase(kind: OfferKind | 'enquiry', value: string, dialog: string): string {
  if (kind === 'enquiry') return value === noneOfThese ? 'talk.none_of_these' : `label.${value}`;
  if (kind === 'change') return `${dialog}.change.${value}`;
  return `${kinds[kind].labels}.${value}`;
}

/** The question with its options, as a line. */
export function offerLine(
  offered: readonly string[],
  about: {
    readonly phrase?: string;
    readonly values?: Line['values'];
    readonly dialog?: string;
    readonly enquiry?: string;
  },
): Line {
  const { kind } = readOffered(offered[0] ?? noneOfThese);
  const isYesNo = kind === 'resume' || kind === 'person' || kind === 'not_now';
  const fallback = kind === 'enquiry' ? 'talk.did_you_mean' : kinds[kind].phrase;
  return {
    phrase: about.phrase ?? fallback,
    values: about.values ?? {},
    asks: kind,
    expects: isYesNo ? 'yes-no' : 'choice',
    options: offeredOptions(offered, about.dialog),
    ...(about.enquiry !== undefined && { enquiry: about.enquiry }),
  };
}
