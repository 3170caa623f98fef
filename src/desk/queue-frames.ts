// What open pages are told of the queue. Of a long one that is its front: nobody reads two thousand lines, and two hundred pages that
// were each sent them at every change would keep everybody waiting. A page that has the front already is told only how many wait.

import type { Agent } from './ports.ts';
import type { AgentsQueue, QueueView } from './queue-view.ts';
import type { QueueLine } from './visible.ts';

/** So many of those that wait, beside what is offered to the agent. All are at `GET /queue`, and found by the search. */
const shown = 50;

export interface QueueFrames {
  /** What is seen, but for how long anything has lasted: pages count that on by themselves. */
  readonly seen: string;
  /** `queue`, with the lines. */
  whole(): string;
  /** `queue-length`, for a page that has the lines. */
  readonly length: string;
}

/** The frames for each agent, as they are sent. What several of them see is put into JSON once. */
export function queueFrames({ of, present }: QueueView): (agent: Agent) => QueueFrames {
  const states = JSON.stringify(Object.fromEntries([...present].map(([agent, { state }]) => [agent, state])));
  const inJson = madeOnce((line: QueueLine) => JSON.stringify(line));
  const lasting = madeOnce((line: QueueLine) =>
    JSON.stringify({ ...line, waitedSeconds: 0, reserved: line.reserved && { ...line.reserved, secondsLeft: 0 } }),
  );
  const lists = ({ waiting, mine }: AgentsQueue, put: (line: QueueLine) => string) =>
    `"waiting":[${waiting.map(put).join()}],"mine":[${mine.map(put).join()}],"presence":${states}`;
  return (agent) => {
    const queue = of(agent, shown);
    const total = `"waitingTotal":${queue.waitingTotal}`;
    return {
      seen: lists(queue, lasting),
      whole: () => `{"type":"queue",${total},${lists(queue, inJson)}}`,
      length: `{"type":"queue-length",${total}}`,
    };
  };
}

function madeOnce<Of extends object>(make: (of: Of) => string): (of: Of) => string {
  const made = new WeakMap<Of, string>();
  return (of) => {
    const known = made.get(of) ?? make(of);
    made.set(of, known);
    return known;
  };
}
