import { expect } from 'chai';
import { shortenTexts } from '../../src/formats/long-texts.ts';
import type { Linked } from '../../src/formats/ports.ts';
import type { Gist, SmsOut } from '../../src/model/delivery.ts';
import { countSegments, foldForSms } from '../../src/model/gsm7.ts';
import { toDeliveries } from '../../src/turn/deliveries.ts';
import { isDiscreet } from '../../src/turn/dialog/discreet.ts';
import { phraseValue } from '../../src/turn/line.ts';
import { gistOf } from '../../src/turn/reply/gist.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const urdu = 'باورچی خانے کا نل ٹپک رہا ہے اور پانی فرش پر آ رہا ہے۔ ';

const everyLanguage = ['en', 'cy', 'pl', 'ro', 'pt', 'uk', 'ur', 'pa', 'bn', 'ar', 'so'];

describe('a text that would be very long', function () {
  this.timeout(180_000);

  const world = readAll();

  function setUp(isThere = true, publicUrl = 'https://x.example') {
    const kept: Linked[] = [];
    const links = {
      keep: async (linked: Linked) => {
        if (isThere) kept.push(linked);
        return isThere;
      },
      find: async () => undefined,
    };
    const shorten = shortenTexts({ links, world, publicUrl, secret: 'a secret of sixteen' });
    const sent = (payload: Partial<SmsOut>) =>
      shorten({
        id: 'c1:m3:0',
        createdAt: new Date('2026-11-23T10:00:00Z'),
        payload: { to: '+447700900121', conversation: 'c1', text: urdu.repeat(12), ...payload },
      });
    return { kept, sent };
  }

  it('[GEN-09] says what it is about and what comes next by when before its link, in two parts in every language', async () => {
    const { sent } = setUp();
    const [reference, by] = ['REP-1234567', '2026-12-24'];
    const gists: readonly Gist[] = [
      ...(['visit', 'repair', 'complaint', 'request'] as const).map((is) => ({ is, reference, by })),
      { is: 'answer', reference },
      { is: 'topic', topic: phraseValue('label.repair.safety_check') },
    ];
    const told = await Promise.all(
      everyLanguage.flatMap((language) =>
        gists.map(async (gist) => {
          const { text } = (await sent({ page: { language, gist } })).payload;
          return { language, gist, text };
        }),
      ),
    );

    const neutral = Object.fromEntries(
      await Promise.all(
        everyLanguage.map(async (language) => [language, (await sent({ page: { language } })).payload.text]),
      ),
    );
    expect(told.filter(({ text }) => countSegments(foldForSms(text)).segments > 2)).to.deep.equal([]);
    expect(told.filter(({ text, language }) => text === neutral[language])).to.deep.equal([]);
    for (const { gist, text } of told) {
      if ('reference' in gist) expect(text).to.include(gist.reference);
      if ('by' in gist) expect(text, text).to.include('24');
      expect(text).to.match(/: https:\/\/x\.example\/formats\/[\w-]{16}$/);
    }
  });

  it('[GEN-09] is so from the words of a tenant to what their phone gets', async () => {
    const language = { tag: 'ur', from: 'chosen' } as const;
    const stage = stageOf({ channel: 'sms', from: '+447700900104', language });
    const turn = await stage.play({ say: 'What are your opening hours?' });
    const rows = toDeliveries(turn, stage.conversation(), 'm1');
    const row = rows.find((each) => each.kind === 'sms.send' && each.payload.page !== undefined);
    const payload = row?.payload as SmsOut;
    const { sent, kept } = setUp();

    const { text } = (await sent(payload)).payload;
    expect(text).to.match(/^Ashby Wharf Homes: “ہم سے رابطے کے طریقے”.* https:\/\/x\.example\/formats\/[\w-]{16}$/);
    expect(kept[0]?.words).to.equal(payload.text);
  });

  it('[GEN-09] tells nothing on a shared phone of what others must not learn, nor its reference', () => {
    const line = (enquiry: string, values = {}) => ({ phrase: `${enquiry}.told`, values, enquiry });
    const logged = { ...line('repair.report', { by: '2026-12-03' }), reference: 'REP-1234567' };
    const asb = { ...line('neighbourhood.asb', { by: '2026-12-03' }), reference: 'ASB-1234567' };

    const gists = [[logged], [asb], [logged, line('rent.arrears')], [line('safety.domestic_abuse')]].map((lines) =>
      gistOf(lines, '2026-11-23', (enquiry) => isDiscreet(enquiry, world.playbook)),
    );
    expect(gists).to.deep.equal([
      { is: 'repair', reference: 'REP-1234567', by: '2026-12-03' },
      undefined,
      undefined,
      undefined,
    ]);
    expect(gistOf([logged], '2026-11-23', () => true)).to.equal(undefined);
  });

  it('[GUH-11] names the next of the days that are to come, a visit before them, and none that is over', () => {
    const enquiry = 'complaint.make';
    const values = { answer_by: '2026-12-14', acknowledge_by: '2026-11-30', late_was: '2026-11-01' };
    const complaint = { phrase: 'complaint.make.logged', values, enquiry, reference: 'CMP-1234567' };
    const visited = { by: '2026-11-24', appointment_date: '2026-12-03' };
    const repair = { phrase: 'repair.report.booked', values: visited, enquiry, reference: 'REP-1234567' };
    const day = (line: typeof complaint | typeof repair, today: string) => gistOf([line], today, () => false);

    expect(day(complaint, '2026-11-23')).to.include({ is: 'complaint', by: '2026-11-30' });
    expect(day(complaint, '2026-12-01')).to.include({ by: '2026-12-14' });
    expect(day(complaint, '2026-12-20')).to.deep.equal({ is: 'answer', reference: 'CMP-1234567' });
    expect(day(repair, '2026-11-23')).to.include({ is: 'visit', by: '2026-12-03' });
  });

  it('says no more than that there is a message where an address is so long that the gist would take three parts', async () => {
    const { sent } = setUp(true, `https://${'contact.'.repeat(12)}example`);
    const gist = { is: 'answer', reference: 'REP-1234567' } as const;

    expect((await sent({ page: { language: 'ur', gist } })).payload.text).to.equal(
      (await sent({ page: { language: 'ur' } })).payload.text,
    );
  });

  it('[GEN-09] is a link to the same words in their language, the same however often it is sent', async () => {
    const { kept, sent } = setUp();
    const gist = { is: 'repair', reference: 'REP-1234567', by: '2026-12-03' } as const;
    const page = { language: 'ur', gist };
    const [one, two] = [await sent({ page }), await sent({ page })];

    expect(one.payload.text).to.match(/REP-1234567: .*3 .*https:\/\/x\.example\/formats\/[\w-]{16}$/);
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
