import { expect } from 'chai';
import { shortenTexts } from '../../src/formats/long-texts.ts';
import type { Linked } from '../../src/formats/ports.ts';
import type { SmsOut } from '../../src/model/delivery.ts';
import { countSegments } from '../../src/model/gsm7.ts';
import { readAll } from '../support/world.ts';

const urdu = 'باورچی خانے کا نل ٹپک رہا ہے اور پانی فرش پر آ رہا ہے۔ ';

describe('a text that would be very long', function () {
  this.timeout(180_000);

  const world = readAll();

  function setUp(isThere = true) {
    const kept: Linked[] = [];
    const links = {
      keep: async (linked: Linked) => {
        if (isThere) kept.push(linked);
        return isThere;
      },
      find: async () => undefined,
    };
    const shorten = shortenTexts({ links, world, publicUrl: 'https://x.example', secret: 'a secret of sixteen' });
    const sent = (payload: Partial<SmsOut>) =>
      shorten({
        id: 'c1:m3:0',
        createdAt: new Date('2026-11-23T10:00:00Z'),
        payload: { to: '+447700900121', conversation: 'c1', text: urdu.repeat(12), ...payload },
      });
    return { kept, sent };
  }

  it('[GEN-09] is a link to the same words in their language, the same however often it is sent', async () => {
    const { kept, sent } = setUp();
    const page = { language: 'ur', reference: 'REP-1234567' };
    const [one, two] = [await sent({ page }), await sent({ page })];

    expect(one.payload.text).to.match(/https:\/\/x\.example\/formats\/[\w-]{16} \(REP-1234567\)$/);
    expect(countSegments(one.payload.text).segments).to.be.at.most(3);
    expect(two.payload.text).to.equal(one.payload.text);
    expect(kept[0]).to.deep.include({ words: urdu.repeat(12), language: 'ur', conversation: 'c1' });
  });

  it('stays whole where it is danger or a question, in our own alphabet, or short', async () => {
    const { kept, sent } = setUp();

    expect((await sent({})).payload.text).to.equal(urdu.repeat(12));
    expect((await sent({ page: { language: 'en' }, text: 'The tap drips. '.repeat(60) })).payload.text).to.include(
      'tap',
    );
    expect((await sent({ page: { language: 'ur' }, text: urdu })).payload.text).to.equal(urdu);
    expect(kept).to.deep.equal([]);
  });

  it('is sent whole once its conversation is gone: there is no page for it', async () => {
    const { sent } = setUp(false);

    expect((await sent({ page: { language: 'ur' } })).payload.text).to.equal(urdu.repeat(12));
  });
});
