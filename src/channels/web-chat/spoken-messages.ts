// A message read out by the service, for a device that has no voice for its language. Made once and kept for some minutes in memory alone;
// whoever asks has the token of the conversation, and a message that was deleted is not there to be read.

import { Problem } from '../../http/problem.ts';
import { type Logger, nameOf } from '../../log.ts';
import type { Message } from '../../model/message.ts';
import type { Log, RateLimit } from '../channel.ts';
import { tooMany } from './too-many.ts';

/** As MP3. @throws when there is no voice for the language, or it could not be made now */
export type Speak = (text: string, language: string) => Promise<Uint8Array>;

export interface SpokenParts {
  readonly log: Log;
  readonly logger: Logger;
  readonly speak?: Speak;
  readonly limits: { readonly message: RateLimit };
}

/** About two minutes. */
const mostCharacters = 1_500;
/** Each is some hundred kilobytes. */
const mostKept = 50;
const keptMs = 10 * 60_000;
/** One is made at a time; who would wait longer than for these is asked to come back. */
const mostAtOnce = 5;

export type SpokenMessages = (conversation: string, sequence: number) => Promise<Uint8Array>;

export function createSpokenMessages({ log, logger, speak, limits }: SpokenParts): SpokenMessages {
  const kept = new Map<string, Promise<Uint8Array>>();
  let underWay = 0;

  const make = async (voice: Speak, text: string, message: Message): Promise<Uint8Array> => {
    if (underWay >= mostAtOnce) throw tooMany(5_000);
    underWay += 1;
    try {
      return await voice(text, message.language);
    } catch (error) {
      logger.warn('a message could not be read out', { conversation: message.conversation, error: nameOf(error) });
      throw new Problem(503, 'no-voice', { title: 'This message cannot be read out now.' });
    } finally {
      underWay -= 1;
    }
  };
  const keep = (key: string, made: Promise<Uint8Array>) => {
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    const forget = () => {
      if (kept.get(key) === made) kept.delete(key);
    };
    setTimeout(forget, keptMs).unref();
    made.catch(forget);
    return made;
  };

  return async (conversation, sequence) => {
    const [message] = await log.read(conversation, sequence - 1, 1);
    if (speak === undefined || message?.sequence !== sequence || message.kind !== 'message') throw noMessage();
    const text = readOut(message);
    const key = `${conversation}|${sequence}`;
    const before = kept.get(key);
    if (before !== undefined) return before;
    const taken = await limits.message.take(`audio:${conversation}`);
    if (!taken.allowed) throw tooMany(taken.retryAfterMs);
    return kept.get(key) ?? keep(key, make(speak, text, message));
  };
}

function noMessage(): Problem {
  return new Problem(404, 'no-such-message', { title: 'There is no such message to read out.' });
}

/** With its answers: they are part of the question. */
function readOut({ text, data: { options = [] } }: Message): string {
  const all = [text, ...options.map(({ label }) => label)].join('. ');
  if (all.length > mostCharacters)
    throw new Problem(413, 'too-long', { title: 'This message is too long to read out.' });
  return all;
}
