// Words on which much hangs, translated and translated back: what came back is compared with what was said. Whoever needs them gets the
// translation in any case, with what is doubted; that a person looks at it is up to who asked.

import { type Doubt, doubtsOf, isSameText } from '../model/alike.ts';
import type { Asked, Translator } from './translator.ts';

export interface Checked {
  readonly text: string;
  /** Empty: nothing that must not change did. */
  readonly doubts: readonly Doubt[];
}

/** Undefined when there is no translation now. */
export async function checkedTranslation(
  text: string,
  asked: Asked,
  translator: Translator,
): Promise<Checked | undefined> {
  const [translated] = await translator.translate([text], asked);
  if (translated === undefined) return undefined;
  if (isSameText(text, translated)) return { text: translated, doubts: ['untranslated'] };
  const [back] = await translator.translate([translated], { ...asked, from: asked.to, to: asked.from });
  const doubts = back === undefined ? (['unchecked'] as const) : doubtsOf({ original: text, back }, asked.from);
  return { text: translated, doubts };
}
