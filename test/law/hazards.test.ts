// Each kind of hazard, on the day before its phase begins and on that day, told as tenants tell it: inside a repair, with who lives
// there. The days are counted by hand.

import { expect } from 'chai';
import type { NewCase } from '../../src/model/case.ts';
import type { NationRules } from '../../src/model/nation-rules.ts';
import { rulesOf } from '../support/rules.ts';
import { type Line, stageOf, type Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

/** For who is not on file, so that everything is asked. */
const visitor = { channel: 'web' } as const;

interface Reported {
  readonly hazard: NewCase | undefined;
  readonly repair: NewCase | undefined;
  readonly asked: readonly string[];
  readonly told: string;
}

const usual: Readonly<Record<string, string>> = {
  what: 'skip',
  more: 'skip',
  room: 'skip',
  off: 'heating',
  danger: 'no',
  vulnerable: 'yes',
  household: 'My baby, she is three months old',
  heaters: 'no',
  photo: 'skip',
  access: 'skip',
  pest_where: 'inside',
  postcode: 'AW1 3KP',
  appointment: 'skip',
  shared: 'yes',
  address: '9 Weir Lane, AW1 3KP',
  phone: '07700 900150',
  confirm: 'yes',
};

interface From extends Partial<Omit<Transcript, 'turns' | 'about'>> {
  readonly answers?: Readonly<Record<string, string>>;
  readonly rules?: NationRules;
}

async function report(
  clock: string,
  said: readonly (string | Line)[],
  { answers = {}, rules, ...from }: From = {},
): Promise<Reported> {
  const stage = stageOf({ ...visitor, clock, ...from });
  if (rules !== undefined) Object.assign(stage.world, { rules });
  const pending = [...said];
  const asked: string[] = [];
  let asks = '';
  for (let count = 0; count < 25; count += 1) {
    const next = pending.shift() ?? answers[asks] ?? usual[asks];
    if (next === undefined) throw new Error(`Nobody answers ${asks}`);
    const turn = await stage.play(typeof next === 'string' ? { say: next } : next);
    const cases = turn.effects.flatMap((effect) => (effect.kind === 'housing.create-case' ? [effect.payload] : []));
    const told = turn.replies.map(({ text }) => text).join('\n');
    if (cases.length > 0)
      return {
        hazard: cases.find(({ kind }) => kind === 'hazard'),
        repair: cases.find(({ kind }) => kind === 'enquiry'),
        asked,
        told,
      };
    asks = turn.replies.at(-1)?.data.asks ?? '';
    asked.push(asks);
  }
  throw new Error(`Nothing was opened; asked: ${asked.join(', ')}`);
}

const inOther: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pl: {
    danger: 'nie',
    vulnerable: 'tak',
    household: 'Mam niemowlę',
    photo: 'pomiń',
    access: 'pomiń',
    room: 'pomiń',
    confirm: 'tak',
  },
  cy: {
    danger: 'na',
    vulnerable: 'ie',
    household: 'Mae gen i fabi',
    photo: 'hepgor',
    access: 'hepgor',
    room: 'hepgor',
    confirm: 'ie',
  },
};

const aRepair = 'I want to report a repair';

/** What the rules name → as it is told, in each language. */
const faults: Readonly<Record<string, readonly [first: string, then: string | undefined, language?: string][]>> = {
  excess_cold: [
    [aRepair, 'The heater in the living room is broken'],
    ['I have no heating', undefined],
    ['Chcę zgłosić naprawę', 'Kaloryfer w sypialni nie działa', 'pl'],
  ],
  excess_heat: [[aRepair, 'The heating will not turn off, it is far too hot in here']],
  falls: [
    [aRepair, 'The handrail on my stairs is loose'],
    ['Chcę zgłosić naprawę', 'Poręcz przy schodach jest luźna', 'pl'],
    ['Mae rhywbeth wedi torri', 'Mae’r canllaw ar y grisiau yn rhydd', 'cy'],
  ],
  structure: [[aRepair, 'The rail of my balcony is rusty and moves']],
  fire: [[aRepair, 'The fire door on our landing does not close']],
  electric: [[aRepair, 'The socket in the kitchen is loose']],
  hygiene_pests_refuse: [['There are rats in my kitchen', undefined]],
  personal_hygiene: [[aRepair, 'The toilet does not flush']],
  food_safety: [[aRepair, 'The kitchen worktop is rotten and falls apart']],
};

describe('the hazards of each phase', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [kind, tellings] of Object.entries(faults))
    for (const [first, then, language = 'en'] of tellings) {
      const said = then === undefined ? [first] : [first, then];
      const inLanguage = { locale: language, answers: language === 'en' ? {} : (inOther[language] ?? {}) };

      it(`${kind} is one from 30 November 2026, and a repair alone on the day before: ${then ?? first}`, async () => {
        const before = await report('2026-11-29T23:40:00Z', said, inLanguage);
        const after = await report('2026-11-30T00:10:00Z', said, inLanguage);

        // No heating where a baby lives is made safe as an emergency, and emergencies of every kind have had their clock since phase 1.
        const isEmergency = first === 'I have no heating';
        expect(before.hazard?.details.rule ?? 'none').to.match(isEmergency ? /phase 1$/ : /^none$/);
        expect(after.hazard?.details).to.deep.include({
          hazard: kind,
          potential: isEmergency ? 'emergency' : 'significant',
        });
        expect(after.hazard?.details.rule).to.match(/phase 2$/);
        expect(after.hazard?.priority).to.equal(isEmergency ? 'emergency' : 'high');
        expect(after.hazard?.links).to.deep.equal([after.repair?.reference]);
        expect(after.told).to.include(after.hazard?.reference);
        if (!isEmergency)
          expect(after.hazard?.due.map(({ what, by }) => `${what} ${by}`)).to.deep.equal([
            'investigate 2026-12-14',
            'written summary 2026-12-17',
            'make safe 2026-12-21',
            'begin work that prevents it 2026-12-21',
            'have begun that work 2027-03-08',
          ]);
      });
    }

  it('damp and mould are one from 27 October 2025, and the landlord’s own times hold on the day before', async () => {
    const mould = ['There is black mould in my bedroom, and it comes back every week'];
    const before = await report('2025-10-26T23:30:00Z', mould);
    const after = await report('2025-10-27T00:10:00Z', mould);

    expect(before.hazard?.details).to.deep.include({ hazard: 'damp_mould', rule: 'landlord pack' });
    expect(after.hazard?.details.rule).to.match(/phase 1$/);
    expect(after.hazard?.due[0]).to.deep.include({ what: 'investigate', by: '2025-11-10' });
  });

  it('who lives there is asked once, in plain words, and goes to whoever judges the hazard but not to the repair worker', async () => {
    const { hazard, repair, asked } = await report('2026-11-30T09:00:00Z', [aRepair, 'The heater is broken']);

    expect(asked.filter((each) => each === 'household')).to.have.length(1);
    expect(JSON.stringify(hazard?.details.said)).to.include('My baby, she is three months old');
    expect(JSON.stringify(repair)).not.to.include('months old');
  });

  it('who was told of already, and who has nobody at risk, is not asked', async () => {
    const told = await report('2026-11-30T09:00:00Z', [aRepair, 'The heater is broken and I have a newborn baby']);
    const nobody = await report('2026-11-30T09:00:00Z', [aRepair, 'The heater is broken'], {
      answers: { vulnerable: 'no' },
    });

    expect(told.asked).not.to.include('household');
    expect(told.hazard?.priority).to.equal('high');
    expect(nobody.asked).not.to.include('household');
    // Nobody has to be at risk for a hazard to be one.
    expect(nobody.hazard?.priority).to.equal('normal');
  });

  it('an emergency of any kind has its hours in both phases, from the message in which the danger was told', async () => {
    for (const [clock, by, phase] of [
      ['2026-11-23T22:00:00Z', '2026-11-24T22:00', /phase 1$/],
      ['2026-11-30T22:00:00Z', '2026-12-01T22:00', /phase 2$/],
    ] as const) {
      const { hazard } = await report(clock, [aRepair, 'The handrail on my stairs is loose'], {
        answers: { danger: 'yes' },
      });
      expect(hazard?.details).to.deep.include({ potential: 'emergency' });
      expect(hazard?.due[0]?.what).to.equal('investigate and make safe');
      expect(hazard?.due[0]?.by.slice(0, 16)).to.equal(by);
      expect(hazard?.due[0]?.rule).to.match(phase);
    }
  });

  it('run from the message that told of it, however late the other answers come, and by the phase of that day', async () => {
    const stage = stageOf({ channel: 'sms', from: '+447700900190', clock: '2026-11-29T22:00:00Z' });
    await stage.play({ say: 'There is black mould in my bedroom and it comes back every week' });
    await stage.play({ say: 'no', after: '30h' });
    await stage.play({ say: 'yes' });
    let turn = await stage.play({ say: 'no' });
    turn = await stage.play({ say: 'no one else' });
    turn = await stage.play({ say: '9 Weir Lane, AW1 3KP' });
    const hazard = turn.effects.flatMap((each) => (each.kind === 'housing.create-case' ? [each.payload] : []))[0];

    expect(hazard?.receivedAt).to.match(/^2026-11-29T22:00:/);
    expect(hazard?.details.rule).to.match(/phase 1$/);
    expect(hazard?.due[0]?.by).to.equal('2026-12-11');
  });

  for (const [nation, landlord] of [
    ['wales', 'tai-pawb'],
    ['scotland', 'demo'],
    ['northern-ireland', 'demo'],
  ] as const)
    it(`have none of these clocks outside England: ${nation}`, async () => {
      const there = { landlord, locale: 'en', rules: rulesOf(nation) };
      for (const answers of [{ danger: 'no' }, { danger: 'yes' }]) {
        const said = [aRepair, 'The handrail on my stairs is loose'];
        const { hazard, repair } = await report('2026-12-01T09:00:00Z', said, { ...there, answers });
        expect(hazard).to.equal(undefined);
        expect(repair?.due[0]?.rule).to.equal('landlord pack, repairs');
      }
      const damp = await report(
        '2026-12-01T09:00:00Z',
        ['There is black mould in my bedroom, and it gets worse'],
        there,
      );
      const rules = damp.hazard?.due.map(({ rule }) => rule) ?? [];
      expect(rules.join()).not.to.include('(England)');
      // Scotland has days of its own for damp and mould alone, and no hours.
      expect(new Set(rules.map((each) => each.slice(-14)))).to.deep.equal(
        new Set([nation === 'scotland' ? '(SSI 2026/173)' : 'landlord pack']),
      );
    });

  it('are told in an adaptation as well: who fell has asked for a rail and told of a hazard, and the cases are linked', async () => {
    const stage = stageOf({ ...visitor, identity: 'P-1002', clock: '2026-11-30T09:00:00Z' });
    let turn = await stage.play({ say: 'I need a grab rail in the bathroom because I fell in the bath last week' });
    for (let count = 0; count < 8 && !turn.effects.some(({ kind }) => kind === 'housing.create-case'); count += 1) {
      const { asks, expects } = turn.replies.at(-1)?.data ?? {};
      turn = await stage.play({ say: asks === 'confirm' || expects === undefined ? 'yes' : 'skip' });
    }
    const cases = turn.effects.flatMap((each) => (each.kind === 'housing.create-case' ? [each.payload] : []));

    expect(cases.map(({ kind }) => kind)).to.deep.equal(['adjustment', 'hazard']);
    expect(cases[1]?.details.hazard).to.equal('falls');
    expect(cases[1]?.links).to.deep.equal([cases[0]?.reference]);
  });
});
