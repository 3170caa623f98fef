// The reading port's promise: an answer in time, or "away", and never an exception.

import { OutsideError } from '../model/outside-error.ts';
import type { Answer } from '../turn/actions/housing.ts';

/** @param report hears why it was away: a code, nothing of anybody */
export async function answerInTime<T>(
  ask: () => Promise<T>,
  limitMs: number,
  report: (code: string) => void,
): Promise<Answer<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), limitMs);
  });
  try {
    return { is: 'known', value: await Promise.race([ask(), late]) };
  } catch (error) {
    report(error instanceof OutsideError ? error.code : 'failed');
    return { is: 'away' };
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(): OutsideError {
  return new OutsideError('The housing system did not answer in time', {
    system: 'housing',
    code: 'timed-out',
    retryable: true,
  });
}
