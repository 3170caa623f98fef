// Cases from the desk: opened, changed, linked, acknowledged, answered, put off and taken further, by the rules of the assistant.

import { expect } from 'chai';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { letIn, teamsOf } from '../support/by-role.ts';
import { openHours } from '../support/desk-service.ts';
import { askHousing } from '../support/housing-api.ts';
import { openPhone, type Phone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant, numberIn, type Tenant } from '../support/tenant.ts';

interface Found {
  readonly [field: string]: unknown;
  readonly reference: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly due: readonly { readonly what: string; readonly by: string }[];
}

interface Shown {
  readonly version: string;
  readonly can: readonly string[];
  readonly latest?: string;
  readonly clocks: readonly { readonly what: string; readonly by: string; readonly workingDays: number }[];
}

const fault = 'The plumber left the tap dripping twice and nobody rang me back';

describe('cases from the desk', function () {
  this.timeout(90_000);
  let service: Service;
  /** Of every team. */
  let lead: Agent;
  let priya: Agent;

  before(async () => {
    service = await startService({ CLOCK: openHours });
    lead = await signIn(service);
    priya = await invited(service, lead, { name: 'Priya Shah', teams: ['contact-centre'] });
  });
  after(() => service?.end());

  const housing = async (path: string) => (await askHousing(service, path)).body as unknown as Found;
  const list = async (path: string) => (await askHousing(service, path)).body as unknown as readonly Found[];
  const arrived = (reference: unknown, fits: (found: Found) => boolean = () => true) =>
    eventually(async () => {
      const found = await housing(`cases/${reference}`);
      return found.reference !== undefined && fits(found) ? found : undefined;
    }, `The case ${reference} as it was to be`);

  /** Somebody on the web whom Priya speaks with, and the number of the message that tells the matter. */
  async function spokenWith(words = fault): Promise<{ tenant: Tenant; toldIn: number }> {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await priya.waitingFor(tenant.conversation);
    expect((await priya.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
    const posted = await tenant.post(words);
    return { tenant, toldIn: numberIn(String(posted.id)) };
  }
  /** Somebody on file, by their number, whom this agent speaks with. */
  async function textedBy(
    number: string,
    { who = priya, words = 'I want to talk to a person' }: { who?: Agent; words?: string } = {},
  ): Promise<{ phone: Phone; conversation: string }> {
    const phone = openPhone(service.url, number);
    await phone.send(words);
    const { id, conversation } = await eventually(
      async () => (await lead.queue()).waiting.find(({ channel }) => channel === 'sms'),
      'The handover of the text',
    );
    expect((await who.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
    return { phone, conversation };
  }
  const pathOf = (conversation: string, ...rest: string[]) =>
    [`/conversations/${conversation}/cases`, ...rest].join('/');
  let requests = 0;
  const opens = (conversation: string, body: object, who = priya) => {
    requests += 1;
    return who.call('POST', pathOf(conversation), { requestId: `r${requests}`, about: 'complaint.make', ...body });
  };
  const sees = async (conversation: string, reference: string, who = lead) =>
    (await who.call('GET', pathOf(conversation, reference))).body as unknown as Shown;
  /** On the case as it is now. */
  async function does(name: string, at: { conversation: string; reference: string; who?: Agent }, body: object) {
    const { version } = await sees(at.conversation, at.reference);
    return (at.who ?? lead).call('POST', pathOf(at.conversation, at.reference, name), { version, ...body });
  }
  const heard = async (tenant: Tenant) => (await tenant.read()).map(({ text = '' }) => text).join('\n');

  async function complained(words = fault) {
    const { tenant, toldIn } = await spokenWith(words);
    const { body } = await opens(tenant.conversation, { words, toldIn });
    const reference = String(body.reference);
    await arrived(reference);
    return { tenant, reference, conversation: tenant.conversation };
  }

  it('[TPC-16] [WHG-02] opens a complaint with what the agent wrote down and nothing else, once, and puts the contact on record', async () => {
    const { tenant, toldIn } = await spokenWith();
    await tenant.post('I have depression and take tablets for it. That is between us');
    const sent = { requestId: 'twice', about: 'complaint.make', words: fault, toldIn, sought: 'Mend the tap' };
    const answers = await Promise.all([
      priya.call('POST', pathOf(tenant.conversation), sent),
      priya.call('POST', pathOf(tenant.conversation), sent),
    ]);
    const [reference] = answers.map(({ body }) => String(body.reference));
    const found = await arrived(reference);
    const contact = await eventually(
      async () => (await list('contacts')).find((each) => each.conversation === tenant.conversation),
      'The contact on record',
    );
    const said = await heard(tenant);

    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201]);
    expect(new Set(answers.map(({ body }) => body.reference)).size).to.equal(1);
    const theirs = (await list('cases?kind=complaint')).filter((each) => each.conversation === tenant.conversation);
    expect(theirs).to.have.length(1);
    expect(found).to.deep.include({
      words: fault,
      outcomeSought: 'Mend the tap',
      owner: 'Complaints Team',
      stage: 'stage 1',
    });
    expect(found.details.openedBy).to.equal('Priya Shah');
    expect(found.due.map(({ what, by }) => `${what} ${by}`)).to.deep.equal([
      'acknowledge 2026-11-30',
      'answer 2026-12-14',
    ]);
    expect(JSON.stringify(found)).not.to.match(/depression|tablets/);
    expect(contact).to.include({ topic: 'complaint.make', outcome: 'case', channel: 'web' });
    expect(String(contact.at)).to.match(/^2026-11-23T1/);
    expect(said.match(/Your complaint is logged/g)).to.have.length(1);
    expect(said).to.include(reference).and.to.include('Only the people who deal with your complaint see it');
  });

  it('[TPC-04] [TPC-16] puts the needs on the case, and never what is wrong with anybody, and tells it by text', async () => {
    const phone = openPhone(service.url, '+447700900106');
    await phone.send('I want to talk to a person');
    const line = await eventually(
      async () => (await priya.queue()).waiting.find(({ channel }) => channel === 'sms'),
      'The handover of the text',
    );
    await priya.call('POST', `/handovers/${line.id}/accept`, {});
    const { body, status } = await opens(line.conversation, {
      words: 'Nobody came for the fence',
      needs: 'Ring before noon',
    });
    const found = await arrived(body.reference);

    expect(status).to.equal(201);
    expect(found.person).to.equal('P-1006');
    expect(found.needs).to.include.members([
      'no unannounced calls',
      'written summary after a call',
      'Ring before noon',
    ]);
    expect(JSON.stringify(found.needs)).not.to.include('mental-health');
    expect(await phone.wait((text) => text.includes('Your complaint is logged'))).to.include(String(body.reference));
    const { cases } = (await priya.call('GET', `/conversations/${line.conversation}`)).body as unknown as {
      cases: readonly (Found & Shown)[];
    };
    const own = cases.find(({ reference }) => reference === body.reference);
    expect(own?.clocks[0]).to.deep.include({ what: 'acknowledge', late: false, workingDays: 5 });
  });

  it('[WHG-10] takes one that tells of danger to the director at once, with the reason, and its hazard with it', async () => {
    const { tenant, toldIn } = await spokenWith();
    const { body } = await opens(tenant.conversation, {
      words: fault,
      toldIn,
      unsafe: 'Black mould over the cot',
      danger: true,
    });
    const found = await arrived(body.reference);

    expect(found).to.include({ owner: 'Director of Customers', priority: 'high' });
    expect(found.riskReasons).to.include('told us that something in the home may be unsafe');
    expect((found.links as string[])[0]).to.match(/^HAZ-/);
    expect(await heard(tenant)).to.include('Director of Customers');
  });

  it('[WHG-10] passes an ordinary one up with the reason shown, and nobody takes it down again', async () => {
    const at = await complained();
    const why = 'Nine flats have no water';
    expect((await does('change', { ...at, who: priya }, { priority: 'high' })).body.type).to.include('high-risk');
    expect((await does('pass-up', { ...at, who: priya }, { why })).status).to.equal(200);
    const found = await arrived(at.reference, ({ priority }) => priority === 'high');

    expect(found).to.include({ owner: 'Director of Customers' });
    expect(found.riskReasons).to.deep.equal([why]);
    expect(await heard(at.tenant)).to.include(`Your complaint ${at.reference} is now with the Director of Customers`);
    expect((await does('pass-up', { ...at, who: priya }, { why })).body.type).to.include('already-passed-up');
    expect((await does('change', at, { owner: 'Somebody else' })).body.type).to.include('high-risk');
    const promises = (await lead.call('GET', '/promises')).body;
    expect(JSON.stringify(promises)).not.to.include('Somebody else');
  });

  it('[WHG-16] gets an investigating manager; several, one for each service, have a coordinator', async () => {
    const at = await complained();
    await does('change', { ...at, who: priya }, { investigators: ['Repairs Manager'], note: 'Rang twice' });
    const one = await arrived(at.reference, ({ details }) => details.investigator !== undefined);
    await does('change', at, { investigators: ['Repairs Manager', 'Income Manager'] });
    const two = await arrived(at.reference, ({ details }) => typeof details.investigators === 'string');

    expect(one.details).to.include({ investigator: 'Repairs Manager' });
    expect(one.details.notes).to.deep.include.members([
      { at: (one.details.notes as { at: string }[])[0]?.at, by: 'Priya Shah', text: 'Rang twice' },
    ]);
    expect(two.details).to.include({
      investigator: null,
      investigators: 'Repairs Manager, Income Manager',
      coordinator: 'Complaints Team',
    });
  });

  it('[WHG-04] makes an enquiry for another service a task of its team, with an owner and a day', async () => {
    const { tenant, toldIn } = await spokenWith('Why is my service charge so high?');
    const { body } = await opens(tenant.conversation, {
      about: 'charges.query',
      words: 'Why is my service charge so high?',
      toldIn,
    });
    const task = await eventually(async () => {
      const found = await housing(`tasks/${body.reference}`);
      return found.reference === undefined ? undefined : found;
    }, 'The task');

    expect(task).to.include({ team: 'income', kind: 'charges.query', owner: 'Income Team' });
    expect(String(task.due)).to.match(/^2026-1[12]-\d\d$/);
    expect(await heard(tenant)).to.include(`Your reference is ${body.reference}`);
  });

  it('opens a repair, anti-social behaviour and damp by their own rules', async () => {
    const phone = openPhone(service.url, '+447700900111');
    await phone.send('I want to talk to a person');
    const line = await eventually(
      async () => (await priya.queue()).waiting.find(({ channel }) => channel === 'sms'),
      'The handover of the text',
    );
    await priya.call('POST', `/handovers/${line.id}/accept`, {});
    const opened = async (body: object) => String((await opens(line.conversation, body)).body.reference);
    const repair = await opened({ about: 'repair.report', words: 'The kitchen tap drips', danger: false });
    const damp = await opened({ about: 'repair.damp_mould', words: 'Black mould in the bedroom' });
    const asb = await opened({ about: 'neighbourhood.asb', words: 'Shouting every night', afraid: true });

    expect(repair).to.match(/^REP-/);
    expect(
      await eventually(async () => ((await housing(`repairs/${repair}`)).fault ? true : undefined), 'The repair'),
    ).to.equal(true);
    expect((await arrived(damp)).kind).to.equal('hazard');
    expect(await arrived(asb)).to.include({ kind: 'asb', priority: 'high', team: 'tenancy' });
  });

  it('[WHG-17] acknowledges, puts off and answers, each told once with the days, the Ombudsman and the way to a review', async () => {
    const at = await complained();
    const talk = { understanding: 'the tap was not mended', sought: 'a new tap' };
    const first = await sees(at.conversation, at.reference);
    const twice = await Promise.all(
      [1, 2].map(() =>
        lead.call('POST', pathOf(at.conversation, at.reference, 'acknowledge'), { version: first.version, ...talk }),
      ),
    );
    const understood = await arrived(at.reference, ({ acknowledgedAt }) => acknowledgedAt !== undefined);

    expect(twice.map(({ status }) => status).toSorted()).to.deep.equal([200, 409]);
    // Acknowledged on the day of receipt: ten working days from then, not from the last day for it.
    expect(understood.due.map(({ what, by }) => `${what} ${by}`)).to.deep.equal(['answer 2026-12-07']);
    const said = await heard(at.tenant);
    expect(said.match(/the tap was not mended/g)).to.have.length(1);
    expect(said).to.include('Monday, 7 December 2026').and.to.include('Housing Ombudsman');
    expect((await does('acknowledge', at, talk)).body.type).to.include('already-acknowledged');

    expect((await sees(at.conversation, at.reference)).latest).to.equal('2026-12-21');
    expect((await does('extend', at, { to: '2026-12-22', why: 'we wait' })).body).to.include({ latest: '2026-12-21' });
    expect((await does('extend', at, { to: '2026-12-07', why: 'we wait' })).body.type).to.include('not-later');
    expect((await does('extend', at, { to: '2026-12-14', why: 'we wait for a part' })).status).to.equal(200);
    const later = await arrived(at.reference, ({ due }) => due[0]?.by === '2026-12-14');
    expect(later.details.extension).to.deep.include({ from: '2026-12-07', to: '2026-12-14', by: 'First agent' });
    expect(await heard(at.tenant))
      .to.include('The reason: we wait for a part.')
      .and.to.include('0300 111 3000');

    const answer = 'We should have come. A new tap is fitted on Friday.';
    expect((await does('answer', { ...at, who: priya }, { outcome: 'upheld', answer })).status).to.equal(403);
    expect((await does('answer', at, { outcome: 'upheld', answer })).status).to.equal(200);
    const closed = await arrived(at.reference, ({ status }) => status === 'closed');
    expect(closed.details).to.include({ outcome: 'upheld', answer, answeredBy: 'First agent' });
    const told = await heard(at.tenant);
    expect(told).to.include(answer).and.to.include('Write “review”').and.to.include('we did something wrong');
    expect((await does('extend', at, { to: '2026-12-16', why: 'x' })).body.type).to.include('case-closed');

    // Their review: no reason is needed, and the second stage has clocks of its own.
    expect((await sees(at.conversation, at.reference)).can).to.deep.equal(['change', 'link', 'escalate']);
    expect((await does('escalate', { ...at, who: priya }, {})).status).to.equal(200);
    const second = await arrived(at.reference, ({ stage }) => stage === 'stage 2');
    expect(second.status).to.equal('open');
    expect(second.due.map(({ what }) => what)).to.deep.equal(['acknowledge', 'answer']);
    expect(await heard(at.tenant)).to.include(`Your complaint ${at.reference} is now at stage 2`);
    const contacts = (await list('contacts')).filter((each) => each.conversation === at.conversation);
    expect(contacts.map(({ outcome }) => outcome)).to.include.members(['case', 'acknowledged', 'answered']);
  });

  it('[WHG-21] asks before it tells the tenant of a restricted matter, in whatever words the agent has written of the case', async () => {
    const { tenant, toldIn } = await spokenWith();
    const { conversation } = tenant;
    const words = 'Nobody came, and the hate crime was not looked into';
    const opening = { words, toldIn, requestId: 'names-it' };
    const asked = await opens(conversation, opening);
    expect([asked.status, String(asked.body.type).split('/').at(-1)]).to.deep.equal([409, 'would-reveal']);
    expect(asked.body.title).to.match(/^Somebody else may read this there/);
    expect(String(asked.body.words)).to.include('hate crime');
    const opened = await opens(conversation, { ...opening, reveals: true });
    expect(opened.status).to.equal(201);
    const at = { conversation, reference: String(opened.body.reference) };
    await arrived(at.reference);

    for (const [name, body] of [
      ['acknowledge', { understanding: 'you told of abuse', sought: 'a visit' }],
      ['acknowledge', { understanding: 'nobody came', sought: 'safeguarding for the child' }],
      ['extend', { to: '2026-12-21', why: 'the safeguarding lead is away' }],
      ['answer', { outcome: 'upheld', answer: 'We looked into it.\nYour husband hit you, and we did not act.' }],
    ] as const) {
      const before = await heard(tenant);
      const refused = await does(name, at, body);
      expect(refused.status, JSON.stringify([name, refused.body])).to.equal(409);
      expect(refused.body.type).to.match(/would-reveal$/);
      expect(refused.body.words).to.have.length.greaterThan(0);
      expect(await heard(tenant)).to.equal(before);
    }
    const { version, can } = await sees(conversation, at.reference);
    expect(can).to.include.members(['acknowledge', 'extend', 'answer']);
    // What stays with us is not asked about: nobody else reads it.
    expect((await does('change', at, { note: 'The abuse is known to safeguarding' })).status).to.equal(200);
    await eventually(
      async () => ((await sees(conversation, at.reference)).version === version ? undefined : true),
      'It',
    );
    const answer = { outcome: 'upheld', answer: 'The abuse was not looked into.', reveals: true };
    expect((await does('answer', at, answer)).status).to.equal(200);
    expect(await heard(tenant)).to.include('The abuse was not looked into.');
  });

  it('[WHG-21] asks nobody where the tenant has said that it is safe to write', async () => {
    const tenant = await newTenant(service.url);
    for (const each of ['My husband hit me and I am scared', 'yes']) await tenant.say(each);
    await tenant.post('A person', { value: 'person' });
    const { id } = await lead.waitingFor(tenant.conversation);
    await lead.call('POST', `/handovers/${id}/accept`, {});

    const { status } = await opens(tenant.conversation, { words: 'Nobody acted on the abuse' }, lead);
    expect(status).to.equal(201);
    expect(await heard(tenant)).to.include('Nobody acted on the abuse');
  });

  it('shows what somebody else changed in the housing system, and writes over nothing', async () => {
    const at = await complained();
    const { version } = await sees(at.conversation, at.reference);
    await askHousing(service, `cases/${at.reference}`, { owner: 'Mr Bell' });
    const late = { version, owner: 'Ms Hart', note: 'mine' };
    const refused = await lead.call('POST', pathOf(at.conversation, at.reference, 'change'), late);

    expect(refused.status).to.equal(409);
    expect(refused.body.type).to.include('changed-meanwhile');
    expect(await housing(`cases/${at.reference}`)).to.include({ owner: 'Mr Bell' });
    expect((await does('change', at, { owner: 'Ms Hart', note: 'mine' })).status).to.equal(200);
    expect((await arrived(at.reference, ({ owner }) => owner === 'Ms Hart')).details.notes).to.have.length(1);
  });

  it('links two cases of one conversation each way, and none of somebody else', async () => {
    const at = await complained();
    const other = String(
      (await opens(at.conversation, { about: 'neighbourhood.asb', words: 'Noise at night' })).body.reference,
    );
    await arrived(other);
    const stranger = await complained('Nobody mended the lift');
    expect((await does('link', at, { case: stranger.reference })).body.type).to.include('not-theirs');
    expect((await does('link', { ...at, who: priya }, { case: other })).status).to.equal(200);
    await arrived(at.reference, ({ links }) => (links as string[]).includes(other));
    await arrived(other, ({ links }) => (links as string[]).includes(at.reference));
    expect((await does('link', { ...at, who: priya }, { conversation: true })).status).to.equal(200);
    const linked = await arrived(at.reference, ({ details }) => details.conversations !== undefined);
    expect(linked.details.conversations).to.deep.equal([at.conversation]);
  });

  it('[WHG-21] shows a restricted case to its team alone, whoever opened it, and no case from another person’s conversation', async () => {
    const { tenant } = await spokenWith();
    const { body } = await opens(tenant.conversation, {
      about: 'safety.safeguarding',
      words: 'A child next door is left alone',
    });
    const reference = String(body.reference);
    await arrived(reference);
    const at = await complained();

    expect((await priya.call('GET', pathOf(tenant.conversation, reference))).status).to.equal(404);
    expect(
      (await priya.call('POST', pathOf(tenant.conversation, reference, 'change'), { version: '"1"', note: 'x' }))
        .status,
    ).to.equal(404);
    expect((await lead.call('GET', pathOf(tenant.conversation, reference))).status).to.equal(200);
    expect((await lead.call('GET', pathOf(tenant.conversation, at.reference))).status).to.equal(404);
  });

  describe('a request to do something differently', () => {
    const about = 'access.adjustment';

    it('[LIV-01] [LIV-03] [LIV-05] [LIV-09] waits for its decision with room for all that is weighed, is told once in their language, and the decision as well', async () => {
      const { phone, conversation } = await textedBy('+447700900102', { words: 'Chcę porozmawiać z człowiekiem' });
      const words = 'Proszę o więcej czasu przy drzwiach';
      const asked = { requestId: 'door', about, words, language: 'pl', applies: 'visits', howLong: 'for_a_time' };
      const sent = { ...asked, until: '2027-03-01' };
      const answers = await Promise.all([1, 2].map(() => priya.call('POST', pathOf(conversation), sent)));
      const reference = String(answers[0]?.body.reference);
      const found = await arrived(reference);

      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201]);
      expect(new Set(answers.map(({ body }) => body.reference)).size).to.equal(1);
      expect(found).to.include({ kind: 'adjustment', person: 'P-1002', language: 'pl', words, owner: 'Access Team' });
      expect(found.due.map(({ what, by }) => `${what} ${by}`)).to.deep.equal(['decide 2026-12-07']);
      expect(found.details).to.deep.include({
        asks: ['door'],
        type: 'service-adjustment',
        applies: 'visits',
        permission: 'own-request',
        since: '2026-11-23',
        until: '2027-03-01',
        review: '2027-03-01',
        openedBy: 'Priya Shah',
      });
      expect(found.details.decision).to.include({ outcome: null, effect: null, cost: null });
      expect(await phone.wait((text) => text.includes(reference)))
        .to.include('Access Team')
        .and.to.include('Prośba');

      const decision = {
        outcome: 'agreed',
        effect: 'They reach the door.',
        practicality: 'A note.',
        cost: 'None.',
        disruption: 'None.',
        adjustment: 'więcej czasu przy drzwiach',
        instruction: 'Wait five minutes at the door',
      };
      expect((await priya.call('POST', `/adjustments/${reference}/decide`, decision)).status).to.equal(403);
      expect((await lead.call('POST', `/adjustments/${reference}/decide`, decision)).status).to.equal(200);
      await phone.wait((text) => text.includes('Wait five') || text.includes('więcej czasu przy drzwiach'));
      expect((await phone.received()).filter((text) => text.includes(reference))).to.have.length(2);
    });

    it('[LIV-04] is asked for by somebody else with the permission that they tell of, and without one the person is asked first', async () => {
      const { tenant, toldIn } = await spokenWith('My mother needs her letters in large print');
      const words = 'My mother needs her letters in large print';
      const sent = { about, words, toldIn, theirName: 'Rose Hall', relation: 'family' };
      const agreed = await opens(tenant.conversation, { ...sent, agreed: true, agreedTo: '“Yes, ask them for me”' });
      const given = await arrived(agreed.body.reference);
      const unasked = await opens(tenant.conversation, sent);
      const asked = await arrived(unasked.body.reference);

      expect(given).to.not.have.property('person');
      expect(given.reportedBy).to.include({ relation: 'family', authority: 'said-to-have-permission' });
      expect(given.details).to.include({
        permission: 'given',
        agreed_to: '“Yes, ask them for me”',
        onBehalfOf: 'Rose Hall',
      });
      expect(asked.details).to.include({ permission: 'to-be-asked' }).and.not.to.have.property('agreed_to');
      expect(asked.due.map(({ what }) => what)).to.deep.equal(['decide', 'ask-permission']);
      const said = await heard(tenant);
      expect(said)
        .to.include('You told us that this person has agreed')
        .and.to.include('We will ask this person first');
    });

    it('[LIV-05] holds at once where nobody has to decide, goes to the council where it is the home, and is changed only as it was seen', async () => {
      const { phone, conversation } = await textedBy('+447700900107');
      const opened = async (body: object) => String((await opens(conversation, { about, ...body })).body.reference);
      const quiet = await opened({ words: 'Please never ring me' });
      const rail = await opened({ words: 'A grab rail by the bath', applies: 'home' });
      const found = await arrived(quiet);

      expect(found.details.interim).to.deep.equal(['no-calls']);
      expect((await arrived(rail)).details.type).to.equal('home-adaptation');
      await phone.wait((text) => text.includes('we will not ring you'));
      await phone.wait((text) => text.includes('occupational therapist'));
      await eventually(async () => {
        const { contact } = (await housing('people/P-1007')) as unknown as { contact?: { never?: string[] } };
        return contact?.never?.includes('telephone') ? true : undefined;
      }, 'No calls on the record');

      const { version, can } = await sees(conversation, quiet);
      const change = (note: string) => priya.call('POST', pathOf(conversation, quiet, 'change'), { version, note });
      expect(can).to.deep.equal(['change', 'link']);
      expect((await change('Sees well')).status).to.equal(200);
      await arrived(quiet, ({ details }) => details.notes !== undefined);
      const stale = await change('Sees badly');
      expect([stale.status, stale.body.type]).to.deep.equal([
        409,
        'https://doorstep.example/problems/changed-meanwhile',
      ]);
    });
  });

  describe('a referral to a partner', () => {
    const about = 'support.referral';
    const agreedTo = 'That they ring me about the debts';
    const chosen = { about, words: 'I cannot pay my bills', need: 'money', service: 'wharf-money' };
    const yes = { ...chosen, agreed: true, agreedTo };

    it('[TPC-12] stands with the service that they chose and what they agreed to, once, and they are told who passes it on', async () => {
      const { phone, conversation } = await textedBy('+447700900105', { words: 'Rwyf am siarad â pherson' });
      const sent = { requestId: 'debts', ...yes };
      const answers = await Promise.all([1, 2].map(() => priya.call('POST', pathOf(conversation), sent)));
      const [reference] = answers.map(({ body }) => String(body.reference));
      const found = await arrived(reference);

      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201]);
      expect(found).to.include({ kind: 'referral', person: 'P-1005', team: 'tenancy', owner: 'Tenancy Team' });
      expect(found.details).to.include({
        need: 'money',
        service: 'wharf-money',
        service_name: 'Wharf Money Advice',
        consent: 'yes',
        agreed_to: agreedTo,
        phone: '+447700900105',
        openedBy: 'Priya Shah',
      });
      const told = await phone.wait((text) => text.includes(String(reference)));
      expect(told).to.include('Wharf Money Advice').and.to.include('Gallwch eu ffonio');
      const theirs = (await list('cases?kind=referral')).filter((each) => each.conversation === conversation);
      expect(theirs).to.have.length(1);
      expect(theirs[0]?.due.map(({ what }) => what)).to.deep.equal(['answer']);
    });

    it('[TPC-12] is not made without a yes, to who takes none, or for somebody whom nobody could reach, and nothing is told', async () => {
      const { tenant } = await spokenWith('I cannot pay my bills');
      const before = await heard(tenant);
      const answer = async (body: object) => {
        const { status, body: problem } = await opens(tenant.conversation, body);
        return `${status} ${String(problem.type).split('/').at(-1)}`;
      };
      const phone = '07700 900150';

      expect(await answer({ ...chosen, phone })).to.equal('400 bad-request');
      expect(await answer({ ...chosen, phone, agreed: false, agreedTo })).to.equal('400 bad-request');
      expect(await answer({ ...chosen, phone, agreed: true })).to.equal('400 bad-request');
      expect(await answer({ ...yes, phone, service: undefined })).to.equal('400 bad-request');
      expect(await answer({ ...yes, phone, need: 'astrology' })).to.equal('400 bad-request');
      expect(await answer({ ...yes, phone, relation: 'family' })).to.equal('400 bad-request');
      expect(await answer({ ...yes, phone, service: 'money-helper' })).to.equal('409 not-opened');
      expect(await answer({ ...yes, phone, service: 'wharf-nobody' })).to.equal('409 not-opened');
      expect(await answer(yes)).to.equal('409 not-opened');
      expect(await heard(tenant)).to.equal(before);
      const { body } = await priya.call('GET', `/conversations/${tenant.conversation}`);
      expect(body.opened).to.deep.equal([]);
      expect(await answer({ ...yes, phone, name: 'Sam' })).to.equal('201 undefined');
    });
  });

  describe('domestic abuse', () => {
    const about = 'safety.domestic_abuse';
    const words = 'She is not safe at home';
    const thereOf = async (conversation: string) =>
      (await list('cases?kind=domestic-abuse')).filter((each) => each.conversation === conversation);
    const casesOf = (conversation: string) =>
      eventually(async () => {
        const found = await thereOf(conversation);
        return found.length > 0 ? found : undefined;
      }, 'The case of domestic abuse');

    it('[GUH-14] [WHG-21] is opened and seen by its own team alone, written to only where it is safe, and never by text', async () => {
      const { tenant, toldIn } = await spokenWith('I want to tell you something else');
      const kinds = async (who: Agent) => (await who.call('GET', '/cases/kinds')).body.cases as string[];
      expect(await kinds(priya)).not.to.include(about);
      expect(await kinds(lead)).to.include(about);
      const refused = await opens(tenant.conversation, { about, words, toldIn });
      expect([refused.status, String(refused.body.type).split('/').at(-1)]).to.deep.equal([403, 'not-your-team']);
      expect(await thereOf(tenant.conversation)).to.deep.equal([]);

      const { mine } = await priya.queue();
      const held = mine.find(({ conversation }) => conversation === tenant.conversation);
      await priya.call('POST', `/handovers/${held?.id}/transfer`, { team: 'safeguarding', reason: 'worried' });
      const { id } = await lead.waitingFor(tenant.conversation);
      await lead.call('POST', `/handovers/${id}/accept`, {});
      const before = await heard(tenant);
      const sent = { requestId: 'quiet', about, words, toldIn, how: 'At work, before 3' };
      const answers = await Promise.all([1, 2].map(() => lead.call('POST', pathOf(tenant.conversation), sent)));
      const [quiet] = await casesOf(tenant.conversation);

      expect(answers.map(({ status, body }) => [status, body.reference])).to.deep.equal([
        [201, null],
        [201, null],
      ]);
      expect(await heard(tenant)).to.equal(before);
      expect(await casesOf(tenant.conversation)).to.have.length(1);
      expect(quiet).to.include({ priority: 'emergency', team: 'safeguarding', words });
      expect(quiet?.due.map(({ what }) => what)).to.deep.equal(['contact']);
      expect(quiet?.details).to.include({ safeContact: 'no', how: 'At work, before 3', openedBy: 'First agent' });
      expect((await sees(tenant.conversation, String(quiet?.reference))).version).to.be.a('string');

      const safe = await opens(tenant.conversation, { about, words, safeHere: true }, lead);
      const said = (await heard(tenant)).slice(before.length);
      expect(said)
        .to.include(String(safe.body.reference))
        .and.to.match(/^\s*All right\. Write here/);
      expect(said).not.to.match(/abuse|domestic|safeguarding|DAB/i);
      for (const reference of [quiet?.reference, safe.body.reference])
        expect((await priya.call('GET', pathOf(tenant.conversation, String(reference)))).status).to.equal(404);
      const shown = (await lead.call('GET', `/conversations/${tenant.conversation}`)).body.opened;
      expect(JSON.stringify(shown)).to.include(String(quiet?.reference));
    });

    it('[WHG-21] is never told to a phone; the log of contacts says nothing of it, and the audit no word', async () => {
      const { phone, conversation } = await textedBy('+447700900110', { who: lead });
      const { status, body } = await opens(conversation, { about, words, safeHere: true }, lead);
      const [found] = await casesOf(conversation);
      const asked = { about: 'rent.balance', words: 'How much is due?' };
      const { reference } = (await opens(conversation, asked, lead)).body;
      await phone.wait((text) => text.includes(String(reference)));

      expect([status, body.reference]).to.deep.equal([201, null]);
      expect(found?.details).to.include({ safeContact: 'yes' });
      const texts = (await phone.received()).join('\n');
      expect(texts)
        .not.to.include(String(found?.reference))
        .and.not.to.match(/999|All right/);
      const contact = (await list('contacts')).filter((each) => each.conversation === conversation);
      expect(contact.map(({ topic }) => topic))
        .to.include('restricted')
        .and.not.to.include(about);
      const auditor = await letIn(service, { name: 'Audrey Lane', teams: teamsOf.auditor }, openHours);
      const { audit } = (await auditor.call('GET', `/audit?did=case-opened&conversation=${conversation}`))
        .body as unknown as { audit: readonly { agent: string; data: object }[] };
      expect(audit.map(({ agent }) => agent)).to.deep.equal([lead.id, lead.id]);
      expect(JSON.stringify(audit)).to.include(about).and.not.to.include(words);
    });
  });

  it('refuses what it cannot read or is not the agent’s to do, and opens nothing', async () => {
    const { tenant } = await spokenWith();
    const before = (await list('cases')).length;
    const status = async (body: object, who = priya) => (await opens(tenant.conversation, body, who)).status;

    expect(await status({ words: '  ' })).to.equal(400);
    expect(await status({ words: 'x', about: 'talk.greeting' })).to.equal(400);
    expect(await status({ words: 'x', toldIn: 2 })).to.equal(400);
    expect(await status({ words: 'x', phone: 'none' })).to.equal(400);
    expect(await status({ words: 'x', secret: 1 })).to.equal(400);
    expect(await status({ words: 'x', agreed: true })).to.equal(400);
    expect(await status({ words: 'x', about: 'access.adjustment', until: '2027-01-01' })).to.equal(400);
    expect(await status({ words: 'x', about: 'access.adjustment', applies: 'nowhere' })).to.equal(400);
    expect(await status({ words: 'x' }, lead)).to.equal(409);
    expect((await list('cases')).length).to.equal(before);
    const { body } = await priya.call('GET', '/cases/kinds');
    expect(body.cases).to.include.members(['complaint.make', 'repair.report', 'neighbourhood.asb']);
    expect(body.cases).to.include.members(['access.adjustment', 'support.referral']);
    expect(body.tasks).to.include('rent.balance').and.not.to.include('safety.domestic_abuse');
  });
});
