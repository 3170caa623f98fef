// The `Interpreter` port served by a language model behind an OpenAI-compatible endpoint. It proposes in time, from our lists, or
// not at all; why not is told to the log as a code.

import { type Logger, leftAlone } from '../log.ts';
import { createBreaker } from '../model/breaker.ts';
import { OutsideError } from '../model/outside-error.ts';
import type { Interpreter } from '../turn/understanding/ports.ts';
import { createAnswerReader } from './answer.ts';
import { createComplete, type Endpoint } from './complete.ts';
import { type Lists, requestFor } from './prompt.ts';

interface About {
  readonly endpoint: Endpoint;
  readonly lists: Lists;
  readonly logger: Logger;
  /** In milliseconds, for the breaker's pauses. */
  readonly clock?: () => number;
}

/** Found by us in the words themselves, masked before they are sent, or the words themselves: no other can tell them. */
const ours = ['phone', 'email', 'postcode', 'reference', 'fault'];

export function createInterpreter({ endpoint, lists, logger, clock = () => performance.now() }: About): Interpreter {
  const asked = { kinds: lists.kinds, slots: lists.slots.filter((slot) => !ours.includes(slot)) };
  const complete = createComplete(endpoint);
  const read = createAnswerReader(asked);
  const breaker = createBreaker({
    clock,
    changed: leftAlone(logger, { system: 'llm', name: 'The recogniser elsewhere' }),
  });
  const tell = (code: string) => logger.info('Our own recogniser was used instead', { system: 'llm', code });
  return {
    async interpret(message) {
      if (!breaker.allows()) return undefined;
      try {
        const content = await complete(requestFor(message, asked, endpoint.model));
        breaker.worked();
        const proposal = read(content);
        // A tenant may talk a model into nonsense: that is no fault of the endpoint, and must not shut it off for others.
        if (proposal === undefined) tell('not-on-our-lists');
        return proposal;
      } catch (error) {
        const outside = error instanceof OutsideError ? error : undefined;
        breaker.failed(outside?.retryAfterMs);
        tell(outside?.code ?? 'failed');
        return undefined;
      }
    },
  };
}
