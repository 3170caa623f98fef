// What a complaint takes along: the whole of the words, the needs, who writes for whom, a hazard's own clocks; and what is offered
// besides, with the complaint going on in any case.

import { expect } from 'chai';
import { NewCase as Contract } from '../../src/housing/records-schema.ts';
import type { NewCase } from '../../src/model/case.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { type Answers, complain, days, opened, textOf } from '../support/complaining.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const amina = { channel: 'web', identity: 'P-1001' } as const;
const makes = 'I want to make a complaint';

describe('a complaint', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const channel of ['web', 'sms', 'bot-framework'] as const)
    it(`[TPC-14] can be made by ${channel}, in writing or with nothing to write and a call`, async () => {
      const written = await complain({ channel }, [makes]);
      const stage = stageOf({ channel });
      const rung = await complain(stage, [makes, { say: channel === 'sms' ? '2' : 'call' }]);
      const asked = await stage.play({ say: '07700 900150' });
      const promised = asked.effects.length > 0 ? asked : await stage.play({ value: 'morning' });

      expect(written.complaint).to.deep.include({ kind: 'complaint', channel });
      expect(rung.complaint.details).to.deep.include({ way: 'call' });
      expect(promised.effects.map(({ kind }) => kind)).to.include('housing.create-task');
    });

  it('[WHG-15] asks for needs and has them stand on it, with how the person would rather be reached', async () => {
    const { complaint, asked } = await complain({ channel: 'web', identity: 'P-1009' }, [makes], {
      needs: 'Please write in short sentences',
    });

    expect(asked).to.include('needs');
    expect(complaint.needs).to.include.members([
      'text only, no voice calls',
      'BSL interpreter at visits',
      'Please write in short sentences',
    ]);
    expect(complaint.details).to.deep.include({ contact: 'prefers sms; never telephone' });
  });

  it('[TPC-16] has what to do differently on it, and why only where the customer says so', async () => {
    const { complaint, turns } = await complain({ channel: 'web', identity: 'P-1006' }, [makes]);

    expect(complaint.needs).to.include('no unannounced calls');
    expect(JSON.stringify(complaint)).not.to.include('mental-health');
    expect(turns.map(textOf).join('\n')).to.include('Only the people who deal with your complaint see it');
  });

  for (const [channel, language, begins, told] of [
    [
      'web',
      'en',
      'I want to make a complaint',
      /leave out anything private\. Only the people who deal with your complaint see it/,
    ],
    [
      'sms',
      'en',
      'I want to make a complaint',
      /leave out anything private\. Only the people who deal with your complaint see it/,
    ],
    ['web', 'cy', 'Rwyf am wneud cwyn', /preifat allan\. Dim ond y bobl sy’n delio â’ch cwyn/],
    ['web', 'pl', 'Chcę złożyć skargę', /sprawy prywatne pominąć\. Skargę widzą tylko osoby/],
  ] as const)
    it(`[TPC-16] says who will see it, and that what is private can be left out, before a word is written: ${channel}, ${language}`, async () => {
      const stage = stageOf({ channel, locale: language, ...(channel === 'sms' && { from: '+447700900101' }) });
      await stage.play({ say: begins });
      const asked = await stage.play({ value: 'here' });

      expect(asked.replies.at(-1)?.data.asks).to.equal('what');
      expect(textOf(asked)).to.match(told);
    });

  it('[TPC-16] leaves out what the customer takes out again at the read-back', async () => {
    const first = 'I want to complain, the caretaker shouted at me and I have depression so it hurt a lot';
    const { complaint } = await complain(
      amina,
      [first, { value: 'here' }, 'skip', 'skip', 'no', 'skip', { value: 'self' }, 'no', { value: 'instead' }],
      { instead: 'The caretaker shouted at me on Monday' },
    );

    expect(complaint.words).to.equal('The caretaker shouted at me on Monday');
    expect(JSON.stringify(complaint)).not.to.include('depress');
  });

  it('[WHG-16] has an owner from the first, and where it spans services one for each and a coordinator', async () => {
    const words = 'Your plumber broke the kitchen tap. My rent account is wrong, I paid twice. Nobody rings me back.';
    const one = await complain(amina, [makes]);
    const several = await complain(amina, [makes, { value: 'here' }, words]);

    expect(one.complaint.owner).to.equal('Complaints Team');
    expect(one.complaint.details).not.to.have.any.keys('investigators', 'coordinator');
    expect(several.complaint.details).to.include({ coordinator: several.complaint.owner });
    expect(String(several.complaint.details.investigators).split(', ')).to.include.members([
      'Repairs Team',
      'Income Team',
    ]);
  });

  it('[WHG-16] names the investigating manager where the landlord has named one', async () => {
    const stage = stageOf(amina);
    const { landlord } = stage.world;
    const complaints = { ...landlord.complaints, managers: { repairs: 'Pat Lowe', income: 'Kim Shah' } };
    Object.assign(stage.world, { landlord: { ...landlord, complaints } });
    const words = 'Your plumber broke the kitchen tap. My rent account is wrong, I paid twice.';
    const { complaint } = await complain(stage, [makes, { value: 'here' }, words]);

    expect(String(complaint.details.investigators).split(', ')).to.have.members(['Pat Lowe', 'Kim Shah']);
  });

  for (const letters of [30_000, 60_000])
    it(`keeps all its words, ${letters} letters of them, and the housing system takes it`, async () => {
      const story = 'Nobody came, and then nobody rang. ';
      const words = story
        .repeat(Math.ceil(letters / story.length))
        .slice(0, letters)
        .trim();
      const { complaint, turns } = await complain(amina, [makes, { value: 'here' }, words]);

      expect(complaint.words).to.equal(`${makes}\n${words}`);
      expect(Contract.safeParse(complaint)).to.deep.include({ success: true });
      expect(Math.max(...turns.map((turn) => textOf(turn).length))).to.be.below(2000);
    });

  it('[WHG-01] tells who writes from whom it is for, and with which permission', async () => {
    const { complaint } = await complain({ channel: 'web', identity: 'P-1002' }, [makes], forAnother);

    expect(complaint.reportedBy).to.deep.equal({
      person: 'P-1002',
      relation: 'advocate',
      authority: 'said-to-have-permission',
    });
    expect(complaint.details).to.deep.include({ onBehalfOf: 'Ruth Okoro, 4 Mill Race' });
    expect(complaint).not.to.have.any.keys('person', 'tenancy');
  });

  it('[WHG-01] takes nothing of the profile of who writes for the risk of whom it is for', async () => {
    const kayleigh = { channel: 'web', identity: 'P-1007' } as const;
    const mould = 'I want to complain about the mould and nobody does anything';
    const own = await complain(kayleigh, [mould]);
    const another = await complain(kayleigh, [mould], forAnother);

    expect(own.complaint.riskReasons).to.include('a child under five lives there');
    expect(another.complaint.riskReasons).to.deep.equal(['told us that something in the home may be unsafe']);
    expect(another.hazard).to.deep.include({ priority: 'normal', riskReasons: [] });
    expect(another.hazard?.details).to.deep.include({ onBehalfOf: 'Ruth Okoro, 4 Mill Race' });
  });

  it('[WHG-01] asks a stranger who writes for somebody for both names', async () => {
    const { complaint } = await complain({ channel: 'web' }, [makes], { ...forAnother, name: 'Lee Marsh' });

    expect(complaint.reportedBy).to.deep.include({ name: 'Lee Marsh', relation: 'advocate' });
    expect(complaint.details).to.deep.include({ onBehalfOf: 'Ruth Okoro, 4 Mill Race' });
  });

  it('[WHG-14] offers to put right what the conversation can, once the complaint is there', async () => {
    const { stage, complaint, told } = await complain(amina, [
      makes,
      { value: 'here' },
      'The plumber did not come today',
    ]);
    const next = await stage.play({ value: 'yes' });

    expect(told).to.include(complaint.reference);
    expect(told).to.include('I can also help with this now');
    expect(next.replies.at(-1)?.data.enquiry).to.equal('repair.missed_visit');
  });

  it('[WHG-14] is no less of one when the offer is left unanswered', async () => {
    const { stage } = await complain(amina, [makes, { value: 'here' }, 'The plumber did not come today']);
    const later = await stage.play({ say: 'start again' });

    expect(later.facts.find(({ name }) => name === 'enquiry.ended')?.data).to.deep.include({ outcome: 'case' });
  });

  it('[WHG-13] is not made by who answers the choice with a plain no, and the repair under way goes on', async () => {
    const stage = stageOf(amina);
    await stage.play({ say: 'my kitchen tap is dripping' });
    await stage.play({ say: 'its been three weeks and nobody has done anything, not good enough' });
    const turn = await stage.play({ say: 'no' });

    expect(turn.cases).to.deep.equal([]);
    expect(turn.replies.at(-1)?.data).to.deep.include({ enquiry: 'repair.report', asks: 'danger' });
  });

  for (const person of ['plumber', 'housing officer'])
    it(`[GUH-13] about what a ${person} did to somebody for who they are leads to a conduct case besides`, async () => {
      const stage = stageOf(amina);
      const words = `Your ${person} made racist remarks to my children and laughed`;
      const { complaint, told, turns } = await complain(stage, [makes, { value: 'here' }, words]);
      const conduct = opened(turns.at(-1) as Turn, 'conduct');

      expect(complaint).to.deep.include({ priority: 'high', owner: 'Director of Customers' });
      expect(conduct).to.deep.include({
        kind: 'conduct',
        priority: 'high',
        team: 'safeguarding',
        words: complaint.words,
      });
      expect(conduct?.details).to.deep.include({ toldIn: complaint.reference });
      expect(told).to.include(conduct?.reference).and.to.include('Only the Safeguarding Team can see it');
      expect(turns.at(-1)?.cases.find(({ kind }) => kind === 'conduct')?.restricted).to.equal(true);
    });

  it('[GUH-13] about nobody’s conduct opens no conduct case and says nothing of one', async () => {
    const { turns, told } = await complain(amina, [makes, { value: 'here' }, 'The plumber did not come today']);

    expect(opened(turns.at(-1) as Turn, 'conduct')).to.equal(undefined);
    expect(told).not.to.include('how somebody treated you');
  });

  it('[WHG-13] that is a first request is served as one, in the words that told it', async () => {
    const stage = stageOf(amina);
    await stage.play({ say: 'I want to complain, my bathroom tap is dripping all day long' });
    const turn = await stage.play({ value: 'put_right' });

    expect(turn.cases).to.deep.equal([]);
    expect(turn.replies.at(-1)?.data.enquiry).to.equal('repair.report');
  });
});

const forAnother: Answers = {
  for_whom: { value: 'other' },
  their_name: 'Ruth Okoro, 4 Mill Race',
  relation: { value: 'advocate' },
  authority: { value: 'yes' },
};

describe('a hazard in a complaint', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  const mould = 'I want to complain, I have told you four times about the black mould in the bedroom';
  const clock = '2026-11-30T10:00:00Z';

  it('starts its own clocks beside those of the complaint, from the same message, and both are linked', async () => {
    const { complaint, hazard } = await complain(amina, [mould]);

    expect(days(complaint.due)).to.deep.equal({ acknowledge: '2026-11-30', answer: '2026-12-14' });
    expect(days(hazard?.due ?? [])).to.deep.include({ investigate: '2026-12-07', 'written summary': '2026-12-10' });
    // The landlord knew of it from the very message that told of it.
    expect(hazard?.receivedAt).to.equal('2026-11-23T10:00:05+00:00');
    expect(hazard?.details).to.deep.include({ hazard: 'damp_mould' });
    expect([complaint.links, hazard?.links]).to.deep.equal([[hazard?.reference], [complaint.reference]]);
  });

  it('is an emergency when it may harm somebody now', async () => {
    const { hazard, told } = await complain(amina, [mould], { danger: { value: 'yes' } });

    expect(hazard).to.deep.include({ priority: 'emergency' });
    expect(hazard?.due[0]?.by.slice(0, 10)).to.equal('2026-11-24');
    expect(told).to.include('within 24 hours').and.to.include(hazard?.reference);
  });

  it('is asked about where the words do not tell it, and named by what is unsafe', async () => {
    const { complaint, hazard, asked } = await complain({ ...amina, clock }, [makes], {
      hazard: { value: 'yes' },
      unsafe_what: 'the stairs up to my flat',
    });

    expect(asked).to.include.members(['hazard', 'unsafe_what', 'danger']);
    expect(hazard?.details).to.deep.include({ hazard: 'falls', unsafe: 'the stairs up to my flat' });
    expect(hazard?.due[0]?.rule).to.include('phase 2');
    expect(complaint).to.deep.include({ priority: 'high', owner: 'Director of Customers' });
  });

  it('is not asked about again where the words tell it', async () => {
    expect((await complain(amina, [mould])).asked).not.to.include('hazard');
  });

  it('is opened for a complaint that is told by telephone as well', async () => {
    expect((await complain(amina, [mould, { value: 'call' }])).hazard).to.deep.include({ kind: 'hazard' });
  });

  it('that has its case from earlier in the conversation is linked, and has no second one', async () => {
    const stage = stageOf(amina);
    let reported: NewCase | undefined;
    for (const say of [
      'there is black mould in the bedroom',
      'black patches, for three weeks',
      'no',
      'no',
      'skip',
      'skip',
    ])
      reported = opened(await stage.play({ say }), 'hazard') ?? reported;
    const { complaint, hazard } = await complain(stage, [mould]);

    expect(hazard).to.equal(undefined);
    expect(complaint.links).to.include(reported?.reference);
  });

  it('is none where nothing was said of one', async () => {
    const { hazard, complaint } = await complain(amina, [makes]);

    expect([hazard, complaint.links]).to.deep.equal([undefined, []]);
  });
});
