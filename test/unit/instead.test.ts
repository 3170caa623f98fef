import { expect } from 'chai';
import type { Address } from '../../src/model/message.ts';
import { toDeliveries } from '../../src/turn/deliveries.ts';
import { chatOpened } from '../../src/turn/instead/instead.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { findControl } from '../../src/turn/understanding/control.ts';
import { aConversation, type Held, textOf } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

const mobile = '+447700900150';
const texted = (turn: Turn) => turn.effects.filter(({ kind }) => kind === 'sms.send');

/** As the store has it: the same conversation, reached by what its last turn says. */
function follow(held: Held, turn: Turn): void {
  held.current = { ...held.current, address: turn.moves?.address ?? held.current.address };
}

function reachedBy(held: Held, address: Address): Partial<{ address: Address }> {
  held.current = { ...held.current, address };
  return { address };
}

const phone: Address = { channel: 'sms', number: mobile, ours: '+447700900000', account: 'AC1' };
const web: Address = { channel: 'web', user: 'dl_1' };

async function moved(held: Held): Promise<Turn> {
  await held.say('Text me instead');
  await held.say('07700 900150');
  const turn = await held.say('123456');
  follow(held, turn);
  return turn;
}

describe('text me instead', () => {
  let held: Held;

  beforeEach(() => {
    held = aConversation();
    held.current = { ...held.current, id: 'web-AAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
  });

  it('[GUH-06] says on the web where it goes on, and sends the question that stands to the phone, once', async () => {
    await held.say('My kitchen tap is dripping');
    await held.say('Text me instead');
    const asked = await held.say('07700 900150');
    const { current } = held;
    const turn = await held.say('123456');
    const rows = toDeliveries(turn, current, 'm4');

    expect(texted(asked)[0]?.payload).to.include({ to: mobile });
    expect(texted(asked)[0]?.payload).not.to.have.property('despiteStop');
    expect(turn.moves).to.deep.equal({ address: phone, line: { number: mobile, nth: 1 } });
    expect(turn.replies.map(({ data }) => data.channel)).to.deep.equal([undefined, 'sms']);
    expect(turn.replies[0]?.text).to.include('ending 150').and.not.to.include(mobile.slice(3));
    expect(rows.map(({ kind, key }) => [kind, key])).to.deep.equal([['sms.send', `sms:${mobile}`]]);
    expect(rows[0]?.payload).to.include({ to: mobile, text: turn.replies[1]?.text });
    expect(turn.state.stack).to.deep.equal(current.state.stack);
    expect(JSON.stringify(turn.state)).not.to.include('123456');
  });

  it('sends no code to a landline, a number abroad, one that has stopped texts or one of somebody else', async () => {
    held.world.stopped.add(mobile);
    await held.say('Text me instead', { identity: { person: 'P-1003', until: '2026-11-23T12:00:00Z' } });
    await held.say('no');
    for (const number of ['01632 960103', '+33 6 12 34 56 78', '07700 900150', '07700 900102']) {
      const turn = await held.say(number);
      expect(texted(turn), number).to.deep.equal([]);
      expect(turn.moves, number).to.equal(undefined);
    }
  });

  it('looks at STOP again when the code comes, and at danger before anything', async () => {
    await held.say('Text me instead');
    await held.say('07700 900150');
    const danger = await held.say('I smell gas');
    held.world.stopped.add(mobile);
    const late = await held.say('123456');

    expect(textOf(danger)).to.include('0800 111 999');
    expect(danger.moves).to.equal(undefined);
    expect(late.moves).to.equal(undefined);
  });

  it('goes back to the chat with STOP, which is confirmed on the phone and says nothing more there', async () => {
    const first = await moved(held);
    expect(first.moves?.address).to.deep.equal(phone);
    const before = held.current;
    const stop = await held.say('STOP', { keyword: { is: 'stop', word: 'STOP', answered: false } });
    const rows = toDeliveries(stop, before, 'm5');

    expect(stop.moves).to.deep.equal({ address: web });
    expect(stop.consent).to.include({ number: mobile, is: 'out' });
    expect(rows.map(({ payload }) => payload)).to.deep.include.members([
      { to: mobile, text: stop.replies[0]?.text, conversation: before.id, despiteStop: true },
    ]);
  });

  it('answers where the tenant wrote last, and marks in the log what went by the other end', async () => {
    await moved(held);
    const byPhone = await held.say('My kitchen tap is dripping', reachedBy(held, phone));
    const byWeb = await held.say('no', reachedBy(held, web));

    expect(byPhone.replies.every(({ data }) => data.channel === 'sms')).to.equal(true);
    expect(byWeb.replies.every(({ data }) => data.channel === undefined)).to.equal(true);
    expect(textOf(byWeb)).to.include('What was said by text is above');
    expect(byWeb.facts).to.deep.include({ name: 'channel.changed', data: { to: 'web' } });
  });

  it('asks for no code a second time for the number of this very conversation', async () => {
    await moved(held);
    await held.say('Hello', reachedBy(held, web));
    const again = await held.say('Text me instead');
    const turn = await held.say('yes');

    expect(textOf(again)).to.include('ending 150');
    expect(turn.moves?.address).to.deep.equal(phone);
    expect(texted(turn)).to.deep.equal([]);
  });

  it('knows no number any more after a goodbye: the next at the screen may be somebody else', async () => {
    await moved(held);
    await held.say('Hello', reachedBy(held, web));
    await held.say('End chat');
    const next = await held.say('Text me instead');

    expect(textOf(next)).not.to.include('150');
  });

  it('forgets what it asked when an hour has gone', async () => {
    await held.say('Text me instead');
    held.now = new Date(held.now.getTime() + 2 * 3_600_000);
    const turn = await held.say('07700 900150');

    expect(texted(turn)).to.deep.equal([]);
    expect(turn.state.instead).to.equal(undefined);
  });

  it('puts the question that stands in the chat that a link has opened', async () => {
    held = aConversation({ sms: mobile });
    held.current = { ...held.current, id: 'sms-0123456789abcdef0123' };
    await held.say('My kitchen tap is dripping');
    await held.say('I am on the website now');
    const opened = await held.say('', { kind: 'event', name: chatOpened, ...reachedBy(held, web) });

    expect(opened.replies.map(({ data }) => data.channel)).to.deep.equal(opened.replies.map(() => 'web'));
    expect(textOf(opened)).to.include('What was said by text is above').and.to.include('hurt someone');
  });

  it('[GUH-01] knows the words on the button of the page without scripts in every language', () => {
    const { phrases, words } = readAll();
    for (const { tag } of phrases.languages) {
      const label = words('widget', tag)['page-text-me'] ?? '';
      expect(findControl(label, tag, phrases), `${tag}: ${label}`).to.deep.equal({ is: 'text_me' });
    }
  });

  it('shows nobody what was said before a thread began anew', async () => {
    held = aConversation({ sms: mobile });
    await held.say('My kitchen tap is dripping');
    held.now = new Date(held.now.getTime() + 15 * 86_400_000);
    const turn = await held.say('Hello');

    expect(turn.state.threadFrom).to.equal(2);
  });
});
