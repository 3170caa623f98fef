// What the form of a record holds, and what of it is a change. What was not touched is not sent, so that it stays as it is.

import type { Changes, Need, PersonCard } from './api.ts';

export interface NeedField {
  /** As it was read; a new one was not. */
  readonly was?: Need;
  readonly now: Need;
  readonly isOver: boolean;
}

export interface Fields {
  readonly calledAs: string;
  readonly title: string;
  readonly language: string;
  readonly speaks: string;
  readonly prefer: string;
  readonly never: readonly string[];
  /** One a line. */
  readonly avoid: string;
  readonly best: string;
  readonly phone: string;
  readonly email: string;
  readonly needs: readonly NeedField[];
}

export function fieldsOf({ name, language, contact }: PersonCard, needs: readonly Need[]): Fields {
  const { calledAs = '', speaks = '', prefer = '', never = [], avoid = [], best = '' } = contact;
  return {
    calledAs,
    title: name.title ?? '',
    language: language ?? '',
    speaks,
    prefer,
    never,
    avoid: avoid.join('\n'),
    best,
    phone: '',
    email: '',
    needs: needs.map((need) => ({ was: need, now: need, isOver: false })),
  };
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const listed = (list: readonly string[]) => (list.length === 0 ? null : list);
const written = (text: string) => (text.trim() === '' ? null : text.trim());

/** Empty where nothing is another than before. */
export function changesIn(before: Fields, now: Fields): Changes {
  const differs = (field: keyof Fields) => JSON.stringify(before[field]) !== JSON.stringify(now[field]);
  const texts = (['calledAs', 'speaks', 'prefer', 'best'] as const).filter(differs);
  const contact = {
    ...Object.fromEntries(texts.map((field) => [field, written(now[field])])),
    ...(differs('never') && { never: listed(now.never) }),
    ...(differs('avoid') && { avoid: listed(linesOf(now.avoid)) }),
  };
  const needs = now.needs.filter(isChanged).map(({ was, now, isOver }) => ({ was, now: isOver ? null : tidy(now) }));
  return {
    ...(differs('title') && { title: written(now.title) }),
    ...(differs('language') && now.language !== '' && { language: now.language }),
    ...(written(now.phone) !== null && { phones: { add: now.phone.trim() } }),
    ...(written(now.email) !== null && { email: now.email.trim() }),
    ...(Object.keys(contact).length > 0 && { contact }),
    ...(needs.length > 0 && { needs }),
  };
}

function isChanged({ was, now, isOver }: NeedField): boolean {
  if (was === undefined) return !isOver;
  return isOver || JSON.stringify(was) !== JSON.stringify(tidy(now));
}

/** Lines that are still being written, and days that were taken away, are none. */
function tidy(need: Need): Need {
  const { adjustments, ...rest } = need;
  const kept = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  const lines = adjustments?.map((line) => line.trim()).filter((line) => line !== '');
  return {
    ...(Object.fromEntries(kept) as unknown as Need),
    ...(adjustments !== undefined && { adjustments: lines ?? [] }),
  };
}
