import { expect } from 'chai';
import type { NewCase } from '../../src/model/case.ts';
import type { OpenPromise } from '../../src/turn/act.ts';
import { toDeliveries } from '../../src/turn/deliveries.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { aConversation, type Held, textOf } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

const promise: OpenPromise = {
  id: '7',
  conversation: 'conversation-1',
  what: 'answer',
  by: '2026-12-14',
  owner: 'Complaints Team',
  reference: 'CMP-7',
  madeAt: new Date('2026-11-23T10:00:00Z'),
  enquiry: 'complaint.make',
  kind: 'complaint',
  restricted: false,
};

const complaint = {
  reference: 'CMP-7',
  kind: 'complaint',
  status: 'open',
  stage: 'stage 1',
  receivedAt: '2026-11-23T10:00:00+00:00',
  due: [{ what: 'answer', by: '2026-12-14', basis: 'acknowledged', rule: 'Code' }],
  owner: 'Complaints Team',
  details: {},
} as unknown as NewCase;

interface About {
  readonly at: string;
  readonly sms?: string;
  readonly promise?: Partial<OpenPromise>;
  readonly complaint?: Partial<Record<keyof NewCase, unknown>>;
  readonly person?: string;
  /** A number that has stopped texts. */
  readonly stopped?: string;
}

/** A conversation with one promise of a complaint, at a moment. */
function promised(about: About): Held {
  const held = aConversation({ at: about.at, ...(about.sms !== undefined && { sms: about.sms }) });
  if (about.stopped !== undefined) held.world.stopped.add(about.stopped);
  held.world.promised.set('7', { ...promise, ...about.promise });
  held.world.housing.write(
    { kind: 'housing.create-case', payload: { ...complaint, ...about.complaint } as NewCase },
    held.now,
  );
  if (about.person !== undefined) {
    const person = { id: about.person, by: 'number' as const };
    held.current = { ...held.current, state: { ...held.current.state, person } };
  }
  return held;
}

const look = async (about: About) => promised(about).act({ is: 'promise-looked-at', promise: '7' });

async function told(about: About): Promise<Turn> {
  const done = await look(about);
  if ('is' in done) throw new Error(`Nothing was done: ${done.because}`);
  return done;
}

const kinds = (turn: Turn) => turn.effects.map(({ kind }) => kind);
const tasks = (turn: Turn) =>
  turn.effects.flatMap((effect) => (effect.kind === 'housing.create-task' ? [effect.payload] : []));

describe('a promise that time looks at', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[WHG-03] is left alone while its day is to come', async () => {
    expect(await look({ at: '2026-12-10T10:00:00Z' })).to.deep.equal({ is: 'refused', because: 'nothing-waiting' });
  });

  it('[WHG-03] is brought to its team’s mind the working day before, without a word to the tenant', async () => {
    const turn = await told({ at: '2026-12-11T08:00:05Z' });

    expect(turn.replies).to.deep.equal([]);
    expect(turn.promiseTold).to.deep.equal({ id: '7', as: 'warned' });
    expect(tasks(turn)).to.have.length(1);
    expect(tasks(turn)[0]).to.deep.include({ kind: 'promise-due', team: 'complaints', due: '2026-12-14', words: '' });
  });

  it('[WHG-03] [GUH-11] is owned up to once it is late: who has it, who looks at it now, and when they hear again', async () => {
    const turn = await told({ at: '2026-12-15T08:00:05Z' });

    expect(textOf(turn)).to.include('Monday, 14 December 2026').and.to.include('Thursday, 17 December 2026');
    expect(textOf(turn)).to.include('CMP-7').and.to.include('Complaints Team').and.to.include('Customer Contact Team');
    expect(textOf(turn)).to.include('0300 111 3000').and.to.include('sorry');
    expect(turn.promiseTold).to.deep.equal({ id: '7', as: 'missed', newsBy: '2026-12-17' });
    expect(tasks(turn)[0]).to.deep.include({ kind: 'promise-late', team: 'contact-centre', due: '2026-12-17' });
  });

  it('[WHG-03] is told of at eight, not at night', async () => {
    const warned = { warnedAt: new Date('2026-12-11T08:00:00Z') };
    expect(await look({ at: '2026-12-15T07:59:50Z', promise: warned })).to.have.property('is', 'refused');
    expect(await look({ at: '2026-12-15T21:00:05Z', promise: warned })).to.have.property('is', 'refused');
    expect(await look({ at: '2026-12-15T20:59:50Z', promise: warned })).to.have.property('promiseTold');
  });

  it('[GUH-11] [TPC-05] waits for the time at which they are reached best, where that comes soon', async () => {
    const at = async (time: string) => {
      const held = promised({ at: `2026-12-15T${time}:05Z`, person: 'P-1001' });
      const found = await held.world.housing.person('P-1001');
      if (found.is === 'away' || found.value === null) throw new Error('P-1001 is not there');
      const value = { ...found.value, contact: { best: 'after 3 pm' } };
      Object.assign(held.world.housing, { person: async () => ({ is: 'known', value }) });
      return held.act({ is: 'promise-looked-at', promise: '7' });
    };
    expect(await at('10:00')).to.deep.equal({ is: 'refused', because: 'nothing-waiting' });
    expect(await at('15:00')).to.have.property('promiseTold');
  });

  it('[WHG-03] is told of again when the day for news has passed too', async () => {
    const again = { missedAt: new Date('2026-12-15T08:00:05Z'), newsBy: '2026-12-17' };

    expect(await look({ at: '2026-12-17T12:00:00Z', promise: again })).to.have.property('is', 'refused');
    const turn = await told({ at: '2026-12-18T08:00:05Z', promise: again });
    expect(textOf(turn)).to.include('Thursday, 17 December 2026').and.to.include('Tuesday, 22 December 2026');
  });

  it('is not talked about while a person speaks with the tenant', async () => {
    const held = promised({ at: '2026-12-15T10:00:00Z' });
    await held.say('person');

    expect(await held.act({ is: 'promise-looked-at', promise: '7' })).to.have.property('is', 'refused');
  });

  it('of a restricted case stays with its team, and nobody writes to the tenant', async () => {
    const turn = await told({
      at: '2026-12-15T10:00:00Z',
      promise: { restricted: true, enquiry: 'safety.domestic_abuse', kind: 'domestic-abuse' },
      person: 'P-1002',
    });

    expect(turn.replies).to.deep.equal([]);
    expect(kinds(turn)).to.deep.equal(['housing.create-task']);
    expect(tasks(turn)[0]).to.deep.include({ kind: 'promise-late', team: 'safeguarding', conversation: '' });
  });

  it('waits while the housing system cannot be asked: it may have been kept', async () => {
    const held = promised({ at: '2026-12-15T10:00:00Z' });
    held.world.housing.away = true;

    expect(await held.act({ is: 'promise-looked-at', promise: '7' })).to.have.property('is', 'refused');
  });

  it('[WHG-17] is kept when the complaint is answered: the tenant hears what was found and that it can be looked at again', async () => {
    const held = promised({
      at: '2026-12-11T10:00:00Z',
      complaint: { status: 'closed', details: { outcome: 'not-upheld' } },
    });
    const turn = await held.act({ is: 'promise-looked-at', promise: '7' });

    expect(textOf(turn)).to.include('answered your complaint CMP-7').and.to.include('did not find');
    expect(textOf(turn)).to.include('review').and.to.include('0300 111 3000');
    expect(turn).to.deep.include({ promiseEnded: { id: '7', as: 'kept', by: 'housing system' } });
    const review = await held.say('review');
    expect(review.replies.at(-1)?.data).to.include({ enquiry: 'complaint.escalate' });
  });

  it('[WHG-17] of the last stage ends with the Ombudsman and offers no review of ours', async () => {
    const turn = await told({
      at: '2026-12-11T10:00:00Z',
      complaint: { status: 'closed', stage: 'stage 2', details: { outcome: 'upheld' } },
    });

    expect(textOf(turn)).to.include('did something wrong').and.to.include('0300 111 3000').and.not.to.include('review');
  });

  it('to acknowledge is kept in silence when that was done elsewhere', async () => {
    const turn = await told({
      at: '2026-12-01T10:00:00Z',
      promise: { what: 'acknowledge', by: '2026-11-30' },
      complaint: { acknowledgedAt: '2026-11-26T10:00:00+00:00' },
    });

    expect(turn.replies).to.deep.equal([]);
    expect(turn.promiseEnded).to.include({ as: 'kept' });
  });

  it('of a further stage is not kept by what was closed at the stage before, nor acknowledged by it', async () => {
    const closed = { status: 'closed', acknowledgedAt: '2026-11-26T10:00:00+00:00' };
    const next = { madeAt: new Date('2026-12-11T09:00:00Z') };
    const at = '2026-12-11T10:00:00Z';

    expect(await look({ at, complaint: closed, promise: { ...next, by: '2027-01-20' } })).to.have.property(
      'is',
      'refused',
    );
    const acknowledge = { ...next, what: 'acknowledge', by: '2026-12-18' };
    expect(await look({ at, complaint: closed, promise: acknowledge })).to.have.property('is', 'refused');
  });

  it('of the stage before ends in silence when the tenant has gone to the next', async () => {
    const due = [{ what: 'answer', by: '2027-01-20', basis: 'acknowledged', rule: 'Code' }];
    const turn = await told({
      at: '2026-12-15T10:00:00Z',
      complaint: { due, stage: 'stage 2' },
      promise: { latest: '2027-01-20' },
    });

    expect(turn.replies).to.deep.equal([]);
    expect(turn.promiseEnded).to.include({ as: 'moved' });
    expect(turn.promises).to.deep.equal([]);
  });

  it('[WHG-03] has the day that was set where the case is, and the tenant hears it', async () => {
    const due = [{ what: 'answer', by: '2026-12-18', basis: 'agreed', rule: 'Code' }];
    const turn = await told({ at: '2026-12-11T10:00:00Z', complaint: { due } });

    expect(textOf(turn)).to.include('Monday, 14 December 2026').and.to.include('Friday, 18 December 2026');
    expect(turn.promiseEnded).to.include({ as: 'moved' });
    expect(turn.promises).to.deep.equal([
      { what: 'answer', by: '2026-12-18', owner: 'Complaints Team', reference: 'CMP-7' },
    ]);
  });
});

describe('[WHG-03] the way in which a tenant hears of a promise', () => {
  const late = '2026-12-15T10:00:00Z';
  const delivered = (turn: Turn, held: Held) => toDeliveries(turn, held.current, 'r1');

  it('is a text to the mobile on file for who prefers texts, besides the message on the web', async () => {
    const turn = await told({ at: late, promise: { person: 'P-1004' } });
    const texts = turn.effects.filter(({ kind }) => kind === 'sms.send');

    expect(turn.replies).to.have.length(1);
    expect(texts).to.have.length(1);
    expect(texts[0]?.payload).to.have.property('to', '+447700900104');
  });

  it('is a call by a person for who prefers the telephone', async () => {
    const turn = await told({ at: late, promise: { person: 'P-1003' } });

    expect(kinds(turn)).to.deep.equal(['housing.create-task']);
    expect(tasks(turn)[0]?.details).to.include({ tell: 'telephone', about: 'CMP-7' });
  });

  it('is never a text for who wants none, not even in a conversation by text', async () => {
    const held = promised({ at: late, sms: '+447700900199', promise: { person: 'P-1003' } });
    const person = await held.world.housing.person('P-1003');
    if (person.is === 'away' || person.value === null) throw new Error('P-1003 is not there');
    const wished = { ...person.value, contact: { prefer: 'post', never: ['sms'] } };
    const asked = { ...held.world.housing, person: async () => ({ is: 'known' as const, value: wished }) };
    Object.assign(held.world, { housing: asked });
    const turn = await held.act({ is: 'promise-looked-at', promise: '7' });
    if ('is' in turn) throw new Error('nothing was done');

    expect(turn.replies).to.have.length(1);
    expect(delivered(turn, held).map(({ kind }) => kind)).to.deep.equal(['housing.create-task']);
    expect(tasks(turn)[0]?.details).to.include({ tell: 'post' });
  });

  it('is the language on file where nobody has shown another', async () => {
    const turn = await told({ at: late, promise: { person: 'P-1002' } });

    expect(turn.replies[0]?.language).to.equal('pl');
    expect(textOf(turn)).to.include('przepraszamy');
  });

  it('by text has a line of its own in the outbox, so that no reply waits behind it', async () => {
    const held = promised({ at: late, sms: '+447700900199' });
    const turn = await held.act({ is: 'promise-looked-at', promise: '7' });
    if ('is' in turn) throw new Error('nothing was done');
    const [text] = delivered(turn, held);

    expect(text).to.deep.include({ kind: 'sms.send', key: 'sms:+447700900199:notice' });
    expect(text?.payload).to.have.property('notice', true);
  });
});

describe('the answer to a complaint that a person puts off', () => {
  const agent = { id: 'agent-1', name: 'Sam', teams: ['complaints'] };
  const putOff = (held: Held, to: string) => {
    const known = held.world.promised.get('7') ?? promise;
    return held.act({ is: 'promise-moved', agent, promise: known, to, why: 'we wait for the surveyor' });
  };

  it('[WHG-18] has ten working days more at the first stage, with the reason, the new day and the Ombudsman told', async () => {
    const turn = await putOff(promised({ at: '2026-12-10T10:00:00Z' }), '2026-12-30');

    expect(textOf(turn)).to.include('Monday, 14 December 2026').and.to.include('Wednesday, 30 December 2026');
    expect(textOf(turn)).to.include('we wait for the surveyor').and.to.include('0300 111 3000');
    expect(textOf(turn)).to.include('https://www.housing-ombudsman.org.uk');
    if ('is' in turn) throw new Error(turn.because);
    const [change] = turn.effects;
    expect(change?.kind).to.equal('housing.change-case');
    expect(change?.payload).to.deep.nested.include({ 'changes.due[0].by': '2026-12-30' });
    expect(change?.payload).to.nested.include({ 'changes.details.extension.from': '2026-12-14' });
    expect(turn.promises.map(({ by }) => by)).to.deep.equal(['2026-12-30']);
  });

  it('[WHG-18] has no day more than that, and none is added to it later', async () => {
    const held = promised({ at: '2026-12-10T10:00:00Z' });
    expect(await putOff(held, '2026-12-31')).to.deep.equal({
      is: 'refused',
      because: 'too-long',
      latest: '2026-12-30',
    });

    const extension = { stage: 'stage 1', from: '2026-12-14', to: '2026-12-23' };
    const again = promised({
      at: '2026-12-22T10:00:00Z',
      promise: { by: '2026-12-23' },
      complaint: { details: { extension } },
    });
    expect(await putOff(again, '2026-12-31')).to.have.property('latest', '2026-12-30');
    expect(await putOff(again, '2026-12-30')).to.have.property('promises');
  });

  it('[WHG-18] has twenty at the second stage, and what the landlord’s own pack says', async () => {
    const second = promised({ at: '2026-12-10T10:00:00Z', complaint: { stage: 'stage 2' } });
    expect(await putOff(second, '2027-01-15')).to.have.property('latest', '2027-01-14');
    expect(await putOff(second, '2027-01-14')).to.have.property('promises');

    const own = promised({ at: '2026-12-10T10:00:00Z', complaint: { stage: 'panel' } });
    const stages = [
      { name: 'panel', answerWorkingDays: 5, answerFrom: 'received', extensionWorkingDays: 3, rule: 'own' },
    ];
    const { landlord } = own.world;
    Object.assign(own.world, { landlord: { ...landlord, complaints: { ...landlord.complaints, stages } } });
    expect(await putOff(own, '2026-12-18')).to.have.property('latest', '2026-12-17');
  });

  it('waits while the housing system cannot tell its stage', async () => {
    const held = promised({ at: '2026-12-10T10:00:00Z' });
    held.world.housing.away = true;

    expect(await putOff(held, '2026-12-16')).to.deep.equal({ is: 'refused', because: 'not-now' });
  });

  it('[WHG-17] is told to the tenant when a person says that it was given', async () => {
    const held = promised({ at: '2026-12-10T10:00:00Z' });
    const turn = await held.act({ is: 'promise-kept', agent, promise });

    expect(textOf(turn)).to.include('answered your complaint CMP-7').and.to.include('review');
  });
});

describe('a promise to who has stopped texts', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  const late = '2026-12-15T09:00:00Z';
  const amina = '+447700900101';
  const sent = (turn: Turn) => toDeliveries(turn, aConversation({ sms: amina }).current, 'r1');

  it('[WHG-03] is told by a person, in a way that is left, and by no text', async () => {
    const turn = await told({ at: late, sms: amina, person: 'P-1001', stopped: amina });
    const [task] = tasks(turn);

    expect(sent(turn).map(({ kind }) => kind)).to.deep.equal(['housing.create-task']);
    expect(task).to.deep.include({ kind: 'promise-late' });
    expect(task?.details).to.deep.include({ tell: 'telephone', why: 'texts-stopped' });
  });

  it('is told by a person where the matter was on the web, and the mobile on file has stopped texts', async () => {
    const turn = await told({ at: late, person: 'P-1001', stopped: amina });
    const before = await told({ at: late, person: 'P-1001' });

    expect(kinds(before)).to.include('sms.send');
    expect(kinds(turn)).to.deep.equal(['housing.create-task']);
    expect(tasks(turn)[0]?.details).to.deep.include({ tell: 'telephone', why: 'texts-stopped' });
  });

  it('is told by none of the ways that somebody never wants', async () => {
    // Never by telephone, by what is on file.
    const turn = await told({ at: late, sms: '+447700900109', person: 'P-1009', stopped: '+447700900109' });

    expect(tasks(turn)[0]?.details).to.deep.include({ tell: 'email', why: 'texts-stopped' });
  });

  it('that is kept is told by a person as well', async () => {
    const closed = { status: 'closed', details: { outcome: 'upheld' } };
    const turn = await told({ at: late, sms: amina, person: 'P-1001', stopped: amina, complaint: closed });

    expect(tasks(turn)[0]).to.deep.include({ kind: 'tell-tenant' });
    expect(tasks(turn)[0]?.details).to.deep.include({ why: 'texts-stopped' });
  });

  it('changes nothing for who has not stopped them', async () => {
    const turn = await told({ at: late, sms: amina, person: 'P-1001', stopped: '+447700900102' });

    expect(sent(turn).map(({ kind }) => kind)).to.include('sms.send');
    expect(JSON.stringify(tasks(turn))).not.to.include('texts-stopped');
  });

  it('leaves a notice that was on its way to a person', async () => {
    const held = promised({ at: late, sms: amina, person: 'P-1001', stopped: amina });
    const turn = (await held.act({ is: 'not-texted', delivery: 'conversation-1:r4:0', restricted: false })) as Turn;

    expect(turn.replies).to.deep.equal([]);
    expect(tasks(turn)[0]).to.deep.include({ kind: 'tell-tenant', person: 'P-1001', conversation: 'conversation-1' });
    expect(tasks(turn)[0]?.details).to.deep.equal({
      parked: 'conversation-1:r4:0',
      tell: 'telephone',
      why: 'texts-stopped',
    });
  });
});

describe('a promise to who asked to be left in peace at times', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  const complaint = { due: [{ what: 'answer', by: '2026-12-10', basis: 'acknowledged', rule: 'Code' }] };
  // Rukhsana Begum: not on Fridays from 12 to 15. The answer was due on Thursday, 10 December.
  const rukhsana = { sms: '+447700900104', person: 'P-1004', promise: { by: '2026-12-10' }, complaint };

  it('is not told then, but after', async () => {
    expect(await look({ ...rukhsana, at: '2026-12-11T12:30:00Z' })).to.deep.equal({
      is: 'refused',
      because: 'nothing-waiting',
    });
    expect((await told({ ...rukhsana, at: '2026-12-11T15:00:05Z' })).promiseTold).to.deep.include({ as: 'missed' });
  });
});
