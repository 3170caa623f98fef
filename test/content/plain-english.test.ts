import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readContent } from '../../src/content/load-content.ts';
import { pastReview } from '../../src/content/reviews.ts';
import { readingAges } from '../../tools/reading-age.ts';
import { copyOfContent } from '../support/content-root.ts';

describe('plain English', () => {
  let root: string;

  beforeEach(() => {
    root = copyOfContent();
    writeFileSync(join(root, 'locales/harder-texts.yaml'), readFileSync('locales/harder-texts.yaml'));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const change = (file: string, from: string | RegExp, to: string) => {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const text = before.replace(from, to);
    expect(text, `${file} has ${from}`).not.to.equal(before);
    writeFileSync(path, text);
  };
  const faults = () => readingAges(root).faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
  const age = (text: string) => {
    change('locales/en/none.yaml', /^topic:.*$/m, `topic: "${text}"`);
    return readingAges(root).texts.find(({ key }) => key === 'none.topic')?.age;
  };

  it('[WHG-07] is read at 11 or earlier in every text, and at 9 in nine of ten, wherever no legal name forces more', () => {
    const { texts, faults: found } = readingAges('.');

    expect(found).to.deep.equal([]);
    expect(texts).to.have.length.above(1_000);
    expect(texts.filter((each) => each.age <= 9).length / texts.length).to.be.above(0.9);
    expect(texts.filter((each) => each.because !== undefined)).to.have.length.below(10);
  });

  it('[WHG-07] is measured by the grade level of Flesch and Kincaid and five years', () => {
    // Worked out by hand: 0.39 × 13 words + 11.8 × 14 syllables / 13 words − 15.59, and five years.
    expect(age('We come to your home and look at the damp in your kitchen.')).to.be.closeTo(7.19, 0.01);
  });

  it('[WHG-07] counts a sentence that begins with a number or with what is filled in', () => {
    const apart = age('We are at your home on time. 3 of us come by van then.');
    const together = age('We are at your home on time, 3 of us come by van then.');

    expect(apart).to.be.below(together ?? 0);
  });

  it('[WHG-07] is refused where a text got too hard, with its file, line and what to do', () => {
    change(
      'locales/en/none.yaml',
      /^topic:.*$/m,
      'topic: "Notwithstanding the aforementioned considerations, residents are respectfully requested to reformulate their communication."',
    );

    expect(faults()).to.have.length(1);
    expect(faults()[0])
      .to.match(/^locales\/en\/none\.yaml:\d+ none\.topic is read at \d\d\.\d years; 11 is the most/)
      .and.to.include('Shorten its sentences');
  });

  it('[WHG-07] is refused where one of the choices in a text is too hard, and where short labels of a section are', () => {
    const hard =
      'Notwithstanding the aforementioned considerations, residents are respectfully requested to reformulate.';
    change('locales/en/none.yaml', /^topic:.*$/m, `topic: "{own, select, yes {We come to you.} other {${hard}}}"`);
    change(
      'locales/en/label.yaml',
      'Report a repair',
      'Communicating infrastructural deterioration necessitating professional intervention',
    );

    expect(faults().join()).to.include('none.topic is read').and.to.include('label.repair (short texts)');
  });

  it('[WHG-07] is refused in a landlord’s pack as well, and where a reason is given for a text that needs none', () => {
    change(
      'landlords/demo.yaml',
      /en: You may paint inside.*$/m,
      'en: Notwithstanding contractual considerations, redecorating internally necessitates neither authorisation nor notification.',
    );
    change('locales/harder-texts.yaml', /^tenancy/m, 'none.topic: "A reason that is not needed here."\ntenancy');

    expect(faults().join('\n')).to.match(/landlords\/demo\.yaml:\d+ landlords\/demo\.yaml .*en is read at/);
    expect(faults().join('\n')).to.match(/harder-texts\.yaml:\d+ none\.topic is read at 11 or earlier/);
  });
});

describe('each file of texts', () => {
  let root: string;

  beforeEach(() => {
    root = copyOfContent();
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it('[WHG-07] has an owner and a day of review, and is refused without', () => {
    const path = join(root, 'locales/pl/rent.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^_about:.*\n/m, ''));
    const words = join(root, 'locales/cy/words.yaml');
    writeFileSync(words, readFileSync(words, 'utf8').replace('reviewedOn: 2026-11-26', 'reviewedOn: last week'));

    const messages = readContent(root, 'demo').faults.map(({ file, line, message }) => `${file}:${line} ${message}`);

    expect(messages).to.have.length(2);
    expect(messages.join('\n'))
      .to.match(/locales\/pl\/rent\.yaml:\d+ _about: .*_about: \{owner: Repairs Team/)
      .and.to.match(/locales\/cy\/words\.yaml:\d+ _about\.reviewedOn: /);
  });

  it('[WHG-07] is past its review a year after the last, the longest waiting first', () => {
    const { content } = readContent('.', 'demo');
    const reviewed = content?.reviewed ?? [];

    expect(reviewed.map(({ file }) => file))
      .to.include('locales/en/rent.yaml')
      .and.to.include('dialogs/rent/pay.yaml');
    expect(pastReview(reviewed, '2026-11-27')).to.deep.equal([]);
    expect(pastReview(reviewed, '2028-01-01')).to.have.length(reviewed.length);
    expect(
      pastReview(
        [
          { file: 'a', owner: 'Repairs Team', reviewedOn: '2025-11-26' },
          { file: 'b', owner: 'Repairs Team', reviewedOn: '2025-11-27' },
          { file: 'c', owner: 'Repairs Team', reviewedOn: '2024-02-29' },
        ],
        '2026-11-27',
      ).map(({ file }) => file),
    ).to.deep.equal(['c', 'a']);
  });
});
