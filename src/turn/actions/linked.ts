// What was told in one breath is several cases, and each names the others: whoever opens one finds the rest.

import type { KeyedEffect } from '../turn.ts';

/** With the references on what is opened under `reference` here. */
export function withLinks(
  effects: readonly KeyedEffect[],
  reference: string,
  ...links: readonly string[]
): readonly KeyedEffect[] {
  return effects.map((effect): KeyedEffect => {
    const isLinked = effect.kind === 'housing.create-repair' || effect.kind === 'housing.create-case';
    if (!isLinked || effect.payload.reference !== reference || links.length === 0) return effect;
    const all = [...new Set([...(effect.payload.links ?? []), ...links])];
    if (effect.kind === 'housing.create-case') return { ...effect, payload: { ...effect.payload, links: all } };
    return { ...effect, payload: { ...effect.payload, links: all } };
  });
}

/** For a case that was opened before: the housing system adds the references to those that it has. */
export function linkTo(earlier: string, ...links: readonly string[]): KeyedEffect {
  const payload = { reference: earlier, changes: { addLinks: links } };
  return { kind: 'housing.change-case', key: `housing:${earlier}`, payload };
}
