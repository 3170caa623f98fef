// Who is offered what: with any agents and any queue, nobody is passed over, and nobody is offered what is not for them.

import { expect } from 'chai';
import fc from 'fast-check';
import type { Waiting } from '../../src/desk/ports.ts';
import { assign, type FreeAgent, mayBeOffered } from '../../src/desk/routing/assign.ts';

const now = new Date('2026-11-23T10:00:00Z');
const teams = {
  centre: { name: 'Centre', takesHandovers: true, overflow: { afterMinutes: 5, to: 'tenancy' } },
  tenancy: { name: 'Tenancy', takesHandovers: true },
  safe: { name: 'Safe', takesHandovers: true, overflow: { afterMinutes: 1, to: 'centre' } },
};
const ids = ['ann', 'ben', 'cai', 'dee', 'eve'];
const some = <T>(values: readonly T[]) => fc.subarray([...values]);

const agents: fc.Arbitrary<readonly FreeAgent[]> = fc.uniqueArray(fc.constantFrom(...ids)).chain((who) =>
  fc.tuple(
    ...who.map((id) =>
      fc.record({
        id: fc.constant(id),
        state: fc.constant('available' as const),
        teams: some(Object.keys(teams)),
        skills: some(['woman', 'repair']),
        languages: some(['en', 'pl']),
        most: fc.integer({ min: 1, max: 4 }),
        room: some(['web', 'sms']).map((each) => new Set(each)),
        load: fc.integer({ min: 0, max: 3 }),
        isResting: fc.boolean(),
      }),
    ),
  ),
);

const queue: fc.Arbitrary<readonly Waiting[]> = fc
  .array(
    fc.record({
      channel: fc.constantFrom('web', 'sms'),
      team: fc.constantFrom(...Object.keys(teams)),
      enquiry: fc.constantFrom('repair.report', 'rent.balance'),
      language: fc.constantFrom('en', 'pl'),
      skills: some(['woman']),
      restricted: fc.boolean(),
      waited: fc.integer({ min: 0, max: 12 }),
      declinedBy: some(ids),
      missedBy: some(ids),
      knownTo: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    }),
    { maxLength: 12 },
  )
  .map((lines) =>
    lines.map(({ waited, knownTo, ...line }, at) => ({
      ...line,
      ...(knownTo !== undefined && { knownTo }),
      id: `h${at}`,
      conversation: `c${at}`,
      priority: 5,
      reason: 'asked',
      state: 'waiting' as const,
      requestedAt: new Date(now.getTime() - waited * 60_000),
    })),
  );

const line = (changes: Partial<Waiting> = {}): Waiting => ({
  id: 'h',
  conversation: 'c',
  channel: 'web',
  team: 'centre',
  priority: 5,
  reason: 'asked',
  enquiry: 'repair.report',
  language: 'en',
  skills: [],
  restricted: false,
  state: 'waiting',
  requestedAt: now,
  declinedBy: [],
  missedBy: [],
  ...changes,
});
const agent = (id: string, changes: Partial<FreeAgent> = {}): FreeAgent => ({
  id,
  state: 'available',
  teams: ['centre'],
  skills: [],
  languages: [],
  most: 3,
  room: new Set(['web', 'sms']),
  load: 0,
  isResting: false,
  ...changes,
});
const offered = (waiting: readonly Waiting[], free: readonly FreeAgent[]) =>
  assign(waiting, free, { teams, present: free, now }).map((each) => `${each.handover} ${each.agent}`);

describe('offering what waits', () => {
  it('offers one at a time, only what is for them, and passes nobody over', () => {
    fc.assert(
      fc.property(queue, agents, (waiting, free) => {
        const known = { teams, present: free, now };
        const offers = assign(waiting, free, known);
        const byHandover = new Map(offers.map((each) => [each.handover, each.agent]));
        expect(byHandover.size).to.equal(offers.length);
        expect(new Set(offers.map((each) => each.agent)).size).to.equal(offers.length);
        const taken = new Set<string>();
        for (const each of waiting) {
          const could = free.filter((one) => mayBeOffered(one, each, known)).map(({ id }) => id);
          const has = byHandover.get(each.id);
          if (has === undefined) expect(could.filter((id) => !taken.has(id))).to.deep.equal([]);
          else {
            expect(could).to.include(has);
            taken.add(has);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives a person the agent who had them before, then who speaks their language, then who knows the matter', () => {
    const ann = agent('ann', { languages: ['pl'], skills: ['repair'] });
    const ben = agent('ben', { skills: ['repair'] });
    const cai = agent('cai', { load: 2 });
    const dee = agent('dee');
    expect(offered([line({ knownTo: 'cai', language: 'pl' })], [ann, ben, cai])).to.deep.equal(['h cai']);
    expect(offered([line({ language: 'pl' })], [ben, cai, ann])).to.deep.equal(['h ann']);
    expect(offered([line()], [cai, ben])).to.deep.equal(['h ben']);
    expect(offered([line({ enquiry: 'rent.balance' })], [cai, dee])).to.deep.equal(['h dee']);
  });

  it('asks who let an offer run out after everybody else', () => {
    const [ann, ben] = [agent('ann', { isResting: true }), agent('ben', { load: 2 })];
    expect(offered([line({ knownTo: 'ann' })], [ann, ben])).to.deep.equal(['h ben']);
    expect(offered([line()], [ann])).to.deep.equal(['h ann']);
    expect(offered([line({ missedBy: ['ben'] })], [agent('ben'), agent('cai', { load: 2 })])).to.deep.equal(['h cai']);
  });

  it('never offers again what was declined', () => {
    expect(offered([line({ declinedBy: ['ann'] })], [agent('ann')])).to.deep.equal([]);
  });

  it('goes to another team after its limit, and with a restricted matter never', () => {
    const tenancy = agent('ann', { teams: ['tenancy'] });
    const long = { requestedAt: new Date(now.getTime() - 5 * 60_000) };
    expect(offered([line()], [tenancy])).to.deep.equal([]);
    expect(offered([line(long)], [tenancy])).to.deep.equal(['h ann']);
    expect(offered([line({ ...long, restricted: true })], [tenancy])).to.deep.equal([]);
  });

  it('[GEN-02] keeps what a tenant asked for to who says so of themselves, while one of them is there', () => {
    const [ann, ben] = [agent('ann', { skills: ['woman'] }), agent('ben')];
    const asked = line({ skills: ['woman'] });
    expect(offered([asked], [ben, ann])).to.deep.equal(['h ann']);
    const busy = agent('ann', { skills: ['woman'], state: 'busy' });
    expect(assign([asked], [ben], { teams, present: [busy, ben], now })).to.deep.equal([]);
    expect(offered([asked], [ben])).to.deep.equal(['h ben']);
  });
});
