// What every housing system must do for Doorstep, whoever made it.

import { expect } from 'chai';
import type { HousingDeliveries } from '../../src/housing/deliveries.ts';
import type { NewCase, NewContact, NewRepair, NewTask } from '../../src/model/case.ts';
import type { Characteristics } from '../../src/model/characteristics.ts';
import type { Answer, Housing } from '../../src/turn/actions/housing.ts';

export interface HousingUnderTest {
  readonly reads: Housing;
  readonly deliver: HousingDeliveries;
}

let count = 0;

function next(prefix: string): string {
  count += 1;
  return `${prefix}-${String(7_000_000 + count)}`;
}

export function aCase(changes: Partial<NewCase> = {}): NewCase {
  return {
    reference: next('CMP'),
    kind: 'complaint',
    status: 'open',
    stage: 'stage-1',
    priority: 'normal',
    riskReasons: ['children under five'],
    person: 'P-1002',
    tenancy: 'TEN-100102',
    reportedBy: { person: 'P-1002', relation: 'self', authority: 'self' },
    words: 'Kran cieknie od miesiąca 😠 i nikt nie przychodzi',
    language: 'pl',
    english: 'The tap has been leaking for a month and nobody comes',
    outcomeSought: 'A repair and an apology',
    needs: [],
    receivedAt: '2026-11-23T08:59:00Z',
    due: [{ what: 'acknowledge', by: '2026-11-30', basis: 'landlord policy', rule: 'five working days' }],
    owner: 'Complaints Team',
    team: 'complaints',
    links: [],
    channel: 'sms',
    conversation: 'sms-0123456789abcdef0123',
    details: { about: 'repair', visits: 3 },
    ...changes,
  };
}

export function aRepair(changes: Partial<NewRepair> = {}): NewRepair {
  return {
    reference: next('REP'),
    person: 'P-1001',
    fault: 'The kitchen tap drips',
    trade: 'plumbing',
    priority: 'routine',
    words: 'my tap drips',
    language: 'en',
    reportedAt: '2026-11-23T08:59:00Z',
    conversation: 'conversation-1',
    attachments: [],
    ...changes,
  };
}

export function aTask(): NewTask {
  return {
    reference: next('TSK'),
    team: 'contact-centre',
    kind: 'callback',
    person: 'P-1002',
    words: 'call me',
    language: 'en',
    due: '2026-11-24',
    conversation: 'conversation-1',
    details: {},
  };
}

function known<T>(answer: Answer<T>): T {
  if (answer.is === 'away') throw new Error('The housing system was away');
  return answer.value;
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'done',
    ({ code, retryable }) => ({ code, retryable }),
  );
}

export function housingContract(get: () => HousingUnderTest): void {
  it('finds a person by number, with the home that they rent', async () => {
    const people = known(await get().reads.peopleByPhone('+447700900102'));

    expect(people.map((person) => person.id)).to.deep.equal(['P-1002']);
    expect(people[0]?.tenancies[0]).to.deep.equal({
      reference: 'TEN-100102',
      role: 'tenant',
      tenure: 'general-needs',
      since: '2021-02-15',
      property: {
        id: 'PR-2',
        address: '3 Tanner Court, Ashby Wharf',
        postcode: 'AW1 4QE',
        area: 'north',
        heating: 'gas',
        patch: 'North',
      },
    });
  });

  it('finds nobody by a number that is nobody’s', async () => {
    expect(known(await get().reads.peopleByPhone('+447700900999'))).to.deep.equal([]);
  });

  it('finds a person by a tenancy written carelessly', async () => {
    const people = known(await get().reads.peopleByTenancy(' ten 100101'));

    expect(people.map((person) => person.id)).to.deep.equal(['P-1001']);
    expect(people[0]?.born).to.equal('1984-03-12');
  });

  it('finds a person by name and postcode, and nobody by another’s postcode', async () => {
    const { reads } = get();
    const people = known(await reads.peopleByName('desmond CAMPBELL', 'aw21lh'));

    expect(people.map((person) => person.id)).to.include('P-1009');
    expect(known(await reads.peopleByName('Nobody Campbell', 'AW2 1LH'))).to.deep.equal([]);
    expect(known(await reads.peopleByName('Desmond Campbell', 'AW9 9ZZ'))).to.deep.equal([]);
  });

  it('tells a whole profile, with who may speak for the person', async () => {
    const person = known(await get().reads.person('P-1009'));

    expect(person?.name).to.deep.equal({ title: 'Mr', given: 'Desmond', family: 'Campbell' });
    expect(person?.contact).to.deep.equal({ prefer: 'sms', never: ['telephone'] });
    expect(person?.authority).to.deep.equal([
      { person: 'P-1010', scope: 'all', since: '2024-01-01', until: null, kind: 'family-with-permission' },
    ]);
  });

  it('distinguishes a profile never checked from one that says nothing of it', async () => {
    expect(known(await get().reads.person('P-1008'))?.profileCheckedOn).to.equal(null);
  });

  it('knows no person, account, repair or case that is not there', async () => {
    const { reads } = get();

    expect(known(await reads.person('P-9999'))).to.equal(null);
    expect(known(await reads.account('P-1010'))).to.equal(null);
    expect(known(await reads.repair('REP-9999'))).to.equal(null);
    expect(known(await reads.case('CMP-0000000'))).to.equal(null);
    expect(known(await reads.person('../cases'))).to.equal(null);
  });

  it('tells the balance in pounds: above zero is owed', async () => {
    const owed = known(await get().reads.account('P-1002'));
    const credit = known(await get().reads.account('P-1001'));

    expect(owed).to.deep.equal({ tenancy: 'TEN-100102', balance: 318.64, asOf: '2026-11-23', payments: [] });
    expect(credit?.balance).to.equal(-42.1);
  });

  it('tells the repairs of a person and one by its reference in any case', async () => {
    const all = known(await get().reads.repairsOf('P-1004'));
    const one = known(await get().reads.repair('rep-5003'));

    expect(all.map((repair) => repair.reference)).to.deep.equal(['REP-5003']);
    expect(one?.status).to.equal('missed-visit');
    expect(one?.appointment).to.deep.equal({ date: '2026-11-19', slot: 'pm' });
  });

  it('offers visits on working days only, soonest first, and none for an emergency', async () => {
    const { reads } = get();

    const urgent = known(await reads.freeSlots({ trade: 'roofing', priority: 'urgent' }));
    const emergency = known(await reads.freeSlots({ trade: 'roofing', priority: 'emergency' }));

    expect(urgent.slice(0, 3)).to.deep.equal([
      { date: '2026-11-24', slot: 'am' },
      { date: '2026-11-24', slot: 'pm' },
      { date: '2026-11-26', slot: 'am' },
    ]);
    expect(urgent.some(({ date }) => ['2026-11-25', '2026-11-28', '2026-11-29'].includes(date))).to.equal(false);
    expect(emergency).to.deep.equal([]);
  });

  it('tells many cases, tasks and repairs together, each by the reference it was asked for', async () => {
    const { reads, deliver } = get();
    const [complaint, task, repair] = [aCase(), aTask(), aRepair()];
    await deliver['housing.create-case']({ id: `outbox-${complaint.reference}`, payload: complaint });
    await deliver['housing.create-task']({ id: `outbox-${task.reference}`, payload: task });
    await deliver['housing.create-repair']({ id: `outbox-${repair.reference}`, payload: repair });
    const [lower, nobody] = [complaint.reference.toLowerCase(), 'CMP-1'];

    const found = await reads.records({
      cases: [complaint.reference, lower, nobody],
      tasks: [task.reference],
      repairs: [repair.reference],
    });

    for (const asked of [complaint.reference, lower])
      expect(known(found.cases.get(asked) ?? { is: 'away' })).to.deep.include({
        reference: complaint.reference,
        status: 'open',
        due: complaint.due,
      });
    expect(found.cases.get(nobody)).to.deep.equal({ is: 'known', value: null });
    expect(known(found.tasks.get(task.reference) ?? { is: 'away' })).to.include({ due: task.due, status: 'open' });
    expect(known(found.repairs.get(repair.reference) ?? { is: 'away' })).to.include({ trade: repair.trade });
    const none = await reads.records({ cases: [], tasks: [], repairs: [] });
    expect([...none.cases, ...none.tasks, ...none.repairs]).to.deep.equal([]);
  });

  it('opens a case once, however often it is delivered', async () => {
    const { reads, deliver } = get();
    const payload = aCase();
    const row = { id: `outbox-${payload.reference}`, payload };

    await deliver['housing.create-case'](row);
    await Promise.all(Array.from({ length: 10 }, () => deliver['housing.create-case'](row)));

    const found = known(await reads.case(payload.reference));
    expect(found).to.deep.include({
      ...payload,
      receivedAt: found?.receivedAt,
    });
    expect(Date.parse(found?.receivedAt ?? '')).to.equal(Date.parse(payload.receivedAt));
    const all = known(await reads.casesOf('P-1002', 'complaint'));
    expect(all.filter((each) => each.reference === payload.reference)).to.have.length(1);
  });

  it('takes whatever a tenant may answer, however long and wherever it stands', async () => {
    const { reads, deliver } = get();
    const answer = 'ദ“long”\n'.repeat(2_000);
    const payload = aCase({
      tenancy: answer,
      words: answer.repeat(4),
      outcomeSought: answer,
      needs: [answer],
      reportedBy: { name: answer, relation: answer, authority: 'none-told' },
    });
    const repair = aRepair({ room: answer, access: answer, tenancy: answer, words: answer });
    const change = { needs: { add: [{ kind: 'other', adjustments: [answer] }] }, contact: { avoid: [answer] } };

    await deliver['housing.create-case']({ id: `outbox-${payload.reference}`, payload });
    await deliver['housing.create-repair']({ id: `outbox-${repair.reference}`, payload: repair });
    await deliver['housing.update-person']({ id: 'outbox-long', payload: { person: 'P-1005', changes: change } });

    expect(known(await reads.case(payload.reference))?.words).to.equal(payload.words);
    expect(known(await reads.repair(repair.reference))?.room).to.equal(answer);
    expect(known(await reads.person('P-1005'))?.contact).to.deep.equal({ avoid: [answer] });
  });

  it('[GEN-01] [GEN-05] keeps what somebody tells of who they are, one answer at a time, and tells that it keeps it', async () => {
    const { reads, deliver } = get();
    const tell = (id: string, characteristics: Characteristics) =>
      deliver['housing.update-person']({ id, payload: { person: 'P-1011', changes: { characteristics } } });
    const told = async () => known(await reads.person('P-1011'))?.characteristics;

    expect(await told()).to.deep.equal({});
    await tell('outbox-race', { race: { answer: 'traveller', on: '2026-11-23' } });
    await tell('outbox-sex', { sex: { answer: 'man', on: '2026-11-23' } });
    await tell('outbox-sex', { sex: { answer: 'man', on: '2026-11-23' } });
    await tell('outbox-race-2', { race: { answer: 'prefer-not-to-say', on: '2026-11-24' } });

    expect(await told()).to.deep.equal({
      race: { answer: 'prefer-not-to-say', on: '2026-11-24' },
      sex: { answer: 'man', on: '2026-11-23' },
    });
  });

  it('refuses for good what it will never take', async () => {
    const { deliver } = get();
    const payload = aCase();
    await deliver['housing.create-case']({ id: `outbox-${payload.reference}`, payload });

    const again = deliver['housing.create-case']({ id: 'outbox-another', payload });
    const reused = deliver['housing.create-case']({ id: `outbox-${payload.reference}`, payload: aCase() });
    const stranger = deliver['housing.create-case']({ id: 'outbox-stranger', payload: aCase({ person: 'P-9999' }) });
    const nonsense = deliver['housing.create-case']({ id: 'outbox-nonsense', payload: { kind: 'complaint' } });

    const refused = { code: 'refused', retryable: false };
    expect(await Promise.all([again, reused, stranger, nonsense].map(codeOf))).to.deep.equal([
      refused,
      refused,
      refused,
      refused,
    ]);
  });

  it('books the visit of a repair, and offers it to nobody else once the half day is full', async () => {
    const { reads, deliver } = get();
    const wanted = { trade: 'glazing', priority: 'urgent' };
    const appointment = { date: '2026-11-24', slot: 'am' } as const;
    const [first, second, third] = ['P-1001', 'P-1004', 'P-1006'].map((person) =>
      aRepair({ person, trade: 'glazing', priority: 'urgent', appointment }),
    ) as [NewRepair, NewRepair, NewRepair];

    for (const payload of [first, second, third]) {
      await deliver['housing.create-repair']({ id: `outbox-${payload.reference}`, payload });
    }

    const booked = known(await reads.repair(first.reference));
    const late = known(await reads.repair(third.reference));
    const offered = known(await reads.freeSlots(wanted));
    expect(booked).to.deep.include({ status: 'appointment-booked', appointment, property: 'PR-1' });
    expect(late).to.deep.include({ status: 'appointment-to-arrange', person: 'P-1006' });
    expect(late).to.not.have.property('appointment');
    expect(offered[0]).to.deep.equal({ date: '2026-11-24', slot: 'pm' });
  });

  it('moves a visit, and keeps what was asked for as a task when the half day has gone', async () => {
    const { reads, deliver } = get();
    const [first, second, third] = ['P-1001', 'P-1004', 'P-1006'].map((person) =>
      aRepair({ person, trade: 'joinery' }),
    ) as [NewRepair, NewRepair, NewRepair];
    const appointment = { date: '2026-11-27', slot: 'pm' } as const;
    for (const payload of [first, second, third]) {
      await deliver['housing.create-repair']({ id: `outbox-${payload.reference}`, payload });
    }

    for (const { reference, person } of [first, second, third]) {
      const about = { words: 'another day please', language: 'en', conversation: 'c', arrangeBy: '2026-11-24' };
      const row = { id: `move-${reference}`, payload: { reference, person, changes: { appointment }, ...about } };
      await deliver['housing.change-repair'](row);
      await deliver['housing.change-repair'](row);
    }

    expect(known(await reads.repair(first.reference))).to.deep.include({ appointment, status: 'appointment-booked' });
    expect(known(await reads.repair(third.reference))).to.not.have.property('appointment');
    const tasks = known(await reads.tasksOf('P-1006')).filter(
      ({ kind, details }) => kind === 'arrange-appointment' && details.repair === third.reference,
    );
    expect(tasks.map(({ details }) => details)).to.deep.equal([{ repair: third.reference, wanted: appointment }]);
  });

  it('calls a visit off', async () => {
    const { reads, deliver } = get();
    const payload = aRepair({ appointment: { date: '2026-11-26', slot: 'am' } });
    await deliver['housing.create-repair']({ id: `outbox-${payload.reference}`, payload });
    const { reference, person } = payload;
    const changes = { appointment: null, status: 'cancelled' as const };
    const about = { words: '', language: 'en', conversation: 'c', arrangeBy: '2026-11-24' };

    await deliver['housing.change-repair']({ id: 'cancel', payload: { reference, person, changes, ...about } });

    const found = known(await reads.repair(reference));
    expect(found?.status).to.equal('cancelled');
    expect(found).to.not.have.property('appointment');
  });

  it('moves a case on and keeps the details that are not named', async () => {
    const { reads, deliver } = get();
    const payload = aCase();
    await deliver['housing.create-case']({ id: `outbox-${payload.reference}`, payload });
    const changes = { stage: 'stage 2', details: { escalatedAt: '2026-11-23T09:00:00Z' } };

    await deliver['housing.change-case']({ id: 'escalate', payload: { reference: payload.reference, changes } });

    const found = known(await reads.case(payload.reference));
    expect(found?.stage).to.equal('stage 2');
    expect(found?.details).to.deep.equal({ ...payload.details, escalatedAt: '2026-11-23T09:00:00Z' });
  });

  it('adds links to those of a case, each once, and keeps those of a repair', async () => {
    const { reads, deliver } = get();
    const [opened, repair] = [aCase({ links: ['HAZ-7100001'] }), aRepair({ links: ['HAZ-7100001'] })];
    await deliver['housing.create-case']({ id: `${opened.reference}:1`, payload: opened });
    await deliver['housing.create-repair']({ id: `${repair.reference}:1`, payload: repair });

    const addLinks = ['REP-7100002', 'HAZ-7100001'];
    for (const id of ['links:1', 'links:1', 'links:2'])
      await deliver['housing.change-case']({ id, payload: { reference: opened.reference, changes: { addLinks } } });

    const found = await reads.case(opened.reference);
    expect(known(found)?.links).to.deep.equal(['HAZ-7100001', 'REP-7100002']);
    expect(known(await reads.repair(repair.reference))).to.deep.include({ links: ['HAZ-7100001'] });
  });

  it('writes over nothing that others made of a case since it was seen, and keeps what was wanted as a task', async () => {
    const { reads, deliver } = get();
    const payload = aCase({ person: 'P-1008', owner: 'Complaints Team' });
    const { reference } = payload;
    await deliver['housing.create-case']({ id: `seen:${reference}`, payload });
    const seen = { fields: { owner: payload.owner, details: {} }, by: 'Priya Shah', look: '2026-11-24' };
    const wanted = { reference, seen, changes: { owner: 'Ms Hart', details: { note: 'mine' } } };
    const tagOf = async () => known(await reads.case(reference))?.etag;
    const before = await tagOf();
    // Another field changed meanwhile is none of ours; the same delivery again is made once.
    await deliver['housing.change-case']({ id: 'other', payload: { reference, changes: { english: 'words' } } });
    await deliver['housing.change-case']({ id: 'first', payload: wanted });
    await deliver['housing.change-case']({ id: 'first', payload: wanted });
    const taken = known(await reads.case(reference));
    await deliver['housing.change-case']({ id: 'late', payload: { ...wanted, changes: { owner: 'Mr Bell' } } });
    await deliver['housing.change-case']({ id: 'late', payload: { ...wanted, changes: { owner: 'Mr Bell' } } });
    const kept = known(await reads.case(reference));
    const tasks = known(await reads.tasksOf('P-1008')).filter(({ kind }) => kind === 'case-changed-meanwhile');

    expect(before)
      .to.be.a('string')
      .and.not.to.equal(await tagOf());
    expect(taken).to.deep.include({ owner: 'Ms Hart', english: 'words' });
    expect(taken?.details).to.include({ note: 'mine' });
    expect(kept?.owner).to.equal('Ms Hart');
    expect(tasks).to.have.length(1);
    expect(tasks[0]).to.include({ due: '2026-11-24', team: payload.team });
    expect(tasks[0]?.details).to.deep.include({
      about: reference,
      by: 'Priya Shah',
      fields: ['owner'],
      wanted: { owner: 'Mr Bell' },
    });
  });

  it('finds the open repair of what the homes at a postcode share', async () => {
    const { reads, deliver } = get();
    const payload = aRepair({ person: 'P-1003', sharedPart: 'lift', fault: 'The lift is stuck on the second floor' });
    await deliver['housing.create-repair']({ id: `outbox-${payload.reference}`, payload });

    const there = known(await reads.sharedRepairs('aw2 1lh'));
    const elsewhere = known(await reads.sharedRepairs('AW1 2BD'));

    expect(there.map(({ reference, sharedPart }) => ({ reference, sharedPart }))).to.deep.include({
      reference: payload.reference,
      sharedPart: 'lift',
    });
    expect(elsewhere).to.deep.equal([]);
  });

  it('tells a task by its reference, and those of a person', async () => {
    const { reads, deliver } = get();
    const payload = { ...aTask(), person: 'P-1012' };
    await deliver['housing.create-task']({ id: `outbox-${payload.reference}`, payload });

    expect(known(await reads.task(payload.reference.toLowerCase()))).to.deep.include({
      status: 'open',
      due: payload.due,
    });
    expect(known(await reads.tasksOf('P-1012')).map(({ reference }) => reference)).to.deep.equal([payload.reference]);
    expect(known(await reads.task('TSK-0000000'))).to.equal(null);
  });

  it('adds a number and an e-mail address to a profile, the newest number first', async () => {
    const { reads, deliver } = get();
    const changes = { phones: { add: '+447700900555' }, email: 'new@example.com' };
    const row = { id: 'outbox-reach', payload: { person: 'P-1006', changes } };

    await deliver['housing.update-person'](row);
    await deliver['housing.update-person'](row);

    const person = known(await reads.person('P-1006'));
    expect(person?.phones).to.deep.equal(['+447700900555', '+447700900106']);
    expect(person?.email).to.equal('new@example.com');
  });

  it('takes tasks and contacts once', async () => {
    const { reads, deliver } = get();
    const contact: NewContact = {
      person: 'P-1007',
      at: '2026-11-23T09:00:00+00:00',
      channel: 'web',
      topic: 'rent.balance',
      outcome: 'answered',
      conversation: 'conversation-2',
    };

    const task = aTask();
    for (const _ of [1, 2]) {
      await deliver['housing.create-task']({ id: `outbox-${task.reference}`, payload: task });
      await deliver['housing.record-contact']({ id: 'outbox-contact', payload: contact });
    }

    const contacts = known(await reads.contactsOf('P-1007'));
    expect(contacts.map(({ topic, outcome }) => ({ topic, outcome }))).to.deep.equal([
      { topic: 'rent.balance', outcome: 'answered' },
    ]);
  });

  it('merges a change of the profile and makes it once', async () => {
    const { reads, deliver } = get();
    const need = { kind: 'visual-impairment', formats: ['braille'], since: '2026-11-23', review: '2027-11-23' };
    const payload = {
      person: 'P-1004',
      changes: {
        language: 'pa',
        needs: { add: [need] },
        contact: { prefer: 'telephone' },
        profileCheckedOn: '2026-11-23',
      },
    };

    await deliver['housing.update-person']({ id: 'outbox-person', payload });
    const once = known(await reads.person('P-1004'));
    await deliver['housing.update-person']({ id: 'outbox-person', payload });
    const twice = known(await reads.person('P-1004'));

    expect(once).to.deep.include({ language: 'pa', profileCheckedOn: '2026-11-23' });
    expect(once?.needs).to.deep.equal([
      {
        kind: 'visual-impairment',
        formats: ['large-print', 'braille'],
        since: '2022-01-01',
        until: 'long-term',
        review: '2027-11-23',
      },
    ]);
    expect(once?.contact).to.deep.equal({ prefer: 'telephone', avoid: ['Friday 12:00-15:00'], visitBy: 'woman' });
    expect(twice).to.deep.equal(once);
  });

  it('loses none of the changes that are made to a profile at the same time', async () => {
    const { reads, deliver } = get();
    const kinds = ['mobility', 'hearing-impairment', 'autism', 'dementia'];

    await Promise.all(
      kinds.map((kind) =>
        deliver['housing.update-person']({
          id: `outbox-${kind}`,
          payload: { person: 'P-1007', changes: { needs: { add: [{ kind }] } } },
        }),
      ),
    );

    const needs = known(await reads.person('P-1007'))?.needs.map((need) => need.kind) ?? [];
    expect([...needs].sort()).to.deep.equal(['autism', 'dementia', 'hearing-impairment', 'mobility']);
  });

  it('[GEN-01] makes a change of a record that somebody had before them for that version alone, and once', async () => {
    const { reads, deliver } = get();
    const read = known(await reads.person('P-1008'));
    const edit = { id: 'e-1', version: read?.etag ?? '', agent: 'a-1', at: '2026-11-23T10:00:00+00:00' };
    const editing = (calledAs: string) =>
      deliver['housing.update-person']({
        id: `outbox-${calledAs}`,
        payload: { person: 'P-1008', edit, changes: { contact: { calledAs } } },
      });

    await editing('Olena');
    await editing('Olena');

    expect(await codeOf(editing('Mrs Kovalenko'))).to.deep.equal({ code: 'changed-meanwhile', retryable: false });
    expect(known(await reads.person('P-1008'))?.contact).to.deep.equal({ calledAs: 'Olena' });
  });

  it('refuses a change of somebody whom it does not know', async () => {
    const change = get().deliver['housing.update-person']({
      id: 'outbox-nobody',
      payload: { person: 'P-9999', changes: { language: 'cy' } },
    });

    expect(await codeOf(change)).to.deep.equal({ code: 'refused', retryable: false });
  });
}
