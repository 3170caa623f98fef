import { expect } from 'chai';
import type { Turn } from '../../src/turn/turn.ts';
import { aConversation, type Held } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

/** What the recogniser takes these words for, so that examples may change without these tests. */
const guesses: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'the doings is on the blink': [['repair.report', 0.2]],
  'it is about the money thing': [
    ['rent.balance', 0.4],
    ['rent.pay', 0.3],
  ],
  'how much do I owe': [['rent.balance', 0.95]],
  'I want to report a repair': [['repair.report', 0.95]],
  'my sink hangs off the wall': [['repair.report', 0.95]],
  'I would like to complain': [['complaint.make', 0.95]],
  'my wheelie thing': [['none', 0.9]],
  'hello there': [['talk.greeting', 0.95]],
  'something with him again': [
    ['safety.domestic_abuse', 0.4],
    ['none', 0.3],
  ],
};

const told = (turn: Turn) =>
  (turn.misread ?? []).map(({ because, words, guessed, meant }) => ({ because, words, guessed, meant }));

describe('what is misread', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  let held: Held;
  const hold = (about: { sms?: string; at?: string } = {}) =>
    aConversation({
      ...about,
      recogniser: {
        recognise: (text) => (guesses[text] ?? []).map(([enquiry, confidence]) => ({ enquiry, confidence })),
      },
    });
  beforeEach(() => {
    held = hold();
  });

  it('is kept when it is not understood, and told anew when the tenant says it in other words', async () => {
    const missed = await held.say('whatsit for the wotsit');
    const understood = await held.say('my sink hangs off the wall');

    expect(told(missed)).to.deep.equal([
      { because: 'not-understood', words: 'whatsit for the wotsit', guessed: undefined, meant: undefined },
    ]);
    expect(told(understood)).to.deep.equal([
      { because: 'not-understood', words: 'whatsit for the wotsit', guessed: undefined, meant: 'repair.report' },
    ]);
    expect(understood.misread?.[0]?.sequence).to.equal(missed.misread?.[0]?.sequence);
  });

  it('is kept with what was chosen from “did you mean”, and the guess that was not trusted', async () => {
    const offered = await held.say('it is about the money thing');
    const chosen = await held.say('1');

    expect(told(offered)).to.deep.equal([
      { because: 'unclear', words: 'it is about the money thing', guessed: 'rent.balance', meant: undefined },
    ]);
    expect(told(chosen)).to.deep.equal([
      { because: 'chosen', words: 'it is about the money thing', guessed: 'rent.balance', meant: 'rent.balance' },
    ]);
    expect(chosen.misread?.[0]).to.include({ confidence: 0.4, language: 'en' });
  });

  it('is kept with what was chosen from the menu after it', async () => {
    await held.say('whatsit for the wotsit');
    const chosen = await held.say('I want to report a repair');

    expect(told(chosen)).to.deep.equal([
      { because: 'chosen', words: 'whatsit for the wotsit', guessed: undefined, meant: 'repair.report' },
    ]);
  });

  it('waits for other words when it was none of what was offered, and takes no choice for an example', async () => {
    await held.say('it is about the money thing');
    const none = await held.say('None of these');
    const after = await held.say('I would like to complain');

    expect(told(none)).to.deep.equal([]);
    expect(told(after)).to.deep.equal([
      { because: 'unclear', words: 'it is about the money thing', guessed: 'rent.balance', meant: 'complaint.make' },
    ]);
  });

  it('is kept when the tenant leaves at once what was opened on it, and with what it was instead', async () => {
    await held.say('I would like to complain');
    const left = await held.say('cancel');
    const instead = await held.say('I want to report a repair');

    expect(told(left)).to.deep.equal([
      { because: 'corrected', words: 'I would like to complain', guessed: 'complaint.make', meant: undefined },
    ]);
    expect(told(instead)).to.deep.equal([
      { because: 'corrected', words: 'I would like to complain', guessed: 'complaint.make', meant: 'repair.report' },
    ]);
  });

  it('is kept when it was taken for none of our business and was', async () => {
    await held.say('my wheelie thing');
    const after = await held.say('my sink hangs off the wall');

    expect(told(after)).to.deep.equal([
      { because: 'corrected', words: 'my wheelie thing', guessed: 'none', meant: 'repair.report' },
    ]);
  });

  it('is kept when a person is needed right after', async () => {
    await held.say('hello there');
    await held.say('whatsit for the wotsit');
    await held.say('blah and so on');
    const handed = await held.say('yes');

    expect(handed.owner.is).to.equal('queue');
    expect(told(handed).map(({ because, words }) => `${because}: ${words}`)).to.deep.equal([
      'handed-over: whatsit for the wotsit',
      'handed-over: blah and so on',
    ]);
  });

  it('is not what was understood and answered', async () => {
    const turns = [await held.say('how much do I owe'), await held.say('how much do I owe')];

    expect(turns.flatMap(told)).to.deep.equal([]);
    expect(await held.say('I would like to complain')).to.have.property('misread').that.is.empty;
  });

  it('is kept without what tells whose it is', async () => {
    held = hold({ sms: '+447700900101' });
    const missed = await held.say('Amina Yusuf 14 Mill Race mumble, 07700 900123, TEN-100101, a@example.com AW1 2BD');

    expect(missed.misread?.[0]?.words).to.equal(
      '[name] [name] [address] mumble, [phone], [reference], [email] [postcode]',
    );
  });

  it('is no answer to a question for a name, and no button', async () => {
    await held.say('I would like to complain');
    const tapped = await held.say('some label that is not there', { value: 'unknown' });

    expect(told(tapped)).to.deep.equal([]);
  });

  it('is never what may be urgent or restricted', async () => {
    const turn = await held.say('something with him again');

    expect(told(turn)).to.deep.equal([]);
  });

  it('is taken away when the conversation turns grave, and nothing is kept from then on', async () => {
    await held.say('whatsit for the wotsit');
    const grave = await held.say('my husband hits me');
    await held.say('cancel');
    const after = await held.say('whatsit for the wotsit');

    expect(grave.forgetsMisread).to.equal(true);
    expect(grave.misread).to.equal(undefined);
    expect(after.misread).to.equal(undefined);
    expect(JSON.stringify(held.current.state.doubts ?? [])).to.equal('[]');
  });

  it('is taken away also when danger is told while a person is waited for', async () => {
    await held.say('whatsit for the wotsit');
    await held.say('can I talk to a person');
    const grave = await held.say('there is a strong smell of gas in my flat');

    expect(held.current.owner.is).to.equal('queue');
    expect(grave.forgetsMisread).to.equal(true);
  });
});
