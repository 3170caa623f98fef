// What a translation service must do for us, and what its failures are called.

import { type OutsideCode, OutsideError } from '../model/outside-error.ts';

export interface Engine {
  /**
   * @param texts plain text, together at most `mostCharacters`
   * @param how BCP 47 tags and the time limit
   * @returns as many texts, in the same order
   * @throws OutsideError when there is no answer in time, or none that is one
   */
  translate(
    texts: readonly string[],
    how: { readonly from: string; readonly to: string; readonly limitMs: number },
  ): Promise<readonly string[]>;
  /** What one request may hold. */
  readonly mostCharacters: number;
  readonly mostTexts: number;
}

export function engineError(code: OutsideCode, more: { cause?: unknown; retryAfterMs?: number } = {}): OutsideError {
  const retryable = code !== 'refused';
  return new OutsideError('The translation service did not answer', {
    system: 'translation',
    code,
    retryable,
    ...more,
  });
}
