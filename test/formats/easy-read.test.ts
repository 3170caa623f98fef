import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readContent } from '../../src/content/load-content.ts';
import { createEasyRead } from '../../src/formats/easy-read.ts';
import type { StandardLetter } from '../../src/model/document.ts';
import { copyOfContent } from '../support/content-root.ts';
import { readPdf } from '../support/pdf-read.ts';
import { aLetter, contentOfDemo, languages, make, maker, printed, say } from '../support/printing.ts';

const letters: readonly StandardLetter[] = [
  { is: 'complaint-acknowledged', by: '2026-12-10' },
  { is: 'adjustment-agreed', what: '{what}' },
  { is: 'repair-booked', on: '2026-12-01', time: '8:00 - 13:00' },
  { is: 'request-made', what: '#what', by: '2026-12-04' },
  { is: 'call-back', by: '2026-11-30' },
];

describe('easy read', function () {
  this.timeout(60_000);
  const formats = printed();
  after(() => formats.close());

  for (const letter of letters) {
    it(`[GUH-04] is made at once of ${letter.is} in every language: its sentences in order, its source, and nothing of the long letter`, async () => {
      const sentences = contentOfDemo().easyRead[letter.is];
      for (const language of languages) {
        const document = aLetter(language, { letter });

        const { bytes, stem } = await make(formats, document, { format: 'easy-read' });

        const pdf = await readPdf(bytes);
        const values = { ...letter, reference: 'CMP-7K2M9' };
        const expected = sentences.map((each) => say(`easy-read.${each.say}`, language, values));
        expect(pdf.leaves.slice(3).map(({ text }) => text)).to.deep.equal([
          ...expected,
          say('easy-read.pictures', language),
        ]);
        expect(pdf).to.include({ language, isUa: true, title: document.title });
        expect(stem).to.equal(`easy-read.${language}`);
      }
    });
  }

  it('has a picture beside each sentence that a screen reader passes over: the sentence says it all', async () => {
    const document = aLetter('en', { letter: { is: 'call-back', by: '2026-11-30' } });

    const { bytes } = await make(formats, document, { format: 'easy-read' });
    const without = await make(formats, aLetter('en', { parts: document.parts }), {});

    const { roles, shapes } = await readPdf(bytes);
    expect(roles).to.not.include('Figure');
    expect(shapes).to.be.at.least(contentOfDemo().easyRead['call-back'].length);
    expect((await readPdf(without.bytes)).shapes).to.equal(0);
  });

  it('[GUH-04] is offered for no other letter: those are made by people', async () => {
    const easy = maker(formats, 'easy-read');

    expect(easy.suits?.(aLetter('en'))).to.equal(false);
    expect(easy.suits?.(aLetter('en', { letter: { is: 'call-back', by: '2026-11-30' } }))).to.equal(true);
    expect(easy.canMake('de')).to.equal(false);
  });

  it('says nothing of a reference where there is none', async () => {
    const { reference: _, ...document } = aLetter('en', { letter: { is: 'complaint-acknowledged', by: '2026-12-10' } });

    const { leaves } = await readPdf((await make(formats, document, { format: 'easy-read' })).bytes);

    expect(leaves.map(({ text }) => text).filter((text) => text.includes('number for this'))).to.deep.equal([]);
  });

  it('has short sentences in English: fifteen words at most, but for the line that tells how to reach us', () => {
    const keys = Object.values(contentOfDemo().easyRead).flatMap((each) => each.map((sentence) => sentence.say));
    const texts = [...new Set(keys)].filter((key) => key !== 'help').map((key) => say(`easy-read.${key}`, 'en'));
    const long = texts
      .flatMap((text) => text.split(/(?<=[.?!]) /))
      .filter((sentence) => sentence.split(' ').length > 15);

    expect(texts.length).to.be.greaterThan(15);
    expect(long).to.deep.equal([]);
  });

  it('refuses to start with a picture that there is not', () => {
    const { easyRead, landlord } = contentOfDemo();
    const wrong = { ...easyRead, 'call-back': [{ say: 'from', picture: 'no-such-picture' }] };
    const press = { print: () => Promise.reject(new Error('no')), close: () => undefined };

    expect(() => createEasyRead({ press, say, letters: wrong, landlord, languages })).to.throw(
      /no picture called no-such-picture/,
    );
  });

  it('is content that is checked: a letter that is missing, a sentence without words, a value that there is not', () => {
    const root = copyOfContent();
    try {
      const file = join(root, 'locales', 'easy-read.yaml');
      const yaml = readFileSync(file, 'utf8');
      const faults = () => readContent(root, 'demo').faults.map(({ message }) => message);

      writeFileSync(file, yaml.slice(0, yaml.indexOf('call-back:')));
      expect(faults().join('\n')).to.match(/call-back/);
      writeFileSync(file, `${yaml}  - {say: callback.gone, picture: houses}\n`);
      expect(faults().join('\n')).to.match(/the phrase easy-read\.callback\.gone is missing/);
      writeFileSync(file, yaml.replace('say: callback.by', 'say: repair.time'));
      expect(faults().join('\n')).to.match(/easy-read\.repair\.time uses \{time\}, which has no value here/);
      writeFileSync(file, yaml);
      const words = join(root, 'locales', 'en', 'easy-read.yaml');
      writeFileSync(words, readFileSync(words, 'utf8').replace('{phone}', '{hours}'));
      expect(faults().join('\n')).to.match(/easy-read\.help uses \{hours\}, which has no value here/);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
