// What understanding asks for. Our own recogniser stands behind these; another may, but it only proposes what a message means.

export interface Guess {
  /** A name of the taxonomy, `none` included. */
  readonly enquiry: string;
  /** Calibrated, 0 to 1. */
  readonly confidence: number;
}

export interface Recogniser {
  /** @param language BCP 47 of the text; the best guess first, at most five, confidences add up to at most 1. */
  recognise(text: string, language: string): readonly Guess[];
}

export interface DangerDetector {
  /** Urgent enquiries in the tenant's own words, the gravest first; empty when there is none. In every supported language, whatever the tag says. */
  find(text: string): readonly string[];
  /** The urgent enquiry that the words may tell of, when `find` is empty and there is a doubt. */
  unsure(text: string): string | undefined;
}

export interface LanguageGuesser {
  /** `confident` only for words enough to tell; a greeting or two words never are. */
  guess(text: string): { readonly language: string; readonly confident: boolean };
}

/** In the form in which its slot keeps it. */
export type Detail = string | number;

export interface DetailFinder {
  /** Names of the slots that it knows: `date` (ISO), `phone` (E.164), `email`, `postcode` (AB1 2CD), `reference`, `name`, `room`, `fault`, `trade`, `times` (`tue morning; not fri`), `vulnerable`… */
  readonly slots: readonly string[];
  /**
   * What the text tells of a slot in passing; undefined when nothing, or when the slot is none of these.
   *
   * @param now for "tomorrow" and "next Tuesday", in Europe/London
   */
  find(slot: string, text: string, now: Date): Detail | undefined;
}
