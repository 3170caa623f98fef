import { expect } from 'chai';
import { createMemoryTranslations } from '../../src/memory/translations.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import { createTranslationMeter } from '../../src/store/translation-use.ts';
import type { Engine } from '../../src/translation/engine.ts';
import { createTranslator, type TranslatorParts } from '../../src/translation/translator.ts';
import { silentLog } from '../support/silent-log.ts';
import { forEachStore } from '../support/stores.ts';

const enToPl = { from: 'en', to: 'pl' } as const;

function aTranslator(more: Partial<TranslatorParts> = {}, translate = (text: string) => text.toUpperCase()) {
  const sent: string[][] = [];
  const ended: string[] = [];
  const engine: Engine = {
    mostCharacters: 5_000,
    mostTexts: 10,
    translate: async (texts) => {
      sent.push([...texts]);
      return texts.map(translate);
    },
  };
  const translator = createTranslator({
    engine,
    cache: createMemoryTranslations(),
    meter: { spend: async () => true, left: async () => 1_000_000 },
    logger: silentLog,
    ended: (how) => ended.push(how),
    ...more,
  });
  const one = async (text: string, keep: readonly string[] = []) =>
    (await translator.translate([text], { ...enToPl, keep }))[0];
  return { translator, sent, ended, one };
}

describe('what is translated', () => {
  for (const [what, text, keep] of [
    ['references and dates', 'Repair REP-4821937 is on 3/12/2026 at 10:30.', []],
    ['phone numbers', 'Ring 0300 123 4567, or +44 7700 900123.', []],
    ['money', 'You owe £1,234.56, and 12% more', []],
    ['postcodes and addresses', 'Come to 12 Tanner Court, LS1 4AB, please', ['12 Tanner Court']],
    ['names', 'Will Will Okoye be in?', ['Will Okoye']],
    ['links and e-mail addresses', 'See https://www.gov.uk/help?a=b, gov.uk/x or write to a.b@council.gov.uk.', []],
    ['numbers in other scripts', 'ফ্ল্যাট ১২', []],
    ['marks that look like ours', 'as [[1]] and [[12]] were', []],
  ] as const) {
    it(`keeps ${what} from the service, and has them as they were afterwards`, async () => {
      const { one, sent } = aTranslator();
      const whole = await one(text, keep);
      const marked = sent[0]?.[0] ?? '';

      expect(marked).to.match(/\[\[1\]\]/);
      const fixed = text.match(/£?\d[\d,.:/]*\d|\+44 7700 900123|LS1 4AB|\S+@\S+\w|https\S+(?=,)|১২/g) ?? [];
      for (const each of fixed) {
        expect(whole, each).to.include(each);
        if (!each.startsWith('1')) expect(marked).not.to.include(each);
      }
      for (const name of keep) expect(whole).to.include(name);
    });
  }

  it('has markup, braces and what looks like a phrase of ours as plain text', async () => {
    const { one } = aTranslator();
    expect(await one('<b>hi</b> {count, plural, other {#}} &amp; %s')).to.equal(
      '<B>HI</B> {COUNT, PLURAL, OTHER {#}} &AMP; %S',
    );
  });

  it('is cut between paragraphs and sentences when it is long, and is whole afterwards', async () => {
    const { one, sent } = aTranslator();
    const text = `${'The kitchen is wet again. '.repeat(300)}\n\n${'x'.repeat(7_000)} end`;

    expect(await one(text)).to.equal(text.toUpperCase());
    for (const batch of sent) expect(batch.join('').length).to.be.at.most(5_000);
  });

  it('is nothing where there is nothing to translate: white space, numbers, the language itself', async () => {
    const { translator, one, sent } = aTranslator();
    expect(await one('  \n ')).to.equal('  \n ');
    expect(await one('07700 900123')).to.equal('07700 900123');
    expect(await translator.translate(['Bom dia'], { from: 'pt-BR', to: 'pt' })).to.deep.equal(['Bom dia']);
    expect(sent).to.deep.equal([]);
  });
});

describe('a translation that cannot be trusted', () => {
  for (const [how, damage] of [
    ['lost a number', (text: string) => text.replace('[[1]]', '')],
    ['has a number twice', (text: string) => `${text} [[1]]`],
    ['invented one', (text: string) => `${text} [[2]]`],
  ] as const) {
    it(`is none: it ${how}`, async () => {
      const { one, ended } = aTranslator({}, damage);
      expect(await one('Come on the 3 of May')).to.equal(undefined);
      expect(ended).to.include('damaged');
    });
  }

  it('is one still when its marks were written in other digits, or with spaces', async () => {
    const { one } = aTranslator({}, () => 'في [ [ ٢ ] ] و ［［1］］');
    expect(await one('Between 10:30 and 11:00')).to.equal('في 11:00 و 10:30');
  });

  it('keeps no other text of the same request from its translation', async () => {
    const { translator } = aTranslator({}, (text) => (text.includes('[[') ? 'lost' : 'found'));
    expect(await translator.translate(['Come at 10:30', 'Come in'], enToPl)).to.deep.equal([undefined, 'found']);
  });
});

describe('what a translation costs', () => {
  it('is paid once: the same words come from the cache', async () => {
    const { one, sent, ended } = aTranslator();
    await one('The lift is broken');
    await one('The lift is broken');

    expect(sent).to.have.length(1);
    expect(ended).to.deep.equal(['translated', 'cached']);
  });

  it('is not paid for a day longer: what was said a day ago is forgotten', async () => {
    let now = 0;
    const { one, sent } = aTranslator({ cache: createMemoryTranslations(() => now) });
    await one('The lift is broken');
    now += 24 * 60 * 60 * 1_000 + 1;
    await one('The lift is broken');

    expect(sent).to.have.length(2);
  });

  it('is paid again after an erasure, which forgets all that was said', async () => {
    const cache = createMemoryTranslations();
    const { one, sent } = aTranslator({ cache });
    await one('The lift is broken');
    await cache.clear();
    await one('The lift is broken');

    expect(sent).to.have.length(2);
  });

  it('is not paid over the landlord’s limit: the original goes on', async () => {
    const { one, sent, ended } = aTranslator({ meter: { spend: async () => false, left: async () => 0 } });
    expect(await one('The lift is broken')).to.equal(undefined);
    expect({ sent, ended }).to.deep.equal({ sent: [], ended: ['over-budget'] });
  });

  forEachStore((store) => {
    it('is counted by the month, across instances that count at once', async () => {
      const month = crypto.randomUUID();
      const meters = Array.from({ length: 4 }, () =>
        createTranslationMeter(store().run, { month: () => month, most: 1_000 }),
      );
      const spent = await Promise.all(Array.from({ length: 40 }, (_, at) => meters[at % 4]?.spend(60)));

      // 16 times 60 is 960; a seventeenth would be more than is paid for.
      expect(spent.filter(Boolean)).to.have.length(16);
      expect(await meters[0]?.spend(40)).to.equal(true);
      expect(await meters[0]?.spend(1)).to.equal(false);
      expect(
        await createTranslationMeter(store().run, { month: () => `${month}+1`, most: 1_000 }).spend(1_001),
      ).to.equal(false);
    });
  });
});

describe('a translation service that fails', () => {
  const failing = (code: 'unreachable' | 'rate-limited' | 'refused') => {
    let calls = 0;
    const engine: Engine = {
      mostCharacters: 5_000,
      mostTexts: 10,
      translate: async () => {
        calls += 1;
        throw new OutsideError('no', { system: 'translation', code, retryable: code !== 'refused' });
      },
    };
    return { engine, calls: () => calls };
  };

  it('is left alone after some failures, and asked again after a pause', async () => {
    let now = 0;
    const { engine, calls } = failing('unreachable');
    const { one } = aTranslator({ engine, clock: () => now });
    for (let at = 0; at < 10; at += 1) expect(await one(`Text ${'abcdefghij'[at]}`)).to.equal(undefined);
    expect(calls()).to.equal(5);
    now += 30_001;
    await one('Once more');
    expect(calls()).to.equal(6);
  });

  it('is not left alone for a language that it does not know', async () => {
    const { engine, calls } = failing('refused');
    const { one } = aTranslator({ engine });
    for (let at = 0; at < 10; at += 1) await one(`Text ${'abcdefghij'[at]}`);
    expect(calls()).to.equal(10);
  });
});
