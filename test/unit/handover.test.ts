import { expect } from 'chai';
import { toDeliveries } from '../../src/turn/deliveries.ts';
import { aConversation, agent, textOf } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

describe('while a person is waited for', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('the tenant’s words are kept without a reply while the place stays the same', async () => {
    const held = aConversation();
    const asked = await held.say('person');
    const turn = await held.say('I also wanted to say that it is about my kitchen');

    expect(asked.owner.is).to.equal('queue');
    expect(turn.replies).to.deep.equal([]);
    expect(turn.owner.is).to.equal('queue');
  });

  it('danger is still seen: the steps are said and the handover comes to the front', async () => {
    const held = aConversation();
    await held.say('person');
    const turn = await held.say('there is a strong smell of gas in my flat');

    expect(textOf(turn)).to.include('0800 111 999');
    expect(turn.handover).to.include({ is: 'requeued', reason: 'danger' });
  });

  it('what was found to belong to nobody is put back once: not again, nor when it has moved since', async () => {
    const held = aConversation();
    await held.say('person');
    const found = { revision: held.current.revision, because: 'over' as const, isOpen: false };
    const first = await held.act({ is: 'orphan-found', found });

    expect(first).to.deep.include({ owner: { is: 'queue', handover: `${held.current.id}:o${found.revision}` } });
    expect(await held.act({ is: 'orphan-found', found })).to.deep.include({
      is: 'refused',
      because: 'nothing-waiting',
    });
  });

  it('the same danger is answered again when minutes have passed, and its case is opened once', async () => {
    const held = aConversation();
    await held.say('person');
    const first = await held.say('I can smell gas');
    const soon = await held.say('I smell gas!!');
    held.now = new Date(held.now.getTime() + 20 * 60_000);
    const later = await held.say('hello? I smell gas again');

    expect(first.cases.map(({ kind, enquiry }) => `${kind} ${enquiry}`)).to.deep.equal([
      'enquiry emergency.gas',
      'hazard emergency.gas',
    ]);
    expect(textOf(soon)).to.include('urgent');
    expect(soon.cases).to.deep.equal([]);
    expect(textOf(later)).to.include('0800 111 999');
  });

  it('danger of an earlier handover does not silence the next', async () => {
    const held = aConversation();
    await held.say('person');
    await held.say('I smell gas');
    await held.say('never mind');
    await held.say('person');
    const turn = await held.say('I smell gas');

    expect(textOf(turn)).to.include('0800 111 999');
  });

  it('each of two dangers in one message is answered, and what is restricted goes to its team', async () => {
    const held = aConversation();
    await held.say('person');
    const turn = await held.say('My husband hit me and I can smell gas');

    expect(textOf(turn)).to.include('0800 111 999');
    expect(textOf(turn)).to.include('0808 2000 247');
    expect(turn.handover).to.include({ is: 'requeued', team: 'safeguarding', priority: 0, restricted: true });
    const cases = turn.effects.flatMap((each) => (each.kind === 'housing.create-case' ? [each.payload] : []));
    expect(cases.map(({ kind }) => kind)).to.have.members(['domestic-abuse', 'enquiry', 'hazard']);
    // Who comes for the gas reads nothing of the other.
    const forOthers = cases.filter(({ kind }) => kind !== 'domestic-abuse');
    expect(JSON.stringify(forOthers)).to.include('I can smell gas').and.not.to.include('husband');
  });

  it('danger told to an agent goes with the conversation when it is passed on', async () => {
    const held = aConversation();
    await held.say('person');
    await held.act({ is: 'accept', agent });
    const told = await held.say('I smell gas in the kitchen');
    const passed = await held.act({ is: 'transfer', agent, team: 'contact-centre', reason: 'gas' });
    if ('is' in passed) throw new Error(passed.because);

    expect(textOf(told)).to.include('0800 111 999');
    expect(passed.handover).to.include({ is: 'requeued', priority: 0 });
  });

  it('who told of abuse is asked whether a call is safe when nobody comes, and the team has it at once', async () => {
    const held = aConversation({ sms: '+447700900102' });
    await held.say('person');
    await held.say('my husband hit me');
    const turn = await held.act({ is: 'wait-over' });
    if ('is' in turn) throw new Error(turn.because);

    expect(turn.replies.at(-1)?.data.asks).to.equal('ring');
    expect(textOf(turn)).to.include('999');
    expect(textOf(turn)).not.to.match(/call you back by/);
    expect(turn.effects.map(({ kind }) => kind)).to.include('housing.create-task');
    expect(JSON.stringify(turn.effects)).not.to.match(/domestic|abuse|7700900102/);
  });

  it('who has no number is not asked for one for ever', async () => {
    const held = aConversation();
    await held.say('person');
    await held.act({ is: 'wait-over' });
    const turn = await held.say('skip');

    expect(textOf(turn)).to.match(/Without a number/);
    expect(turn.state.stack).to.deep.equal([]);
  });

  it('"never mind" leads back to the assistant', async () => {
    const held = aConversation();
    await held.say('person');
    const turn = await held.say('never mind');

    expect(turn.owner.is).to.equal('bot');
    expect(turn.handover).to.include({ is: 'ended', as: 'left' });
  });

  it('a call-back with a day is promised when nobody comes', async () => {
    const held = aConversation({ sms: '+447700900102' });
    await held.say('person');
    const turn = await held.act({ is: 'wait-over' });
    if ('is' in turn) throw new Error(turn.because);

    expect(turn.owner.is).to.equal('bot');
    expect(turn.promises[0]).to.include({ what: 'call-back', by: '2026-11-24' });
    expect(turn.effects.map((effect) => effect.kind)).to.include('housing.create-task');
  });

  it('a number is asked for when nobody comes and none is known', async () => {
    const held = aConversation();
    await held.say('person');
    const turn = await held.act({ is: 'wait-over' });
    await held.say('07700 900123');
    const last = await held.say('1');
    if ('is' in turn) throw new Error(turn.because);

    expect(turn.replies.at(-1)?.data.asks).to.equal('phone');
    expect(last.promises[0]).to.include({ what: 'call-back' });
  });

  it('a call-back is offered at once while the desk is closed', async () => {
    const turn = await aConversation({ at: '2026-11-22T10:00:00Z' }).say('person');

    expect(turn.owner.is).to.equal('bot');
    expect(turn.replies.at(-1)?.data.asks).to.equal('phone');
  });

  it('the queue is there in open hours although nobody has signed in yet', async () => {
    const turn = await aConversation({ agents: 0 }).say('person');

    expect(turn.owner.is).to.equal('queue');
    expect(textOf(turn)).to.include('10 minutes');
  });
});

describe('an agent', () => {
  it('has the conversation alone once it is accepted', async () => {
    const held = aConversation();
    await held.say('person');
    const first = await held.act({ is: 'accept', agent });
    const second = await held.act({ is: 'accept', agent: { ...agent, id: 'agent-2' } });

    expect(textOf(first)).to.include('Sam');
    expect(second).to.deep.equal({ is: 'refused', because: 'already-taken' });
  });

  it('speaks in their own words, and nobody else may', async () => {
    const held = aConversation();
    await held.say('person');
    await held.act({ is: 'accept', agent });
    const message = {
      is: 'message',
      text: 'Hello, I have read it all.',
      clientMessageId: 'm1',
      seenSequence: 2,
    } as const;
    const own = await held.act({ ...message, agent });
    const other = await held.act({ ...message, agent: { ...agent, id: 'agent-2' } });

    expect(textOf(own)).to.equal('Hello, I have read it all.');
    expect(other).to.deep.equal({ is: 'refused', because: 'not-yours' });
  });

  it('who is lost leaves the tenant in front of the queue, told so', async () => {
    const held = aConversation();
    await held.say('person');
    await held.act({ is: 'accept', agent });
    const turn = await held.act({ is: 'agent-gone', agent: 'agent-1' });
    if ('is' in turn) throw new Error(turn.because);

    expect(turn.owner.is).to.equal('queue');
    expect(turn.replies.length).to.equal(1);
  });

  it('closes with a word to the tenant and a record of the contact', async () => {
    const held = aConversation();
    await held.say('person');
    await held.act({ is: 'accept', agent });
    const turn = await held.act({ is: 'close', agent, outcome: 'answered' });
    if ('is' in turn) throw new Error(turn.because);

    expect(turn.owner.is).to.equal('bot');
    expect(turn.effects.map((effect) => effect.kind)).to.deep.equal(['housing.record-contact', 'time.survey']);
  });

  it('gives the conversation back to the assistant, which goes on', async () => {
    const held = aConversation();
    await held.say('person');
    await held.act({ is: 'accept', agent });
    await held.act({ is: 'return', agent });
    const turn = await held.say('What are your opening hours?');

    expect(turn.owner.is).to.equal('bot');
    expect(turn.replies.length).to.be.at.least(1);
  });

  it('writes notes that the tenant never sees', async () => {
    const held = aConversation();
    await held.say('person');
    const turn = await held.act({ is: 'note', agent, text: 'rang twice' });
    if ('is' in turn) throw new Error(turn.because);

    expect(turn.note).to.deep.equal({ agent: 'agent-1', text: 'rang twice' });
    expect(turn.replies).to.deep.equal([]);
  });
});

describe('what a turn leaves for the outbox', () => {
  it('has the same ids however often it is taken', async () => {
    const [one, other] = [aConversation({ sms: '+447700900102' }), aConversation({ sms: '+447700900102' })];
    const words = 'there is a strong smell of gas in my flat';
    const [first, second] = [await one.say(words), await other.say(words)];

    expect(toDeliveries(first, one.current, '1')).to.deep.equal(toDeliveries(second, other.current, '1'));
  });

  it('is one text for all that a turn says, and nothing for web chat', async () => {
    const [sms, web] = [aConversation({ sms: '+447700900102' }), aConversation()];
    const [byText, onWeb] = [await sms.say('person'), await web.say('person')];

    expect(toDeliveries(byText, sms.current, '1').filter((each) => each.kind === 'sms.send')).to.have.lengthOf(1);
    expect(toDeliveries(onWeb, web.current, '1').filter((each) => each.message !== undefined)).to.deep.equal([]);
  });

  it('lets the answer to STOP out although the number has opted out', async () => {
    const held = aConversation({ sms: '+447700900102' });
    await held.say('I want to make a complaint');
    const turn = await held.say('STOP', { keyword: { is: 'stop', word: 'STOP', answered: false } });
    const [text] = toDeliveries(turn, held.current, '2');

    expect(turn.consent).to.deep.include({ is: 'out', number: '+447700900102' });
    expect(text?.payload).to.include({ despiteStop: true });
    expect(turn.state.stack.at(-1)?.dialog).to.equal('complaint.make');
  });
});

describe('a person who is asked for comes about', () => {
  async function aboutAfter(...said: readonly (string | { readonly value: string })[]) {
    const held = aConversation();
    for (const each of said) await (typeof each === 'string' ? held.say(each) : held.say(each.value, each));
    const { handover } = await held.say('I want to talk to a person');
    return handover?.is === 'requested' ? [handover.enquiry, handover.about] : handover;
  }

  it('the matter that is under way', async () => {
    expect(await aboutAfter('I want to make a complaint')).to.deep.equal(['contact.person', 'complaint.make']);
  });

  it('the matter that was served last, whatever small talk came after it', async () => {
    const about = await aboutAfter('what are your opening hours', 'thank you');

    expect(about).to.deep.equal(['contact.person', 'contact.details']);
  });

  it('nothing when no matter was told', async () => {
    expect(await aboutAfter('hello')).to.deep.equal(['contact.person', undefined]);
  });

  it('[WHG-21] a restricted matter that is just over, and nothing is told of it once something else was served', async () => {
    const told = ['My husband hit me', 'yes', { value: 'nothing' }];
    expect(await aboutAfter(...told)).to.deep.equal(['safety.domestic_abuse', undefined]);
    const later = await aboutAfter(...told, 'what are your opening hours');
    expect(later).to.deep.equal(['contact.person', 'contact.details']);
  });
});

describe('what people tell of themselves', () => {
  const toldAfter = async (said: readonly (string | { readonly value: string })[], about: { sms?: string } = {}) => {
    const held = aConversation(about);
    for (const each of said) await (typeof each === 'string' ? held.say(each) : held.say(each.value, each));
    return held.current.state.told;
  };
  const complains = ['I want to make a complaint', { value: 'here' }, 'Nobody came', 'skip', 'no'];

  it('is kept when the enquiry in which they told it is over', async () => {
    const told = await toldAfter([
      ...complains,
      'large print please',
      { value: 'self' },
      'Jo Fletcher',
      'skip',
      'skip',
      '07700 900150',
      'yes',
    ]);

    expect(told).to.deep.equal({ name: 'Jo Fletcher', phone: '+447700900150', needs: ['large print please'] });
  });

  it('is kept when they ask for a person in the middle', async () => {
    const told = await toldAfter([...complains, 'skip', { value: 'other' }, 'My mum, Ada Fletcher', 'person']);

    expect(told).to.deep.equal({ onBehalfOf: 'My mum, Ada Fletcher', needs: [] });
  });

  it('is kept of an adjustment that they ask for, and not of one that they call off', async () => {
    const asked = ['I need an adjustment', 'Please ring the bell twice and wait'];
    const gone = await toldAfter([...asked, 'cancel']);

    expect((await toldAfter([...asked, 'person']))?.needs).to.deep.equal(['Please ring the bell twice and wait']);
    expect(gone?.needs ?? []).to.deep.equal([]);
  });

  it('is not kept of a restricted matter', async () => {
    const told = await toldAfter([
      'I was attacked because I am gay',
      'They hit me outside my door',
      { value: 'yes' },
      '07700 900151',
    ]);

    expect(told).to.equal(undefined);
  });
});
