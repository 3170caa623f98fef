// The parts of a record, and what they hold, as agents read them.

import { named, t } from '../words/t.ts';
import { languageName, sentence, spoken } from '../words.ts';
import type { Need } from './api.ts';
import { needLine } from './need-line.ts';

/** A way to reach somebody. */
export function wayName(way: string): string {
  return way === 'sms' ? t('Text') : sentence(spoken(way));
}

const names = {
  calledAs: 'Wants to be called',
  title: 'Title',
  language: 'Language',
  speaks: 'Speaks',
  letters: 'Letters in',
  avoid: 'Not at these times',
  best: 'Best time',
  calls: 'When rung',
  never: 'Never by',
  prefer: 'Prefers',
  visitBy: 'Visits by',
  visitHours: 'Time of visits',
  phones: 'Phone number',
  email: 'E-mail',
  need: 'Need',
} as const;

export function partName(what: string): string {
  return named(names, what) ?? sentence(spoken(what));
}

/** How those parts are told that hold no words of somebody’s own. */
const tellings: Readonly<Record<string, (code: string) => string>> = {
  language: languageName,
  speaks: languageName,
  letters: languageName,
  prefer: wayName,
  never: wayName,
  calls: spoken,
  visitBy: spoken,
  visitHours: spoken,
};

export function partTold(what: string, value: unknown): string {
  if (value === null || value === undefined) return t('nothing');
  if (Array.isArray(value))
    return value.length === 0 ? t('nothing') : value.map((each) => partTold(what, each)).join(', ');
  if (typeof value === 'object') return needTold(value as Need & { readonly endedOn?: string });
  return tellings[what]?.(String(value)) ?? String(value);
}

function needTold(need: Need & { readonly endedOn?: string }): string {
  const { until, review, endedOn } = need;
  const line = needLine(need);
  if (endedOn !== undefined) return t('{need}, over on {day}', { need: line, day: endedOn });
  const lasting = lastingTold(line, until);
  return review === undefined ? lasting : t('{need}, review {day}', { need: lasting, day: review });
}

function lastingTold(need: string, until: string | undefined): string {
  if (until === undefined) return need;
  return until === 'long-term'
    ? t('{need}, until further notice', { need })
    : t('{need}, until {day}', { need, day: until });
}
