// Formats and languages that are asked for together are one need.

import { expect } from 'chai';
import type { NewCase } from '../../src/model/case.ts';
import { languageNamed } from '../../src/model/said/language-name.ts';
import { type Line, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

async function asked(who: string, lines: readonly Line[]) {
  const stage = stageOf({ channel: 'web', identity: who, locale: 'en' });
  let made: NewCase | undefined;
  for (const line of [{ say: 'Can I have my letters in another format' }, ...lines])
    for (const effect of (await stage.play(line)).effects)
      if (effect.kind === 'housing.create-case') made = effect.payload;
  const { value } = (await stage.world.housing.person(who)) as { value: { needs: readonly object[] } };
  return { details: made?.details, needs: value.needs };
}

describe('a format and a language', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [wish, formats, language] of [
    ['large print in Urdu', ['large-print'], 'ur'],
    ['audio in Polish', ['audio'], 'pl'],
    ['Braille and audio please', ['audio', 'braille'], undefined],
    ['pictures only', ['other'], undefined],
  ] as const)
    it(`[TPC-07] asked for together are on the request and on the profile together: ${wish}`, async () => {
      const { details, needs } = await asked('P-1011', [{ value: 'other' }, { say: wish }, { say: 'skip' }]);
      const expected = { formats: [...formats], ...(language !== undefined && { language }) };

      expect(details).to.deep.include(expected);
      expect(needs).to.have.lengthOf(1);
      expect(needs[0]).to.deep.include({ kind: 'format', ...expected });
    });

  it('[TPC-07] the language on file goes with a format that is chosen from the list', async () => {
    const { details, needs } = await asked('P-1004', [{ value: 'audio' }, { say: 'skip' }]);

    expect(details).to.deep.include({ formats: ['audio'], language: 'ur' });
    expect(needs.at(-1)).to.deep.include({ kind: 'format', formats: ['audio'], language: 'ur' });
  });

  it('[TPC-07] a language is known by its name in each of ours', () => {
    expect(languageNamed('large print in Welsh')).to.equal('cy');
    expect(languageNamed('duży druk po polsku')).to.equal('pl');
    expect(languageNamed('print bras yn Gymraeg, Wrdw neu ddim')).to.equal('ur');
    expect(languageNamed('large print')).to.equal(undefined);
  });
});
