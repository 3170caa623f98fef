// What understanding asks for. Our own recogniser stands behind these; one elsewhere may be asked as well, but it only proposes.

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

/** What a recogniser elsewhere is asked: the tenant's words without what tells whose they are. */
export interface Asked {
  readonly text: string;
  /** BCP 47 of the text. */
  readonly language: string;
}

export interface Proposal {
  /** As a recogniser's: names of our own taxonomy, the best first. */
  readonly guesses: readonly Guess[];
  /** By names that the detail finder knows, in words that it can read: it reads them itself. */
  readonly slots: Readonly<Record<string, string>>;
}

/**
 * A recogniser elsewhere, such as a language model; there is none unless it was switched on. It answers in time or not at all:
 * undefined when it is away, late, or names anything that is on none of our lists. Then ours counts.
 */
export interface Interpreter {
  interpret(asked: Asked): Promise<Proposal | undefined>;
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
