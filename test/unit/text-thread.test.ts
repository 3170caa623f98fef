import { expect } from 'chai';
import { findKeyword, keywords } from '../../src/channels/sms/keywords.ts';
import { createPhotoLinks } from '../../src/channels/sms/photo-links.ts';
import { noDecision } from '../../src/model/adjustment.ts';
import { Landlord } from '../../src/model/landlord.ts';
import { takesNoTexts } from '../../src/model/said/phone.ts';
import { costOf } from '../../src/model/text-cost.ts';
import { TextSettings, textFaults } from '../../src/model/texts.ts';
import { toDeliveries } from '../../src/turn/deliveries.ts';
import { isRobot } from '../../src/turn/texting/flow.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { aConversation, agent, textOf } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

const texts = (changes: object) => TextSettings.parse(changes);

describe('the text thread', function () {
  this.timeout(120_000);

  before(function () {
    this.timeout(400_000);
    readAll();
  });

  it('refuses a pack whose rule contradicts itself, and says what helps', () => {
    const faults = textFaults(
      texts({
        gather: { quietSeconds: 10, longestSeconds: 5 },
        thread: { newAfterDays: 2, newAfterEndHours: 90 },
        guardAfterDays: 1,
      }),
      5_000,
    );

    expect(faults.map(({ path }) => path.join('.'))).to.deep.equal([
      'texts.gather.longestSeconds',
      'texts.thread.newAfterDays',
      'texts.thread.newAfterEndHours',
      'texts.guardAfterDays',
    ]);
    for (const { message } of faults) expect(message).to.match(/make it|Make it/);
    expect(Landlord.shape.texts.parse(undefined).thread.newAfterDays).to.equal(14);
    expect(textFaults(texts({}), 720)).to.deep.equal([]);
  });

  it('tells landlines, and numbers that machines answer, from those that take texts', () => {
    for (const number of ['+442079460018', '+441632960777', '+448001111000', '+443000200100'])
      expect(takesNoTexts(number), number).to.equal(true);
    for (const number of ['+447700900101', '+447911123456', '+48601234567'])
      expect(takesNoTexts(number), number).to.equal(false);
  });

  it('knows robots by what they say of themselves, and people who only name them not', () => {
    for (const text of [
      'Automatic reply: thank you',
      'I am out of the office until 3 December',
      'I’m driving right now. I’ll get back to you.',
      'Your message could not be delivered',
      'PLEASE DO NOT REPLY to this number',
    ])
      expect(isRobot(text), text).to.equal(true);
    for (const text of [
      'Your office never answers',
      'The lift is out of order',
      'My delivery was left outside',
      'Nobody did reply to me',
      'I was away',
    ])
      expect(isRobot(text), text).to.equal(false);
  });

  it('has words for STOP, START and HELP in all eleven languages, each alone and never in a sentence', () => {
    const { phrases } = readAll();
    const languages = phrases.languages.map(({ tag }) => tag).filter((tag) => tag !== 'en');

    expect(languages).to.have.length(10);
    for (const is of ['stop', 'start', 'help']) {
      for (const tag of languages) {
        const own = [...keywords].filter(([, each]) => each.is === is && each.language === tag).map(([word]) => word);
        expect(own, `${is} in ${tag}`).not.to.deep.equal([]);
        for (const word of own) {
          expect(findKeyword(`${word}!`)?.is, word).to.equal(is);
          expect(findKeyword(`${word} 12345 x`), word).to.equal(undefined);
        }
      }
    }
    for (const word of ['STOP', 'START', 'HELP']) expect(findKeyword(word)?.is).to.equal(word.toLowerCase());
  });

  it('answers HELP, STOP and START in the language of the word, and shows the menu to its word in every language', async () => {
    const { phrases } = readAll();
    for (const { tag } of phrases.languages) {
      const held = aConversation({ sms: '+447700900199' });
      held.current = { ...held.current, state: { ...held.current.state, language: { tag, from: 'chosen' } } };
      const [menu = ''] = phrases.words('menu', tag);
      const turn = await held.say(menu);
      const said = textOf(turn);
      expect(turn.replies.at(-1)?.language, `menu in ${tag}`).to.equal(tag);
      expect(turn.replies.at(-1)?.data.options, `menu in ${tag}: ${said}`).to.have.length.greaterThan(2);
      const chosen = await held.say('1');
      expect(chosen.replies.at(-1)?.data.enquiry, `1 of the menu in ${tag}`).to.equal('repair.report');
    }
  });

  it('answers danger that comes after STOP: the consent bars what we start, and a carrier that blocks is told apart', async () => {
    const held = aConversation({ sms: '+447700900199' });
    await held.say('STOP', { keyword: { is: 'stop', word: 'STOP', answered: false } });
    held.world.stopped.add('+447700900199');
    const turn = await held.say('I smell gas in my kitchen');

    expect(turn.replies[0]?.data.enquiry).to.equal('emergency.gas');
    expect(turn.effects.map(({ kind }) => kind)).to.include('housing.create-case');
    const [first] = toDeliveries(turn, held.current, 'm2');
    expect(first?.payload).to.deep.include({ to: '+447700900199', despiteStop: true });
    const other = aConversation({ sms: '+447700900199' });
    const usual = await other.say('What are your opening hours?');
    expect(toDeliveries(usual, other.current, 'm3')[0]?.payload).not.to.have.property('despiteStop');
  });

  it('tells a decision that the desk made at night in the hours in which tenants are written to, and answers at once', async () => {
    const held = aConversation({ sms: '+447700900101', at: '2026-11-23T23:00:00Z' });
    const reply = await held.say('Hello');
    const request = {
      reference: 'ADJ-1234567',
      conversation: held.current.id,
      person: 'P-1001',
      isPrivate: false,
      since: '2026-11-23',
      until: 'long-term',
      review: '2027-11-23',
    };
    const decision = { ...noDecision, outcome: 'agreed', adjustment: 'More time at the door' } as const;
    const told = (await held.act({ is: 'adjustment-decided', agent, request, decision })) as Turn;

    const texts = (turn: Turn) => toDeliveries(turn, held.current, 'x').filter(({ kind }) => kind === 'sms.send');
    expect(texts(reply)[0]?.payload).not.to.have.property('notice');
    expect(texts(told)).to.have.length(1);
    expect(texts(told)[0]?.payload).to.have.property('notice', true);
    expect(held.current.state.notice).to.deep.include({ reference: 'ADJ-1234567' });
  });

  it('says once that it is too much, keeps the words, and still answers danger', async () => {
    const held = aConversation({ sms: '+447700900199' });
    const most = held.world.landlord.texts.answersPerHour;
    let told = 0;
    let silent = 0;
    for (let n = 0; n < most + 10; n += 1) {
      const turn = await held.say(`message number ${n} of many`);
      if (textOf(turn).includes('We have all your texts')) told += 1;
      if (turn.replies.length === 0) silent += 1;
    }
    const danger = await held.say('There is a fire in my kitchen');

    expect([told, silent]).to.deep.equal([1, 9]);
    expect(danger.replies[0]?.data.enquiry).to.equal('emergency.fire');
  });

  it('comes to rest when a robot answers each text of ours with the same words', async () => {
    const held = aConversation({ sms: '+447700900199' });
    const replies: number[] = [];
    for (let n = 0; n < 16; n += 1) replies.push((await held.say('Thanks for getting in touch!')).replies.length);

    expect(replies.slice(-3)).to.deep.equal([0, 0, 0]);
  });

  it('[WHG-21] [GUH-07] takes nobody for the holder of a number that is on two records, and has it checked once', async () => {
    const held = aConversation({ sms: '+447700900101' });
    const { housing } = held.world;
    const [one, two] = await Promise.all(['P-1001', 'P-1002'].map((id) => housing.person(id)));
    if (one?.is !== 'known' || two?.is !== 'known') throw new Error('They are on file.');
    Object.assign(housing, { peopleByPhone: async () => ({ is: 'known', value: [one.value, two.value] }) });
    const turn = await held.say('Hello');
    const again = await held.say('I want to report a repair');

    expect(held.current.state.person).to.equal(undefined);
    for (const name of ['Amina', 'Yusuf', 'Piotr', 'Nowak']) expect(textOf(turn)).not.to.include(name);
    const checks = [turn, again].flatMap(({ effects }) => effects.filter(({ kind }) => kind === 'housing.create-task'));
    expect(checks.map(({ payload }) => payload)).to.have.length(1);
    expect(checks[0]?.payload).to.deep.include({ kind: 'check-number' });
  });

  it('passes a short reply to a notice on to whom it is about', async () => {
    const held = aConversation({ sms: '+447700900199' });
    await held.say('Hello');
    const { state } = held.current;
    const notice = { reference: 'REP-1234567', enquiry: 'repair.report', at: held.now.toISOString() };
    const { offered: _offered, ...rest } = state;
    held.current = { ...held.current, state: { ...rest, stack: [], notice } };
    const turn = await held.say('xylophone tuesday qwertz');

    expect(textOf(turn)).to.include('REP-1234567');
    expect(turn.effects[0]?.payload).to.deep.include({ kind: 'reply-to-notice', words: 'xylophone tuesday qwertz' });
  });

  it('makes links for photographs that are short, signed, of one conversation and over after their time', () => {
    let now = new Date('2026-11-27T06:00:00Z');
    const links = createPhotoLinks({ publicUrl: 'https://c.example', secret: 'secret', hours: 2, clock: () => now });
    const id = 'sms-0123456789abcdef0123';
    const url = links.linkFor(id, now);
    const token = url.slice('https://c.example/p/'.length);

    expect(url.length).to.be.lessThan(55);
    expect(links.open(token)).to.equal(id);
    expect(links.linkFor(id, now)).to.equal(url);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(links.open(`${token.slice(0, at)}${other}${token.slice(at + 1)}`), `letter ${at}`).to.equal(undefined);
    }
    for (const wrong of ['', 'x', `${token}A`, `${token}=`]) expect(links.open(wrong)).to.equal(undefined);
    now = new Date('2026-11-27T09:00:00Z');
    expect(links.open(token)).to.equal(undefined);
  });

  it('reckons what texts cost, and says where it does not know', () => {
    const counted = { in: 3, out: 5, unpriced: 2, told: 0.12, currency: 'GBP' };
    const price = { currency: 'GBP', out: 0.04, in: 0.01, checked: false };

    expect(costOf(counted, price)).to.deep.include({ cost: 0.23, currency: 'GBP', basis: 'reckoned', checked: false });
    expect(costOf({ ...counted, unpriced: 0 }, undefined)).to.deep.include({
      cost: 0.12,
      basis: 'told',
      checked: true,
    });
    expect(costOf({ ...counted, told: 0, currency: null, unpriced: 5 }, undefined)).to.deep.include({
      cost: null,
      basis: 'unknown',
      segmentsIn: 3,
      segmentsOut: 5,
    });
  });
});
