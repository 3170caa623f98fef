import { expect } from 'chai';
import { aConversation, type Held, textOf } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

const slots = (held: Held) => held.current.state.stack.at(-1)?.slots ?? {};
const asks = (held: Held) => held.current.state.stack.at(-1)?.step;

async function told(...words: readonly string[]): Promise<Held> {
  const held = aConversation();
  for (const each of words) await held.say(each);
  return held;
}

describe('an answer put right', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('takes along what it had told in passing', async () => {
    const held = await told('I want to report a repair', 'The bath tap drips', 'I meant the tap in the kitchen drips');

    expect(slots(held)).to.include({ fault: 'the tap in the kitchen drips', room: 'kitchen' });
  });

  it('may be one that was told in passing', async () => {
    const held = await told('I want to report a repair', 'The bath tap drips', 'no, I meant the kitchen');

    expect(slots(held)).to.include({ fault: 'The bath tap drips', room: 'kitchen' });
  });

  it('goes on from the question that asked for it, where two ask for the same', async () => {
    const held = await told('I want to make a complaint', '1', 'The stairs are dirty', 'skip', 'no', 'skip');
    for (const each of ['For myself', 'A Smith', 'I meant Ann Smith']) await held.say(each);

    expect(slots(held)).to.include({ name: 'Ann Smith' });
    expect(asks(held)).to.equal('tenancy');
  });

  it('leaves what was asked because of the wrong one', async () => {
    const held = await told('I want to make a complaint', '1', 'The stairs are dirty', 'skip', 'no', 'skip');
    for (const each of ['For someone else', 'Ann Smith', 'Friend']) await held.say(each);
    await held.say('I meant for myself');

    expect(slots(held)).to.include({ for_whom: 'self' }).and.not.have.any.keys('name', 'relation');
    expect(asks(held)).to.equal('own_name');
  });

  it('is told apart from danger where it is the very option that we offered', async () => {
    const held = await told('I want to make a complaint', '1', 'The stairs are dirty', 'skip', 'no', 'skip', '2');
    const turn = await held.say('No, I meant for myself');

    expect(turn.facts.map(({ name }) => name))
      .to.include('answer.corrected')
      .and.not.include('danger.found');
  });

  it('is nothing that the read-back does not show: what is not right is asked', async () => {
    const held = await told('I am behind with my rent', 'no', '1', '£20', '1', 'Ann Smith', 'skip');
    expect(asks(held)).to.equal('read_back');
    const turn = await held.say('No, that is not what I said');

    expect(slots(held)).to.include({ name: 'Ann Smith' });
    expect(turn.replies.at(-1)?.data.asks).to.equal('change');
  });

  for (const [language, words] of Object.entries({
    en: ['I want to make a complaint', 'no, my name is Jo Fletcher', 'Jo Fletcher'],
    cy: ['Rydw i eisiau gwneud cwyn', 'na, fy enw i yw Jo Fletcher', 'Jo Fletcher'],
    pl: ['Chcę złożyć skargę', 'nie, nazywam się Jo Fletcher', 'Jo Fletcher'],
  }))
    it(`takes a name where it is named, at a read-back that does not show it, in ${language}`, async () => {
      const [opening = '', correction = '', name] = words;
      const held = await told(opening, '1', 'Nobody came three times, nobody rang', '5', '2', '5', '1', 'Jo Flecher');
      for (const each of ['TEN-100101', '07700 900150']) await held.say(each);
      expect(asks(held)).to.equal('read_back');
      await held.say(correction);

      expect(slots(held)).to.include({ name });
      expect(asks(held)).to.equal('read_back');
    });

  it('is asked for where the name is only said to be wrong', async () => {
    const held = await told('I am behind with my rent', 'no', '1', '£20', '1', 'Ann Smiht', 'skip');
    const turn = await held.say('No, my name is spelt wrong');
    expect(turn.replies.at(-1)?.data.options?.map(({ value }) => value)).to.include('name');
    await held.say('My name');

    expect(asks(held)).to.equal('name');
  });

  it('is not promised once a case is open', async () => {
    const held = await told('My neighbour is noisy', 'no', 'He drills at midnight', '1', 'Every week', 'skip', 'no');
    for (const each of ['skip', 'skip', 'skip', 'skip', 'yes']) await held.say(each);
    expect(asks(held)).to.equal('complain');
    const turn = await held.say('Sorry, I meant every day');

    expect(textOf(turn)).to.include('That is logged already');
    expect(asks(held)).to.equal('complain');
  });
});
