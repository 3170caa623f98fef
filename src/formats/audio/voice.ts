// What a voice must do for us, and what its failures are called.

import { type OutsideCode, OutsideError } from '../../model/outside-error.ts';

/** Samples a second of all that is spoken and recorded here: what eSpeak NG makes, and enough for speech. */
export const samplesPerSecond = 22_050;

export interface Voice {
  canSpeak(language: string): boolean;
  /**
   * @returns samples of 16 bits, one channel, `samplesPerSecond`
   * @throws OutsideError when there is no recording in time, or none that is one
   */
  speak(text: string, language: string, limitMs: number): Promise<Int16Array>;
}

export function voiceError(code: OutsideCode, cause?: unknown): OutsideError {
  const retryable = code !== 'refused';
  return new OutsideError('The recording was not made', { system: 'speech', code, retryable, cause });
}
