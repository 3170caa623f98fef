import { expect } from 'chai';
import { createBus } from '../../src/memory/bus.ts';
import { createRemembered } from '../../src/memory/remembered.ts';
import { holdingAt, type Incident, nearIncidents } from '../../src/model/incident.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const incident = (places: readonly string[]): Incident => ({
  id: 'INC-1000001',
  version: 1,
  topics: ['repair.no_heating_water'],
  places,
  words: { en: 'no heating at Linden House.' },
  from: new Date('2026-11-23T09:00:00Z'),
  until: new Date('2026-11-23T20:00:00Z'),
});
const flat = { id: 'PR-3', address: 'Flat 6, Linden House, Ashby Wharf', postcode: 'AW2 1LH' };
const near = (places: readonly string[], about: Parameters<typeof nearIncidents>[1]) =>
  nearIncidents([incident(places)], about).map(({ isTheirs }) => isTheirs);

describe('an incident', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('is of homes in its streets, blocks and postcodes, and of whole names alone', () => {
    for (const place of [
      'Linden House',
      'linden house',
      'AW2 1LH',
      'aw21lh',
      'AW2',
      'Ashby Wharf',
      'Flat 6, Linden House',
    ])
      expect(near([place], { home: flat, text: '' }), place).to.deep.equal([true]);
    for (const place of ['Linden Hou', 'AW21', 'AW2 2', 'AW1', 'Flat 61, Linden House', 'AW2 1LX'])
      expect(near([place], { home: flat, text: '' }), place).to.deep.equal([]);
    expect(near(['6 Ash Road'], { home: { ...flat, address: '16 Ash Road' }, text: '' })).to.deep.equal([]);
    expect(near([], { home: flat, text: '' }), 'everywhere').to.deep.equal([true]);
  });

  it('is of who names the place, wherever they live, and may be of whom no home is known', () => {
    expect(
      near(['Linden House'], { home: { ...flat, address: 'Elsewhere' }, text: 'my mother in linden house!' }),
    ).to.deep.equal([true]);
    expect(near(['AW2 1LH'], { home: undefined, text: 'we are at aw2 1lh' })).to.deep.equal([true]);
    expect(near(['Linden House'], { home: undefined, text: 'no heat' })).to.deep.equal([false]);
  });

  it('holds from its beginning to its end', () => {
    const at = (time: string) => holdingAt([incident([])], new Date(`2026-11-23T${time}:00Z`)).length;
    expect([at('08:59'), at('09:00'), at('19:59'), at('20:00')]).to.deep.equal([0, 1, 1, 0]);
  });

  it('is told in a machine’s words, marked, with the English beside them', async () => {
    const translator = { translate: async () => ['Brak ogrzewania w Linden House.'] } as never;
    const incidents = [
      { topics: ['repair.no_heating_water'], places: ['Linden House'], words: { en: 'no heating at Linden House.' } },
    ];
    const web = stageOf(
      { channel: 'web', identity: 'P-1003', language: { tag: 'pl', from: 'chosen' }, incidents },
      { translator },
    );
    const [, told] = (await web.play({ say: 'Nie działa ogrzewanie w moim mieszkaniu' })).replies;
    expect(told?.text).to.include('Brak ogrzewania w Linden House.').and.not.include('no heating');
    expect(told?.data).to.deep.include({
      source: 'machine',
      original: 'no heating at Linden House.',
      originalLanguage: 'en',
    });

    const sms = stageOf(
      { channel: 'sms', from: '+447700900103', language: { tag: 'pl', from: 'chosen' }, incidents },
      { translator },
    );
    const [text] = (await sms.play({ say: 'Nie działa ogrzewanie w moim mieszkaniu' })).replies;
    expect(text?.text).to.include('Brak ogrzewania').and.include('maszynowe');
  });

  it('[WHG-04] is named by what is reported all the same', async () => {
    const incidents = [
      { topics: ['repair.communal'], places: ['Linden House'], words: { en: 'the lift is out of order.' } },
    ];
    const stage = stageOf({ channel: 'web', identity: 'P-1003', incidents });
    for (const say of ['The lift is not working', 'yes']) await stage.play({ say });
    await stage.play({ say: 'The lift is not working' });
    let turn = await stage.play({ say: 'It stops between the floors' });
    for (let more = 0; more < 8 && !turn.effects.some(({ kind }) => kind === 'housing.create-repair'); more += 1)
      turn = await stage.play({ say: turn.replies.at(-1)?.data.expects === 'yes-no' ? 'no' : 'skip' });
    const repair = turn.effects.find(({ kind }) => kind === 'housing.create-repair');
    expect(repair?.payload).to.deep.include({ links: ['INC-1000001'] });
    expect(turn.facts.map(({ name }) => name)).to.include('incident.reported');
  });
});

describe('what every turn asks and hardly ever changes', () => {
  it('is read once, and again when somebody says that it changed; while it cannot be read what was known holds', async () => {
    let reads = 0;
    let isAway = false;
    const bus = createBus();
    const kept = createRemembered(bus, 'kept', async () => {
      if (isAway) throw new Error('away');
      reads += 1;
      return reads;
    });
    expect([await kept.now(), await kept.now()]).to.deep.equal([1, 1]);
    kept.changed();
    expect(await kept.now()).to.equal(2);
    isAway = true;
    kept.changed();
    expect(await kept.now()).to.equal(2);
    isAway = false;
    expect(await kept.now()).to.equal(3);
    bus.close();
  });
});
