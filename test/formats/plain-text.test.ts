import { expect } from 'chai';
import { createPlainText } from '../../src/formats/plain-text.ts';
import type { WrittenDocument } from '../../src/model/document.ts';
import { aLetter, heardAndFelt, say } from '../support/written.ts';

const maker = createPlainText({ say });
const textOf = async (document: WrittenDocument) => {
  const [file] = await maker.make(document, {});
  return Buffer.from(file?.bytes ?? []).toString('utf8');
};

describe('[GEN-09] a letter as plain text', () => {
  it('says all that the letter says, in its order, and nothing that is only to be seen', async () => {
    const document: WrittenDocument = {
      title: 'Your complaint',
      language: 'en',
      from: 'Demo Homes',
      on: '2026-11-27',
      reference: 'CMP-0012345',
      parts: [
        { is: 'heading', text: 'What we do' },
        { is: 'paragraph', text: 'We look into it and we tell you what we found, in writing, by the day below.' },
        { is: 'list', items: ['One', 'Two'] },
        { is: 'facts', rows: [{ name: 'Answer by', value: '11 December' }] },
        { is: 'said', by: 'You', at: '27 November', text: 'The tap drips.\nIt is loud.' },
        { is: 'list', items: [] },
        { is: 'paragraph', text: ' ' },
      ],
    };
    expect(await textOf(document)).to.equal(
      [
        'Your complaint',
        '',
        'Demo Homes',
        'Friday, 27 November 2026',
        'Reference: CMP-0012345',
        '',
        'What we do',
        '',
        'We look into it and we tell you what we found, in writing, by the day',
        'below.',
        '',
        'One',
        'Two',
        '',
        'Answer by: 11 December',
        '',
        'You, 27 November:',
        'The tap drips.',
        'It is loud.',
        '',
      ].join('\r\n'),
    );
  });

  for (const language of [...heardAndFelt, 'so']) {
    it(`has lines of at most 72 letters in ${language}, and loses no word`, async () => {
      const letter = aLetter(language);
      const text = await textOf(letter);
      const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      const lengths = text.split('\r\n').map((line) => [...segmenter.segment(line)].length);
      expect(Math.max(...lengths)).to.be.within(40, 72);
      const words = text.split(/\s+/).join(' ');
      for (const part of letter.parts) {
        if (part.is === 'paragraph') expect(words).to.include(part.text);
        if (part.is === 'list') expect(words).to.include(part.items.join(' '));
      }
      expect(text).to.not.match(/^[*•_=#>|-]|\*\*|__|[─-╿]/m);
    });
  }

  it('keeps a link whole and bare, however long it is', async () => {
    const link = `https://demo.example.org/formats/${'a'.repeat(80)}?x=1&y=2`;
    const text = await textOf(
      aLetter('en', { parts: [{ is: 'paragraph', text: `You find it here: ${link} until Friday` }] }),
    );
    expect(text.split('\r\n')).to.include(link);
  });

  it('can be made in every language, and says in its name what it is', async () => {
    expect([...heardAndFelt, 'so', 'xx'].every((language) => maker.canMake(language))).to.equal(true);
    const [file] = await maker.make(aLetter('ur'), {});
    expect({ kind: file?.kind, stem: file?.stem }).to.deep.equal({ kind: 'txt', stem: 'plain-text.ur' });
  });
});
