// What goes to the program that records, and what comes back.

export interface Line {
  readonly text: string;
  /** eSpeak NG's name of the voice. */
  readonly voice: string;
  readonly restMs: number;
  /** Spoken already, by a voice elsewhere. */
  readonly samples?: Int16Array;
}

export interface Order {
  readonly lines: readonly Line[];
  readonly mostBytes: number;
}

/** The MP3; or that it stands ready for the first order; or that it would become longer than a file may be. */
export type Recorded = Uint8Array | 'ready' | 'too-long';
