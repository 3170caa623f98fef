// The same complaint to every landlord: what is opened, by when, whose it is, and who is independent of it. The days are counted by
// hand. Nothing of another landlord, nor of another nation, is said.

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'chai';
import { unconfirmed } from '../../src/content/unconfirmed.ts';
import type { NewCase } from '../../src/model/case.ts';
import { printedPhone } from '../../src/model/said/printed-phone.ts';
import { nations, rulesOf } from '../support/rules.ts';
import { type Line, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const packs = readdirSync('landlords')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

/** Received on Friday 18 December 2026: a weekend, Christmas Day, the substitute for Boxing Day and New Year lie between. */
const clock = '2026-12-18T10:00:00Z';
const english = { acknowledge: '2026-12-29', answer: '2027-01-13' };
const expected = {
  demo: { stage: 'stage 1', due: english, owner: 'Complaints Team', atRisk: 'Director of Customers' },
  'grand-union': {
    stage: 'stage 1',
    due: english,
    owner: 'Customer Service Team',
    atRisk: 'Director of Customer Experience',
  },
  gentoo: { stage: 'stage 1', due: english, owner: 'Customer Service', atRisk: 'Deputy Director of Operations' },
  livv: { stage: 'stage 1', due: english, owner: 'Customer Contact Team', atRisk: 'Director of Communities' },
  whg: {
    stage: 'investigation',
    due: english,
    owner: 'Insight and Performance Team',
    atRisk: 'director of the service concerned',
  },
  'tai-pawb': {
    stage: 'informal',
    due: { answer: '2027-01-06' },
    owner: 'Tîm Cwynion / Complaints Team',
    atRisk: 'Cyfarwyddwr Cwsmeriaid / Director of Customers',
  },
} as const;

const ombudsmen = { england: 'Housing Ombudsman', wales: 'Public Services Ombudsman for Wales' } as const;
const ombudsmenInWelsh = { ...ombudsmen, wales: 'Ombwdsmon Gwasanaethau Cyhoeddus Cymru' } as const;

const inEnglish = (hazard: 'yes' | 'no'): readonly Line[] => [
  { event: 'join' },
  { say: 'I want to make a complaint' },
  { value: 'here' },
  { say: 'Nobody came to mend the roof and nobody rang' },
  { say: 'skip' },
  { say: hazard },
  ...(hazard === 'yes' ? [{ say: 'The stairs' }, { say: 'no' }] : []),
  { say: 'no' },
  { value: 'self' },
  { say: 'yes' },
  { say: 'what are your opening hours and how can I reach you' },
];
const inWelsh = (hazard: 'ie' | 'na'): readonly Line[] => [
  { event: 'join' },
  { say: 'Rwyf am wneud cwyn' },
  { value: 'here' },
  { say: 'Ddaeth neb i drwsio’r to a ffoniodd neb' },
  { say: 'sgipio' },
  { say: hazard },
  ...(hazard === 'ie' ? [{ say: 'Y grisiau' }, { say: 'na' }] : []),
  { say: 'na' },
  { value: 'self' },
  { say: 'ie' },
  { say: 'beth yw eich oriau agor a sut alla i gysylltu â chi' },
];

async function complain(landlord: string, lines: readonly Line[]) {
  const stage = stageOf({ channel: 'web', clock, identity: 'P-1001', landlord });
  const told: string[] = [];
  let opened: NewCase | undefined;
  for (const line of lines) {
    const { replies, effects } = await stage.play(line);
    told.push(...replies.map(({ text }) => text));
    for (const effect of effects) if (effect.kind === 'housing.create-case') opened ??= effect.payload;
  }
  if (opened === undefined) throw new Error(`No complaint was opened:\n${told.join('\n')}`);
  return { opened, told: told.join('\n') };
}

/** Names, numbers and addresses that only this landlord has. */
function signsOf(pack: string): readonly string[] {
  const { landlord } = readAll(pack);
  const { name, legalName, phone, textNumber, email, website, outOfHours } = landlord;
  return [
    name,
    legalName,
    printedPhone(phone),
    printedPhone(textNumber),
    email,
    website,
    printedPhone(outOfHours.phone),
  ];
}

/** Who is independent in other nations, under each of their names. */
function foreign(nation: string): readonly string[] {
  const own = new Set(helpersOf(nation));
  return nations.flatMap(helpersOf).filter((each) => !own.has(each));
}

function helpersOf(nation: string): readonly string[] {
  const { ombudsman, helplines } = rulesOf(nation);
  const heads = ombudsman.flatMap(({ name, nameIn, phone, web }) => [name, ...Object.values(nameIn), phone, web]);
  return [...heads, ...Object.values(helplines).flatMap(({ name, phone }) => [name, phone ?? name])].filter(
    (each) => each.length > 3,
  );
}

describe('a pack whose numbers nobody has confirmed', () => {
  for (const pack of packs)
    it(`has none that somebody could be reached by: ${pack}`, () => {
      const { landlord, support } = readAll(pack);
      const { checked, phone, textNumber, outOfHours, email, website, links } = landlord;
      if (checked && pack !== 'demo') return;
      // The demonstration's directory holds national services, which are real.

      expect([phone, textNumber, outOfHours.phone].join(' ')).to.match(
        /^\+441632960\d{3} \+447700900\d{3} \+448081570\d{3}$/,
      );
      expect(email).to.match(/example\.com$/);
      for (const page of [website, ...Object.values(links)]) expect(new URL(page).hostname).to.match(/\.example\.com$/);
      for (const { phone: number = '' } of pack === 'demo' ? [] : support) expect(number).to.match(/^01632 960 \d{3}$/);
    });

  it('is listed for the landlord to confirm, and the demonstration is not', () => {
    expect(unconfirmed(readAll('gentoo'))).to.include('Gentoo: its numbers, addresses and pages');
    expect(unconfirmed(readAll('demo')).join('\n')).not.to.include('Ashby');
    expect(unconfirmed(readAll('tai-pawb')).join('\n'))
      .to.include('Welsh Language Standards')
      .and.to.include('Live Fear Free')
      .and.not.to.include('Complaint Handling Code');
  });
});

describe('the same complaint', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('is expected of every landlord that there is a pack of', () => {
    expect(Object.keys(expected).sort()).to.deep.equal([...packs].sort());
  });

  for (const [pack, { stage, due, owner, atRisk }] of Object.entries(expected)) {
    const clauses =
      pack === 'whg' ? '[GUH-11] [WHG-18] [WHG-19]' : pack === 'tai-pawb' ? '[GUH-11] [TPC-17]' : '[GUH-11]';

    for (const [language, lines, unsafe] of [
      ['en', inEnglish('no'), inEnglish('yes')],
      ['cy', inWelsh('na'), inWelsh('ie')],
    ] as const) {
      it(`${clauses} names owner, day and Ombudsman, by the terms of ${pack} alone, in ${language}`, async () => {
        const { landlord } = readAll(pack);
        const { nation, phone } = landlord;
        const { opened, told } = await complain(pack, lines);

        expect(opened).to.include({ kind: 'complaint', stage, owner, language });
        expect(Object.fromEntries(opened.due.map(({ what, by }) => [what, by]))).to.deep.equal(due);
        expect(told).to.include(owner).and.to.include(landlord.name).and.to.include(printedPhone(phone));
        expect(told).to.include((language === 'cy' ? ombudsmenInWelsh : ombudsmen)[nation as 'england' | 'wales']);
        expect(told).to.include(rulesOf(nation).ombudsman[0]?.phone);
        for (const other of packs.filter((each) => each !== pack))
          for (const sign of signsOf(other)) expect(told).not.to.include(sign);
        for (const name of foreign(nation)) expect(told).not.to.include(name);
      });

      it(`that tells of danger is at once the director’s at ${pack}, in ${language}`, async () => {
        const { opened, told } = await complain(pack, unsafe);

        expect(opened).to.include({ owner: atRisk, priority: 'high' });
        expect(told).to.include(atRisk);
      });
    }
  }
});
