// The protected characteristics of the Equality Act 2010, as a person has told them of themselves. They are for figures alone: no turn
// decides anything by them, no colleague is shown them. What may be answered is data: the options of `dialogs/tenancy/equality.yaml`.

/** Age is read from the date of birth; an answer to it says only whether it may be. Disability is its own answer, read from no need. */
export const characteristicNames = [
  'age',
  'disability',
  'gender-reassignment',
  'marriage',
  'pregnancy',
  'race',
  'religion',
  'sex',
  'sexual-orientation',
] as const;
export type CharacteristicName = (typeof characteristicNames)[number];

export interface CharacteristicTold {
  /** One of the options of the dialog, in lower case joined by hyphens: `civil-partnership`, `prefer-not-to-say`. */
  readonly answer: string;
  /** ISO date. */
  readonly on: string;
}

/** What is not there was never answered. */
export type Characteristics = { readonly [Name in CharacteristicName]?: CharacteristicTold };

/** Slots in which a dialog asks for them begin so: what is answered to them is shown to nobody, learned from nowhere, and soon forgotten. */
const slotPrefix = 'equality_';

export function isEqualitySlot(slot: string | undefined): boolean {
  return slot?.startsWith(slotPrefix) ?? false;
}

/** The slot of a characteristic, as a dialog names it. */
export function equalitySlot(name: CharacteristicName): string {
  return `${slotPrefix}${name.replaceAll('-', '_')}`;
}
