import { expect } from 'chai';
import { aConversation, textOf } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

const asks = (turn: { replies: readonly { data: { asks?: string } }[] }) => turn.replies.at(-1)?.data.asks;

describe('in the middle of a question', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('danger is served first, and the question waits until the next message', async () => {
    const held = aConversation({ sms: '+447700900102' });
    await held.say('I want to report a repair');
    const turn = await held.say('there is a strong smell of gas in my flat');

    expect(textOf(turn)).to.include('0800 111 999');
    expect(turn.effects.map((effect) => effect.kind)).to.include('housing.create-repair');
    expect(asks(turn)).to.equal(undefined);
    expect(asks(await held.say('I am outside now'))).to.equal('resume');
    expect(asks(await held.say('yes'))).to.equal('fault');
  });

  it('the complaint itself is taken for an answer to how one wants to complain', async () => {
    const held = aConversation();
    await held.say('I want to make a complaint');
    const turn = await held.say('Your workman was rude to my mother last week');

    expect(turn.state.stack.at(-1)?.slots).to.include({
      way: 'here',
      what: 'Your workman was rude to my mother last week',
    });
  });

  it('a matter that has no dialog of its own goes to its team with a reference', async () => {
    const held = aConversation();
    const playbook = new Map([...held.world.playbook].filter(([name]) => name !== 'tenancy.pets'));
    Object.assign(held.world, { playbook });
    const asked = await held.say('Can I keep a dog in my flat? It is a small one and very quiet');
    await held.say('no');
    await held.say('Ann');
    const turn = await held.say('skip');

    expect(asks(asked)).to.equal('more');
    expect(turn.effects.find(({ kind }) => kind === 'housing.create-task')?.payload).to.deep.include({
      kind: 'tenancy.pets',
      words: 'Can I keep a dog in my flat? It is a small one and very quiet',
    });
  });

  it('"why do you ask" is answered and the question stays', async () => {
    const held = aConversation();
    const before = await held.say('I want to make a complaint');
    const turn = await held.say('why?');

    expect(asks(turn)).to.equal(asks(before));
    expect(turn.replies.length).to.be.at.least(1);
  });

  it('"say that again" says the question again in the language of now', async () => {
    const held = aConversation();
    const before = await held.say('I want to make a complaint');
    const turn = await held.say('say that again');

    expect(textOf(turn)).to.include(before.replies.at(-1)?.text.split('\n').at(-1));
  });

  it('"cancel" leaves the enquiry, "start again" leaves all of them', async () => {
    const held = aConversation();
    await held.say('I want to make a complaint');
    const cancelled = await held.say('forget it');
    await held.say('I want to make a complaint');
    const restarted = await held.say('start again');

    expect(cancelled.state.stack).to.deep.equal([]);
    expect(cancelled.facts.map((fact) => fact.name)).to.include('enquiry.ended');
    expect(restarted.state.stack).to.deep.equal([]);
    expect(asks(restarted)).to.equal('enquiry');
  });

  it('an answer by number, label or value is the same answer', async () => {
    for (const answer of [{ text: '1' }, { text: 'Make a complaint here, in writing' }, { text: 'x', value: 'here' }]) {
      const held = aConversation();
      await held.say('I want to make a complaint');
      const turn = await held.say(answer.text, answer.value === undefined ? {} : { value: answer.value });

      expect(turn.state.stack.at(-1)?.slots.way, JSON.stringify(answer)).to.equal('here');
    }
  });

  it('what is not understood is asked in other words, then other ways are offered', async () => {
    const held = aConversation();
    await held.say('I want to make a complaint');
    const first = await held.say('purple elephants');
    const second = await held.say('purple elephants');

    expect(asks(first)).to.equal('way');
    expect(second.replies.at(-1)?.data.options?.map((option) => option.value)).to.include('person');
  });

  it('a skip of what cannot be skipped is refused kindly and asked again', async () => {
    const held = aConversation();
    await held.say('I want to make a complaint');
    await held.say('', { value: 'here' });
    const turn = await held.say('skip');

    expect(asks(turn)).to.equal('what');
  });

  it('a language is changed by its name, told, and changed back by one word', async () => {
    const held = aConversation();
    await held.say('I want to make a complaint');
    const polish = await held.say('po polsku');
    const english = await held.say('english');

    expect(polish.replies.at(-1)?.language).to.equal('pl');
    expect(asks(polish)).to.equal('way');
    expect(english.replies.at(-1)?.language).to.equal('en');
  });

  it('an empty message or emoji alone has an answer', async () => {
    const held = aConversation();

    expect(textOf(await held.say('👍👍'))).not.to.equal('');
    expect(textOf(await held.say(''))).not.to.equal('');
  });

  it('a step that an edit took away starts its dialog again with what it knows', async () => {
    const held = aConversation();
    await held.say('I want to make a complaint');
    const { state } = held.current;
    const stack = state.stack.map((frame) => ({ ...frame, step: 'gone' }));
    held.current = { ...held.current, state: { ...state, stack } };
    const turn = await held.say('here');

    expect(textOf(turn)).not.to.equal('');
    expect(turn.state.stack.at(-1)?.step).not.to.equal('gone');
  });
});

describe('proof of identity', () => {
  it('has five tries, then the same words as ever for somebody who does not exist', async () => {
    const held = aConversation();
    await held.say('What is my rent balance?');
    await held.say('', { value: 'details' });
    let turn = await held.say('TEN-999999');
    for (let tries = 0; tries < 6 && asks(turn) !== 'person'; tries += 1) {
      await held.say('1 January 1980');
      turn = await held.say('AW1 1AA');
      if (asks(turn) === 'retry') {
        await held.say('yes');
        turn = await held.say('TEN-999999');
      }
    }

    expect(held.world.failed.filter((key) => key === 'tenancy:TEN999999').length).to.equal(5);
    expect(turn.state.proof).to.equal(undefined);
  });

  it('is forgotten when its time is up', async () => {
    const held = aConversation();
    const identity = { person: 'P-1002', until: '2026-11-23T10:10:00Z' };
    await held.say('hello', { identity });
    held.now = new Date('2026-11-23T10:20:00Z');
    const turn = await held.say('hello');

    expect(turn.state.proof).to.equal(undefined);
    expect(turn.state.person).to.equal(undefined);
  });
});
