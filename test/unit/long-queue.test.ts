// A long queue: what each page is sent of it, and how often it is read.

import { expect } from 'chai';
import { gathered } from '../../src/desk/gathered.ts';
import type { Agent, Handover } from '../../src/desk/ports.ts';
import { queueFrames } from '../../src/desk/queue-frames.ts';
import { readQueue } from '../../src/desk/queue-view.ts';
import { pause } from '../support/wait.ts';

const now = new Date('2026-11-23T10:00:00Z');
const agentOf = (id: string, team: string): Agent => ({ id, name: id, role: 'agent', teams: [team] });
const handover = (at: number, more: Partial<Handover> = {}): Handover => ({
  id: `h${at}`,
  conversation: `c${at}`,
  channel: 'web',
  team: 'centre',
  priority: 5,
  reason: 'asked_for_a_person',
  enquiry: 'contact.person',
  language: 'en',
  skills: [],
  restricted: false,
  state: 'waiting',
  requestedAt: new Date(now.getTime() - 1_000),
  ...more,
});

function viewOf(waiting: readonly Handover[], { accepted = [] as readonly Handover[], at = now } = {}) {
  return readQueue({
    store: { waiting: async () => waiting, accepted: async () => accepted },
    reservations: { open: async () => [{ handover: 'h1500', agent: 'ann', until: new Date(now.getTime() + 9_000) }] },
    presence: { all: async () => new Map() },
    clock: () => at,
  });
}

async function framesOf(waiting: readonly Handover[], accepted: readonly Handover[] = []) {
  const frames = queueFrames(await viewOf(waiting, { accepted }));
  return (agent: Agent) =>
    JSON.parse(frames(agent).whole()) as {
      type: string;
      waiting: { id: string; reserved?: { secondsLeft: number } }[];
      waitingTotal: number;
      mine: { id: string }[];
    };
}

describe('a long queue', () => {
  it('is told by its front and its length, with what is offered to the agent wherever it stands', async () => {
    const waiting = Array.from({ length: 2_000 }, (_none, at) => handover(at));
    const held = handover(9_000, { state: 'accepted', agent: 'ben' });
    const frameFor = await framesOf(waiting, [held]);
    const [ann, ben] = [frameFor(agentOf('ann', 'centre')), frameFor(agentOf('ben', 'centre'))];

    const front = waiting.slice(0, 50).map(({ id }) => id);
    expect(ann.waiting.map(({ id }) => id)).to.deep.equal([...front, 'h1500']);
    expect(ann.waiting.at(-1)?.reserved?.secondsLeft).to.equal(9);
    expect(ben.waiting.map(({ id }) => id)).to.deep.equal(front);
    expect([ann.waitingTotal, ben.waitingTotal]).to.deep.equal([2_000, 2_000]);
    expect([ann.mine, ben.mine.map(({ id }) => id)]).to.deep.equal([[], ['h9000']]);
  });

  it('is told anew only to whom it looks otherwise; else how many wait', async () => {
    const [ann, ben] = [agentOf('ann', 'centre'), agentOf('ben', 'centre')];
    const waiting = Array.from({ length: 2_000 }, (_none, at) => handover(at));
    const later = new Date(now.getTime() + 5_000);
    const earlier = queueFrames(await viewOf(waiting));
    const longer = queueFrames(await viewOf([...waiting, handover(2_000)], { at: later }));
    const other = queueFrames(await viewOf([handover(3_000), ...waiting], { at: later }));

    expect(longer(ben).seen).to.equal(earlier(ben).seen);
    expect(JSON.parse(longer(ben).length)).to.deep.equal({ type: 'queue-length', waitingTotal: 2_001 });
    expect(longer(ann).seen).to.equal(earlier(ann).seen);
    expect(other(ben).seen).not.to.equal(earlier(ben).seen);
  });

  it('[WHG-21] counts nothing restricted for other teams, and shows it to its own', async () => {
    const waiting = [handover(1, { restricted: true, team: 'safe' }), handover(2)];
    const frameFor = await framesOf(waiting);
    expect(frameFor(agentOf('ann', 'centre'))).to.deep.include({ waitingTotal: 1 });
    expect(frameFor(agentOf('sue', 'safe')).waiting.map(({ id }) => id)).to.deep.equal(['h1', 'h2']);
  });

  it('is read once for all changes of a moment, never twice at a time, and once more for what came while it was read', async () => {
    let [reads, atOnce, most] = [0, 0, 0];
    const tell = gathered(5, async () => {
      reads += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await pause(20);
      atOnce -= 1;
    });
    for (let asked = 0; asked < 10; asked += 1) tell();
    await pause(15);
    expect(reads).to.equal(1);
    for (let asked = 0; asked < 10; asked += 1) tell();
    await pause(200);
    expect([reads, most]).to.deep.equal([2, 1]);
    await pause(150);
    expect(reads).to.equal(2);
  });

  it('is read again after a look that failed', async () => {
    let reads = 0;
    const tell = gathered(1, async () => {
      reads += 1;
      throw new Error('away');
    });
    tell();
    await pause(30);
    tell();
    await pause(30);
    expect(reads).to.equal(2);
  });
});
