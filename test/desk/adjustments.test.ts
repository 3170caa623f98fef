import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { openPhone, type Phone } from '../support/phone.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { newTenant } from '../support/tenant.ts';

interface Found {
  readonly [field: string]: unknown;
  readonly details: Readonly<Record<string, unknown>>;
}

const weighed = {
  effect: 'They can be at the door before the engineer has gone.',
  practicality: 'A note on each visit.',
  cost: 'None.',
  disruption: 'Some visits take five minutes more.',
};
const reference = (text: string) => text.match(/ADJ-\d+/)?.[0] ?? '';

for (const kind of ['embedded', 'postgres'] as const)
  describe(`deciding on adjustments, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);
    let service: Service;
    let agent: Agent;

    before(async function () {
      const database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      service = await startService({ CLOCK: '2026-11-23T10:00:00Z', ...database });
      agent = await signIn(service);
    });
    after(async () => {
      if (service === undefined) return;
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    });

    const housing = async (path: string) => {
      const headers = { Authorization: `Bearer ${housingToken}` };
      return (await (await fetch(`${service.url}/housing/v1${path}`, { headers })).json()) as Found;
    };
    /** In the housing system as well: the outbox brings it there. */
    const arrived = (made: string) =>
      eventually(
        async () => ((await housing(`/cases/${made}`)).kind === 'adjustment' ? made : undefined),
        'The request in the housing system',
      );
    const decide = (made: string, decision: object) =>
      agent.call('POST', `/adjustments/${made}/decide`, { ...weighed, ...decision });

    async function texts(phone: Phone, words: readonly string[]): Promise<string> {
      for (const [at, each] of words.entries()) {
        const before = (await phone.received()).length;
        await phone.send(each);
        await eventually(
          async () => ((await phone.received()).length > before ? true : undefined),
          `The answer to text ${at + 1}`,
        );
      }
      return (await phone.received()).at(-1) ?? '';
    }
    const welsh = () => openPhone(service.url, '+447700900105');
    const polish = () => openPhone(service.url, '+447700900102');
    let agreed: string;
    let refused: string;

    it('[LIV-05] shows what is asked for, in the tenant’s words, with room for all that is weighed', async () => {
      const said = ['Mae angen addasiad rhesymol arnaf', 'Mwy o amser wrth y drws', '2', '1', '1', 'ie'];
      agreed = await arrived(reference(await texts(welsh(), said)));
      const { waiting } = (await agent.call('GET', '/adjustments')).body as { waiting: { reference: string }[] };
      const { body } = await agent.call('GET', `/adjustments/${agreed}`);
      const found = body as unknown as Found;

      expect(waiting.map((each) => each.reference)).to.include(agreed);
      expect(found).to.include({ reference: agreed, status: 'open', language: 'cy', person: 'P-1005' });
      expect(String(found.words)).to.include('Mwy o amser wrth y drws');
      expect(found.details).to.deep.include({ asks: ['door'], until: 'long-term', review: '2027-11-23' });
      expect(Object.keys(found.details.decision as object)).to.include.members([...Object.keys(weighed), 'outcome']);
    });

    it('[LIV-06] is not done without a reason and something else that we can do', async () => {
      expect((await decide(agreed, { outcome: 'cannot' })).status).to.equal(400);
      expect((await decide(agreed, { outcome: 'cannot', why: 'No money' })).status).to.equal(400);
      expect((await decide(agreed, { outcome: 'agreed' })).status).to.equal(400);
      expect(
        (await agent.call('POST', `/adjustments/${agreed}/decide`, { outcome: 'agreed', adjustment: 'x' })).status,
      ).to.equal(400);
    });

    it('[LIV-05] is told once, in the tenant’s language and channel, and is on the case, the profile and the list of reviews', async () => {
      const decision = {
        outcome: 'agreed',
        adjustment: 'more time at the door',
        instruction: 'Wait five minutes at the door',
        reveals: true,
      };
      const answers = await Promise.all([decide(agreed, decision), decide(agreed, decision)]);
      const told = await welsh().wait((text) => text.includes('Cytunwyd'));
      const found = await eventually(async () => {
        const seen = await housing(`/cases/${agreed}`);
        return seen.status === 'decided' ? seen : undefined;
      }, 'The decision on the case');
      const need = await eventually(async () => {
        const { needs } = (await housing('/people/P-1005')) as unknown as { needs: { kind: string }[] };
        return needs.find((each) => each.kind === 'adjustment');
      }, 'The adjustment on the profile');
      const tasks = (await housing('/tasks?person=P-1005')) as unknown as { tasks?: Found[]; items?: Found[] };

      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
      expect(told).to.include(agreed).and.to.include('more time at the door');
      expect((await welsh().received()).filter((text) => text.includes('Cytunwyd'))).to.have.length(1);
      expect(found.details.decision).to.deep.include({ ...weighed, outcome: 'agreed', decidedOn: '2026-11-23' });
      expect(found.details.decision).not.to.have.property('reveals');
      expect(need).to.deep.include({
        adjustments: ['more time at the door'],
        instruction: 'Wait five minutes at the door',
        since: '2026-11-23',
        until: 'long-term',
        review: '2027-11-23',
      });
      expect(JSON.stringify(tasks)).to.include('adjustment-review').and.to.include('2027-11-23');
      expect((await decide(agreed, decision)).status).to.equal(409);
      const { waiting } = (await agent.call('GET', '/adjustments')).body as { waiting: { reference: string }[] };
      expect(waiting.map((each) => each.reference)).not.to.include(agreed);
    });

    it('[LIV-06] that cannot be done is told with the reason, what can be done instead, and the way to complain, which one word opens', async () => {
      const phone = polish();
      const said = ['Potrzebuję dostosowania', 'winda schodowa', '4', '1', '1', 'tak'];
      refused = await arrived(reference(await texts(phone, said)));
      const alternatives = ['a flat on the ground floor', 'a second rail'];
      for (const naming of [
        { why: 'safeguarding has to look at it', alternatives },
        { why: 'the stairs are too narrow', alternatives: ['a second rail', 'what the safeguarding lead offers'] },
      ]) {
        const asked = await decide(refused, { outcome: 'cannot', ...naming });
        expect(asked.status, '[WHG-21]').to.equal(409);
        expect(asked.body.type).to.match(/would-reveal$/);
        expect(String(asked.body.words)).to.include('safeguarding');
      }
      const { status } = await decide(refused, { outcome: 'cannot', why: 'the stairs are too narrow', alternatives });
      const told = await phone.wait((text) => text.includes('the stairs are too narrow'));

      expect(status).to.equal(200);
      expect(told)
        .to.include(refused)
        .and.to.include('a flat on the ground floor; a second rail')
        .and.to.include('SKARGA');
      const { needs } = (await housing('/people/P-1002')) as unknown as { needs: unknown[] };
      expect(needs, 'nothing on the profile of what is not done').to.deep.equal([]);
      expect(await texts(phone, ['SKARGA'])).not.to.equal(told);
      const answer = (await phone.received()).at(-1) ?? '';
      expect(answer.toLowerCase()).to.include('skarg');
    });

    it('[LIV-04] that somebody else asked for without permission is told to the person alone', async () => {
      const tenant = await newTenant(service.url);
      await tenant.say('I need a reasonable adjustment');
      await tenant.say('More time at the door');
      for (const value of ['visits', 'long_term', 'other']) await tenant.post(value, { value });
      await tenant.say('Mair Rees, 4 Mill Race');
      await tenant.post('Family', { value: 'family' });
      for (const words of ['no', 'Elin Rees', 'skip', 'skip']) await tenant.say(words);
      const made = await arrived(reference((await tenant.say('yes')).map(({ text }) => text).join('\n')));
      await decide(made, { outcome: 'agreed', adjustment: 'five minutes at the door' });
      const heard = await eventually(
        async () => (await tenant.read()).find(({ text }) => text?.includes('There is a decision')),
        'The word that it was decided',
      );

      expect(heard.text).to.include(made).and.not.to.include('five minutes');
    });

    it('is for the team that decides, and for nobody who is not signed in', async () => {
      const outsider = await invited(service, agent, { name: 'Only Contact', teams: ['contact-centre'] });

      expect((await outsider.call('GET', '/adjustments')).status).to.equal(403);
      expect((await outsider.call('GET', `/adjustments/${agreed}`)).status).to.equal(403);
      expect((await outsider.call('POST', `/adjustments/${agreed}/decide`, {})).status).to.equal(403);
      expect((await fetch(`${service.url}/desk/api/adjustments`)).status).to.equal(401);
      expect((await agent.call('GET', '/adjustments/ADJ-0000000')).status).to.equal(404);
    });
  });
