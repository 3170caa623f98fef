// What nobody has confirmed yet, for a landlord to go through before it goes live: numbers, law, languages that no second reader has seen.

import type { Landlord } from '../model/landlord.ts';
import type { NationRules } from '../model/nation-rules.ts';
import { processingRecords } from '../model/retention.ts';
import type { Phrases } from '../turn/reply/ports.ts';

export function unconfirmed(of: {
  readonly landlord: Landlord;
  readonly rules: NationRules;
  readonly phrases: Phrases;
}): readonly string[] {
  const { landlord, rules, phrases } = of;
  const { helplines, complaints, hazards, ombudsman, equalLanguages } = rules;
  const law = [...complaints, ...hazards, ...ombudsman, ...(equalLanguages === undefined ? [] : [equalLanguages])];
  return [
    ...(landlord.checked ? [] : [`${landlord.name}: its numbers, addresses and pages`]),
    ...(landlord.texts.price === undefined || landlord.texts.price.checked
      ? []
      : ['texts.price: what a segment of a text costs']),
    ...Object.values(helplines)
      .filter(({ checked }) => !checked)
      .map(({ name, phone, text, web, source }) => `${name}: ${phone ?? text ?? web ?? 'how it works'} (${source})`),
    ...law.filter(({ checked }) => !checked).map(({ rule, source }) => `${rule} (${source})`),
    ...processingRecords(landlord.retention)
      .filter(({ checked }) => !checked)
      .map(
        ({ kind, days, basis }) =>
          `retention.${kind}: ${days} days, ${basis} (its data protection officer confirms it)`,
      ),
    ...phrases.languages
      .filter(({ reviewed }) => !reviewed)
      .map(({ name }) => `${name}: no second reader has seen the texts`),
  ];
}
