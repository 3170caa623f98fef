import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readContent } from '../../src/content/load-content.ts';
import { readGlossary } from '../../src/content/read-glossary.ts';
import { createMemoryTranslations } from '../../src/memory/translations.ts';
import { createGoogleEngine } from '../../src/translation/google.ts';
import { createLibreEngine } from '../../src/translation/libre.ts';
import { createTranslator } from '../../src/translation/translator.ts';
import { copyOfContent } from '../support/content-root.ts';
import { silentLog } from '../support/silent-log.ts';
import { openTranslateApi, type TranslateApi } from '../support/translate-api.ts';

const languages = ['en', 'cy', 'pl', 'ro', 'pt', 'uk', 'ur', 'pa', 'bn', 'ar', 'so'];
const { glossary, faults } = readGlossary('.', languages);

describe('the landlord’s own terms', () => {
  it('[WHG-06] are there in all eleven languages', () => {
    expect(faults).to.deep.equal([]);
    expect(glossary).to.have.length.above(15);
    for (const term of glossary) expect([...term.keys()]).to.deep.equal(languages);
  });

  for (const service of ['google', 'libretranslate'] as const)
    describe(`with ${service}`, () => {
      let api: TranslateApi;

      before(async () => {
        api = await openTranslateApi();
      });
      after(() => api.close());

      const translator = async (by: (text: string) => string) => {
        api.asked.length = 0;
        api.translates(by);
        const engine =
          service === 'google'
            ? await createGoogleEngine({ project: 'a-landlord', url: api.url })
            : createLibreEngine({ url: api.url });
        return createTranslator({
          engine,
          glossary,
          cache: createMemoryTranslations(),
          meter: { spend: async () => true, left: async () => 1_000_000 },
          logger: silentLog,
          ended: () => undefined,
        });
      };
      const one = async (by: (text: string) => string, text: string, way = 'en pl') => {
        const [from = '', to = ''] = way.split(' ');
        return (await (await translator(by)).translate([text], { from, to }))[0];
      };

      it('[WHG-06] are put in where a translation calls them something else, and nothing around them is lost', async () => {
        const by = (text: string) =>
          text.replace('Your', 'Twoje').replace('service charge', 'obciążenie serwisowe').replace('is', 'wynosi');

        expect(await one(by, 'Your service charge is £12.50.')).to.equal('Twoje opłata za usługi wynosi £12.50.');
        expect(api.asked.map(({ texts }) => texts.join())).to.deep.equal([
          'Your service charge is [[1]].',
          'Your [[2]] is [[1]].',
        ]);
      });

      it('[WHG-06] are not asked for again where the translation has them, however they bend', async () => {
        expect(await one(() => 'Informacje o skardze i czynszach', 'About the complaint and rents')).to.include(
          'czynszach',
        );
        expect(api.asked).to.have.length(1);
        expect(await one(() => 'Twoją skargę i czynszem', 'Your complaint and rent')).to.equal(
          'Twoją skargę i czynszem',
        );
        expect(api.asked).to.have.length(1);
        expect(await one(() => 'eich gŵyn a’ch denantiaeth', 'your tenancy', 'en cy')).to.include('denantiaeth');
        expect(api.asked).to.have.length(1);
        expect(await one(() => 'عن الإيجار', 'About the rent', 'en ar')).to.equal('عن الإيجار');
        expect(api.asked).to.have.length(1);
      });

      it('[WHG-06] go both ways', async () => {
        const by = (text: string) => text.replace('skarga', 'charge').replace('Moja', 'My');
        expect(await one(by, 'Moja skarga', 'pl en')).to.equal('My complaint');
      });

      it('[WHG-06] stand for no verb, and for no word that only looks like one', async () => {
        expect(await one(() => 'Chcę wynająć', 'I want to rent this')).to.equal('Chcę wynająć');
        expect(await one(() => 'The treasure', 'Skarb', 'pl en')).to.equal('The treasure');
        expect(await one(() => 'A white wall', 'Wal wen a gwyn', 'cy en')).to.equal('A white wall');
      });

      it('[WHG-06] are left out rather than the translation, where the service loses the mark', async () => {
        const by = (text: string) => text.replaceAll(/\[\[\d\]\]|hazard/g, 'hazard');
        expect(await one(by, 'The hazard is near')).to.equal('The hazard is near');
      });
    });
});

describe('a fault in the glossary', () => {
  let root: string;

  beforeEach(() => {
    root = copyOfContent();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const messages = (change: (text: string) => string) => {
    const path = join(root, 'locales/glossary.csv');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return readContent(root, 'demo').faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
  };

  it('[WHG-06] is told with its line and what to do, before anything starts', () => {
    const found = messages((text) =>
      text
        .replace('rent,rhent,czynsz', 'rent,rhent,')
        .replace('hazard,perygl', 'hazard, perygl')
        .replace('mould,llwydni,pleśń,mucegai', 'mould,llwydni,pleśń')
        .replace(/interpreter.*\n/, (line) => `${line}${line}`),
    ).join('\n');

    expect(found)
      .to.include('locales/glossary.csv:2 rent: write what it is called in pl.')
      .and.to.match(/:\d+ hazard: take away the space around “perygl”/)
      .and.to.match(/:\d+ mould: 10 columns where the first line has 11/)
      .and.to.match(/:20 interpreter is in line 19 already; leave one out/);
  });

  it('[WHG-06] is a language without a column, and a file that is not there', () => {
    expect(messages((text) => text.replace('en,cy,', 'en,xx,')).join('\n')).to.include(
      'glossary.csv:1 there is no column for cy.',
    );
    rmSync(join(root, 'locales/glossary.csv'));
    expect(
      readContent(root, 'demo')
        .faults.map(({ message }) => message)
        .join(),
    ).to.include('a line of languages');
  });
});
