// What the danger detector makes of examples that it has not seen: danger that was raised, and what was raised without need.

import { groupedBy, percent, type Share, type Tried } from './cross-validate.ts';

/** @param urgent the kinds that are dangers */
export function dangerLines(tried: readonly Tried[], urgent: readonly string[]): readonly string[] {
  const inDanger = tried.filter(({ wanted }) => urgent.includes(wanted));
  const others = tried.filter(({ wanted }) => !urgent.includes(wanted));
  const groups: readonly (readonly [string, readonly Tried[]])[] = [
    ['In danger', inDanger],
    ['Only sounds like danger', others.filter(({ isLookalike }) => isLookalike)],
    ['Ordinary', others.filter(({ isLookalike }) => !isLookalike)],
  ];
  return groups.flatMap(([title, each]) => linesOf(title, each));
}

function linesOf(title: string, tried: readonly Tried[]): readonly string[] {
  const byLanguage = [...groupedBy(tried, ({ language }) => language)];
  const shares = byLanguage.map(([language, each]) => `${language} ${shareLine(each)}`);
  return [`${title}: ${shareLine(tried)} of ${tried.length} raised/told the number`, `  ${shares.join(', ')}`];
}

/** 93.5 %/98.8 % */
function shareLine(tried: readonly Tried[]): string {
  const share = (is: (each: Tried) => boolean): Share => ({ right: tried.filter(is).length, of: tried.length });
  return `${percent(share((each) => each.isRaised))}/${percent(share((each) => each.isTold))}`;
}
