// The world of a turn for tests: real content, real rules, real understanding, a housing system in memory, a desk that a test can staff.

import { loadContent } from '../../src/content/load-content.ts';
import { loadUnderstanding } from '../../src/content/understanding.ts';
import type { ContactRoute } from '../../src/model/contact-route.ts';
import type { Incident } from '../../src/model/incident.ts';
import type { OpenPromise } from '../../src/turn/act.ts';
import type { World } from '../../src/turn/world.ts';
import { type HousingInMemory, housingInMemory } from './housing-in-memory.ts';

export interface TestWorld extends World {
  readonly housing: HousingInMemory;
  /** Failed proofs so far, as the store would count them. */
  readonly failed: string[];
  /** Promises that have no end yet, by their ids. */
  readonly promised: Map<string, OpenPromise>;
  /** Those that were made in a conversation that is played. */
  readonly made: OpenPromise[];
  /** When the one person of the test was asked how a contact went. */
  readonly surveyed: Date[];
  /** Numbers that have stopped texts. */
  readonly stopped: Set<string>;
  /** Numbers with which another conversation is open. */
  readonly busy: Set<string>;
}

type Read = ReturnType<typeof loadContent> & ReturnType<typeof loadUnderstanding>;

let understanding: ReturnType<typeof loadUnderstanding> | undefined;
const known = new Map<string, Read>();

/** Content and understanding, read once: where nothing has been learned yet, learning takes a while. */
export function readAll(landlord = 'demo'): Read {
  understanding ??= loadUnderstanding(process.cwd());
  const read = known.get(landlord) ?? { ...loadContent(process.cwd(), landlord), ...understanding };
  known.set(landlord, read);
  return read;
}

export function aWorld(about: {
  readonly now: () => Date;
  /** Whose pack; without it the demonstration's. */
  readonly landlord?: string | undefined;
  readonly agents?: number;
  /** What the agents who are there say of themselves; absent: whatever is asked for. */
  readonly skills?: readonly string[];
  readonly position?: number;
  /** As others waited of late. */
  readonly waitMinutes?: number | undefined;

  readonly routes?: readonly ContactRoute[];
  readonly incidents?: readonly Incident[];
  readonly interpreter?: World['interpreter'];
  readonly translator?: World['translator'];
  /** Formats that are made here at once; none unless named. */
  readonly makes?: readonly string[] | undefined;
  /** Instead of the learned one. */
  readonly recogniser?: World['recogniser'];
}): TestWorld {
  const failed: string[] = [];
  const promised = new Map<string, OpenPromise>();
  const stopped = new Set<string>();
  const busy = new Set<string>();
  const surveyed: Date[] = [];
  const made: OpenPromise[] = [];
  const read = readAll(about.landlord);
  return {
    ...read,
    interpreter: about.interpreter,
    translator: about.translator,
    ...(about.recogniser && { recogniser: about.recogniser }),
    housing: housingInMemory(about.now),
    directory: { services: async () => ({ is: 'known', value: read.support }) },
    failed,
    desk: {
      queue: async (_team, _priority, skills) => ({
        position: about.position ?? 1,
        waitMinutes: about.waitMinutes,
        isFull: false,
        agents: skills.every((each) => about.skills?.includes(each) ?? true) ? (about.agents ?? 1) : 0,
      }),
      position: async () => about.position ?? 1,
    },
    promises: {
      open: async (id) => promised.get(id),
      in: async (wanted) =>
        [...promised.values(), ...made]
          .filter(({ conversation }) => conversation === wanted)
          .toSorted((one, other) => (one.by < other.by ? -1 : 1)),
      of: async (wanted) => [...promised.values()].filter(({ reference }) => reference === wanted),
    },
    promised,
    made,
    surveys: { lastAsked: async ({ since }) => surveyed.findLast((at) => at >= since) },
    surveyed,
    formats: { canMake: (format) => (about.makes ?? []).includes(format) },
    texts: { isOut: async (number) => stopped.has(number) },
    stopped,
    conversation: async () => undefined,
    contactRoutes: {
      holding: async (person, on) => about.routes?.find((each) => each.person === person && each.until >= on),
    },
    incidents: {
      at: async (moment) => (about.incidents ?? []).filter(({ from, until }) => from <= moment && moment < until),
    },
    proofs: {
      failures: async (key) => failed.filter((each) => each === key).length,
      newCode: () => ({ code: '123456', hash: 'hash of 123456' }),
      matches: (code, hash) => hash === `hash of ${code}`,
    },
    lines: {
      at: async (number) => ({
        address: { channel: 'sms', number, ours: '+447700900000', account: 'AC1' },
        thread: `sms-${number}`,
        nth: 1,
        ...(busy.has(number) && { openIn: `sms-${number}` }),
      }),
    },
    busy,
    chatLink: (conversation) => `https://contact.example.org/g/${conversation}`,
    photoLink: (conversation) => `https://contact.example.org/p/${conversation}`,
    references: { make: (prefix, seed) => `${prefix}-${digits(seed)}` },
  };
}

function digits(seed: string): string {
  let sum = 7;
  for (const letter of seed) sum = (sum * 31 + letter.charCodeAt(0)) % 9_000_000;
  return String(1_000_000 + sum);
}
