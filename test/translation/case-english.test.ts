import { expect } from 'chai';
import { createMemoryTranslations } from '../../src/memory/translations.ts';
import type { NewTask } from '../../src/model/case.ts';
import type { CaseChange, CaseWords } from '../../src/model/delivery.ts';
import { caseEnglishDelivery } from '../../src/translation/case-english.ts';
import { createLibreEngine } from '../../src/translation/libre.ts';
import { createTranslator } from '../../src/translation/translator.ts';
import { silentLog } from '../support/silent-log.ts';
import { openTranslateApi, refusals, type TranslateApi } from '../support/translate-api.ts';

const polish = 'Maria Nowak: od 3 tygodni nikt nie naprawia dachu, a w poniedziałek nikt nie przyszedł.';
const english = 'Maria Nowak: for 3 weeks no one has mended the roof, and no one came on Monday.';
const back = 'Maria Nowak: od 3 tygodni nikt nie naprawił dachu i nikt nie przyszedł w poniedziałek.';

const payload: CaseWords = {
  reference: 'CMP-1000001',
  words: polish,
  language: 'pl',
  names: ['Maria Nowak'],
  look: {
    reference: 'TSK-1000001',
    team: 'complaints',
    owner: 'Complaints Team',
    due: '2026-11-26',
    conversation: 'c1',
  },
};

describe('the words of a case in English', () => {
  let api: TranslateApi;
  let tasks: NewTask[];
  let changes: CaseChange[];

  before(async () => {
    api = await openTranslateApi();
  });
  after(() => api.close());
  beforeEach(() => {
    [tasks, changes] = [[], []];
    api.asked.length = 0;
    api.does(undefined);
  });

  /** The service has only seen marks where the name and numbers are. */
  const says = (there: string, andBack: string) => {
    const masked = (text: string) => text.replace('Maria Nowak', '[[1]]').replace(/\b3\b/, '[[2]]');
    api.translates((_, to) => masked(to === 'en' ? there : andBack));
  };
  const deliver = async ({ attempts = 1, isOn = true, limitMs = 3_000 } = {}) => {
    const translator = createTranslator({
      engine: createLibreEngine({ url: api.url }),
      cache: createMemoryTranslations(),
      meter: { spend: async () => true, left: async () => 1_000_000 },
      logger: silentLog,
      ended: () => undefined,
      limitMs,
    });
    const delivery = caseEnglishDelivery({
      translator: isOn ? translator : undefined,
      deliver: {
        'housing.create-task': async ({ payload: task }) => void tasks.push(task),
        'housing.change-case': async ({ payload: change }) => void changes.push(change),
      },
      housing: { person: async () => ({ is: 'away' }) },
      landlord: 'Ashby Wharf Homes',
    });
    await delivery['case.english']({ id: 'd1', attempts, payload });
  };
  const doubts = () => tasks.flatMap(({ details }) => details.doubts as string[]);

  it('[WHG-06] stand beside the tenant’s own, and nobody is asked where they say the same', async () => {
    says(english, back);
    await deliver();

    expect(changes).to.deep.equal([
      { reference: 'CMP-1000001', changes: { english, details: { englishBy: 'machine', englishDoubts: [] } } },
    ]);
    expect(tasks).to.deep.equal([]);
    expect(JSON.stringify(api.asked)).not.to.include('Maria');
  });

  for (const [what, doubt, there, andBack] of [
    [
      'a lost “not”',
      'negation',
      english.replace('no one came', 'somebody came'),
      back.replace('i nikt nie przyszedł', 'i ktoś przyszedł'),
    ],
    ['another day', 'dates', english.replace('Monday', 'Sunday'), back.replace('poniedziałek', 'niedzielę')],
    ['another number in words', 'numbers', `${english} All four came.`, `${back} Wszyscy czterej: cztery osoby.`],
    ['nonsense', 'meaning', 'Maria Nowak: 3 cats.', 'Maria Nowak: 3 koty.'],
    ['the text itself', 'untranslated', polish, polish],
  ] as const)
    it(`[WHG-06] are for a person to look at, with an owner and a day, where the machine made ${what} of them`, async () => {
      says(there, andBack);
      await deliver();

      expect(doubts()).to.include(doubt);
      const [task] = tasks;
      expect(task).to.deep.include({
        reference: 'TSK-1000001',
        kind: 'check-translation',
        owner: 'Complaints Team',
        due: '2026-11-26',
        words: polish,
        language: 'pl',
      });
      expect(task?.details).to.deep.include({ about: 'CMP-1000001', english: there });
      expect(changes.map((each) => each.changes.english)).to.deep.equal(doubt === 'untranslated' ? [] : [there]);
    });

  it('[WHG-06] are looked at where they could not be translated back', async () => {
    says(english, 'Maria 7');
    await deliver();

    expect(doubts()).to.deep.equal(['unchecked']);
    expect(changes).to.have.length(1);
  });

  for (const [how, answer] of [
    ['has no quota left', refusals.libre.quota],
    ['is away', refusals.libre.away],
    ['is too slow', () => undefined],
  ] as const)
    it(`[WHG-06] are asked for again while the service ${how}, and in the end of a person`, async () => {
      api.does(answer as never);
      const tried = await deliver({ limitMs: 100 }).then(
        () => 'done',
        (error: { code?: string; retryable?: boolean }) => error.retryable,
      );
      expect(tried).to.equal(true);
      expect([tasks, changes]).to.deep.equal([[], []]);

      await deliver({ limitMs: 100, attempts: 8 });
      expect(doubts()).to.deep.equal(['none']);
      expect(tasks[0]?.words).to.equal(polish);
      expect(changes).to.deep.equal([]);
    });

  it('[WHG-06] are a person’s at once where translation was switched off meanwhile', async () => {
    await deliver({ isOn: false });

    expect(doubts()).to.deep.equal(['none']);
  });
});
