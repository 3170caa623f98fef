// What makes one format of a document. A maker that cannot make it says so and makes nothing: then people make it, by a promised day.

import type { FormatName, PaperColour, WrittenDocument } from '../model/document.ts';

export interface Wish {
  /** Print size in points; large print has 18 unless 24 was asked for. Whoever needs coloured paper may need it large. */
  readonly points?: 18 | 24;
  /** Of the paper; print of every kind can have it. Coloured paper is cream where none was asked for. */
  readonly colour?: PaperColour;
  /** Of Braille: contracted (2) where the language has it and it was asked for, else 1. */
  readonly grade?: 1 | 2;
}

export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly kind: 'pdf' | 'mp3' | 'brf' | 'txt';
  /** BCP 47 and what it is, for the name that a person sees: `large-print-18.ur`. No extension, no personal data. */
  readonly stem: string;
}

export interface FormatMaker {
  readonly format: FormatName;
  /** Whether this language can be made here at all: a voice, a font, a Braille table. */
  canMake(language: string): boolean;
  /** Whether this document can be made: easy read is written by people, so only what is one of its letters can. Missing: whatever the language allows. */
  suits?(document: WrittenDocument): boolean;
  /**
   * One file or several that belong together (BRF for an embosser beside Unicode Braille).
   *
   * @throws OutsideError when a part of the machine that makes it is away or too slow; nothing was made then
   */
  make(document: WrittenDocument, wish: Wish): Promise<readonly MadeFile[]>;
}
