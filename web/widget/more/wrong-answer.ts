// What is plainly none of what was asked is said before it is sent, with what to do. Only where it looks like a try at it: whoever writes
// words instead of a number is understood by the service.

import type { Expects } from '../chat/state.ts';

const digits = (text: string): number => text.replace(/\D/g, '').length;

const wrongs: Partial<Record<Expects, (text: string) => boolean>> = {
  phone: (text) => /^[\d\s()+-]+$/.test(text) && (digits(text) < 10 || digits(text) > 14),
  email: (text) => /^\S*@\S*$/.test(text) && !/^\S+@\S+\.\S+$/.test(text),
  postcode: (text) => /^[a-z]{1,2}\d[a-z\d]?$/i.test(text.trim()),
};

/** The key of a phrase; undefined where it may be sent. */
export function wrongAnswer(text: string, expects: Expects | undefined): string | undefined {
  return expects !== undefined && wrongs[expects]?.(text) ? `wrong-${expects}` : undefined;
}
