import { expect } from 'chai';
import { OutsideError } from '../../src/model/outside-error.ts';
import type { Engine } from '../../src/translation/engine.ts';
import { createGoogleEngine } from '../../src/translation/google.ts';
import { createLibreEngine } from '../../src/translation/libre.ts';
import { openTranslateApi, refusals, type TranslateApi } from '../support/translate-api.ts';

const engines = {
  google: (url: string) => createGoogleEngine({ project: 'a-landlord', url }),
  libre: async (url: string) => createLibreEngine({ url, apiKey: 'a-key' }),
} as const;

for (const name of ['google', 'libre'] as const) {
  describe(`translating by ${name === 'google' ? 'Cloud Translation' : 'LibreTranslate'}`, function () {
    this.timeout(30_000);
    let api: TranslateApi;
    let engine: Engine;

    before(async () => {
      api = await openTranslateApi();
      engine = await engines[name](api.url);
    });
    after(() => api.close());
    afterEach(() => api.does(undefined));

    const translate = (texts: readonly string[], limitMs = 5_000) =>
      engine.translate(texts, { from: 'en', to: 'pl', limitMs });
    const failing = async (limitMs?: number) => {
      const error = await translate(['Good day'], limitMs).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(OutsideError);
      const { code, retryable, message } = error as OutsideError;
      expect(message).to.equal('The translation service did not answer');
      return { code, retryable };
    };

    it('asks for plain text from a language that is named, and gives the texts in their order', async () => {
      expect(await translate(['Your lift isn’t <b>{working}</b>', "It's ours"])).to.deep.equal([
        'pl: Your lift isn’t <b>{working}</b>',
        "pl: It's ours",
      ]);
      const { from, to, body } = api.asked.at(-1) ?? {};
      expect({ from, to }).to.deep.equal({ from: 'en', to: 'pl' });
      expect(body?.mimeType ?? body?.format).to.equal(name === 'google' ? 'text/plain' : 'text');
    });

    it('says that it is to be left alone when its quota is used up', async () => {
      api.does(refusals[name].quota);
      expect(await failing()).to.deep.equal({ code: 'rate-limited', retryable: true });
    });

    it('says that it is away, once, without asking again by itself', async () => {
      api.does(refusals[name].away);
      const before = api.asked.length;
      expect(await failing()).to.deep.equal({ code: 'unreachable', retryable: true });
      expect(api.asked.length).to.equal(before + 1);
    });

    it('says that a language is unknown to it, which no second try would change', async () => {
      api.does(refusals[name].unknownLanguage);
      expect(await failing()).to.deep.equal({ code: 'refused', retryable: false });
    });

    it('waits no longer than it is told', async () => {
      api.does(() => undefined);
      const started = performance.now();
      expect(await failing(300)).to.deep.equal({ code: 'timed-out', retryable: true });
      expect(performance.now() - started).to.be.below(10_000);
    });

    it('takes no nonsense, and no other number of texts, for a translation', async () => {
      api.does((response) => void response.type('json').send('{"translations": [], "translatedText": []}'));
      expect(await failing()).to.deep.equal({ code: 'nonsense', retryable: true });
      api.does((response) => void response.type('html').send('<h1>Welcome</h1>'));
      expect((await failing()).retryable).to.equal(true);
    });
  });
}

describe('Cloud Translation', () => {
  it('is asked for the Portuguese of Portugal, with the landlord’s glossary where there is one', async function () {
    this.timeout(30_000);
    const api = await openTranslateApi();
    const engine = await createGoogleEngine({ project: 'a-landlord', url: api.url, glossary: 'housing' });

    expect(await engine.translate(['rent arrears'], { from: 'en', to: 'pt', limitMs: 5_000 })).to.deep.equal([
      'pt-PT: rent arrears',
    ]);
    expect(api.asked[0]?.body.glossaryConfig).to.deep.include({
      glossary: 'projects/a-landlord/locations/us-central1/glossaries/housing',
    });
    await api.close();
  });
});
