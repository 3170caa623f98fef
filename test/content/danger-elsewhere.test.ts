// Danger in the eight languages whose lists are newest: how much of it is raised, how much at least told a number, and what is raised
// without need.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

type Held = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const { none, ...byLanguage } = parse(readFileSync('test/content/danger-elsewhere.yaml', 'utf8')) as Held & {
  readonly none: readonly string[];
};
const told = Object.entries(byLanguage as Held).flatMap(([language, kinds]) =>
  Object.entries(kinds).flatMap(([kind, texts]) => texts.map((text) => ({ language, kind, text }))),
);
/** What the first words in each danger must hold: whom to ring. */
const numbers: Readonly<Record<string, RegExp>> = {
  'emergency.fire': /999/,
  'emergency.gas': /0800 111 999/,
  'emergency.carbon_monoxide': /0800 111 999|999/,
  'emergency.flood': /999|0\d{3}/,
  'emergency.electric': /999|105|0\d{3}/,
  'safety.violence': /999/,
  'safety.domestic_abuse': /999|0808/,
  'safety.self_harm': /116 123|999|111/,
  'safety.safeguarding': /999|0808|0\d{3}/,
};

describe('danger in eight more languages', function () {
  this.timeout(300_000);
  const { danger } = readAll();
  const urgent = (kind: string) => danger.find(kind);

  it('is raised in all but a few of the messages, and in the others a number is told', () => {
    const missed = told.filter(({ text }) => urgent(text).length === 0);
    const silent = missed.filter(({ text }) => danger.unsure(text) === undefined);

    expect(told.length).to.be.at.least(320);
    expect(silent.map(({ language, text }) => `${language}: ${text}`)).to.deep.equal([]);
    expect(
      missed.map(({ language, text }) => `${language}: ${text}`),
      'not raised',
    ).to.have.lengthOf.at.most(15);
  });

  it('is raised seldom by what only sounds like it', () => {
    const raised = none.filter((text) => urgent(text).length > 0);

    expect(none.length).to.be.at.least(60);
    expect(raised, raised.join(' | ')).to.have.lengthOf.at.most(7);
  });

  it('tells a tap that drips from a home that fills with water, in Latin letters', () => {
    expect(urgent('mere kitchen ka nal tapak raha hai kal se')).to.deep.equal([]);
    for (const text of [
      'kitchen ka nal tapak raha hai aur poora ghar paani se bhar gaya hai',
      'nal toot gaya paani band nahi ho raha',
      'pipe phat gaya hai paani har jagah',
    ])
      expect(urgent(text), text).to.include('emergency.flood');
  });

  for (const language of Object.keys(byLanguage)) {
    it(`has the right number in the first words of the answer: ${language}`, async () => {
      const wrong: string[] = [];
      for (const [kind, [text = '']] of Object.entries((byLanguage as Held)[language] ?? {})) {
        for (const channel of ['web', 'sms'] as const) {
          const stage = stageOf({ channel, ...(channel === 'sms' && { from: '+447700900555' }) });
          const [first] = (await stage.play({ say: text })).replies;
          if (first === undefined || !(numbers[kind]?.test(first.text) ?? false))
            wrong.push(`${kind} ${channel}: ${text} → ${first?.text.slice(0, 120)}`);
        }
      }
      expect(wrong).to.deep.equal([]);
    });
  }
});
