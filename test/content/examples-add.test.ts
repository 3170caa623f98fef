import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import fastCheck from 'fast-check';
import { parse } from 'yaml';
import { openDatabase } from '../../src/store/database.ts';
import type { MisreadRow, MisreadStore } from '../../src/store/misread.ts';
import { addExample, withExample } from '../../tools/examples/append.ts';
import { add, list, setAside } from '../../tools/examples/misread.ts';
import { type ExampleFiles, exampleFiles, rentFile, repairFile } from '../support/example-files.ts';
import { silentLog } from '../support/silent-log.ts';

const row = (more: Partial<MisreadRow> = {}): MisreadRow => ({
  id: '7',
  at: new Date('2026-11-20T10:00:00Z'),
  channel: 'sms',
  language: 'en',
  words: 'the doings is on the blink',
  because: 'chosen',
  guessed: 'rent.balance',
  confidence: 0.25,
  during: null,
  meant: 'repair.report',
  done_at: null,
  example_of: null,
  ...more,
});

describe('an example that is added', () => {
  let files: ExampleFiles;
  beforeEach(() => {
    files = exampleFiles();
  });

  it('stands last under its language; the rest of the file, comments and all, stays as it was', () => {
    const before = files.read(rentFile);

    const file = addExample(files.root, { enquiry: 'rent.balance', language: 'en', text: 'am i  in the\nred' });

    expect(file).to.equal(rentFile);
    expect(files.read(rentFile)).to.equal(
      before.replace('   # the last one\n', '   # the last one\n  - am i in the red\n'),
    );
  });

  it('begins a list of its language where there is none', () => {
    addExample(files.root, { enquiry: 'repair.report', language: 'cy', text: 'mae rhywbeth wedi torri' });

    expect(files.read(repairFile)).to.match(/\ncy:\n {2}- mae rhywbeth wedi torri\n$/);
  });

  it('keeps a file of any shape readable: quotes, blocks, deep lists, no line break at the end', () => {
    const shapes = [
      'en:\n- a\n- b',
      'en:\n    - "a: b"   # why\n    # a note\n\n# another\npl:\n    - c\n',
      "en:\n  - |-\n    a\n    b\n  - 'it''s'\npl: [c]\n",
      'en:\n  - a long one that\n    goes on\n',
      '',
      '# nothing yet\n',
    ];
    for (const shape of shapes) {
      const grown = withExample(shape, { language: 'en', text: '- "x": #y' });

      expect(parse(grown).en.at(-1), shape).to.equal('- "x": #y');
      for (const comment of shape.match(/# ?\w.*/g) ?? []) expect(grown).to.include(comment);
    }
  });

  it('is read back as it was written, whatever it is made of', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const clean = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
        fastCheck.pre(clean !== '');
        expect(parse(withExample('en:\n  - a\n', { language: 'en', text: clean })).en).to.deep.equal(['a', clean]);
      }),
    );
  });

  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'words that are there already, however they are written',
      'rent.balance',
      'What is my RENT?',
      /of rent\.balance already/,
    ],
    [
      'words that another kind has',
      'rent.balance',
      'my tap is broken',
      /of repair\.report already: “my tap is broken”/,
    ],
    ['a kind that there is not', 'rent.forgive', 'no more rent', /There is no enquiry rent\.forgive/],
    ['a way out of the folder', '../../etc/passwd', 'no more rent', /There is no enquiry/],
    ['no words', 'rent.balance', '123 🙂', /no words/],
  ];
  for (const [what, enquiry, text, message] of refused) {
    it(`is refused for ${what}, and nothing is written`, () => {
      const before = files.read(rentFile);

      expect(() => addExample(files.root, { enquiry, language: 'en', text })).to.throw(message);
      expect(files.read(rentFile)).to.equal(before);
    });
  }

  it('is refused in a list on one line, which a tool would have to write anew', () => {
    expect(() => withExample('en: [a, b]\n', { language: 'en', text: 'c' })).to.throw(/by hand/);
  });
});

describe('the list of what was misread, at the command line', () => {
  let files: ExampleFiles;
  let rows: MisreadRow[];
  let printed: string[];
  const print = (line: string) => void printed.push(line);
  const misread: MisreadStore = {
    list: async () => rows.filter(({ done_at }) => done_at === null),
    find: async (id) => rows.find((each) => each.id === id),
    markDone: async (id, at) => {
      rows = rows.map((each) => (each.id === id ? { ...each, done_at: at } : each));
    },
    wantExample: async () => true,
  };
  const means = () => ({ root: files.root, misread, now: new Date('2026-11-26T10:00:00Z'), print });
  beforeEach(() => {
    files = exampleFiles();
    rows = [row()];
    printed = [];
  });

  it('shows the words, what they were taken for with how much confidence, and what they turned out to be', async () => {
    await list(means(), { limit: 10 });

    expect(printed.join('\n')).to.include('the doings is on the blink');
    expect(printed.join('\n')).to.include('2026-11-20 sms en chosen: rent.balance 25 %, meant repair.report');
  });

  it('becomes an example with one command, and is done then', async () => {
    await add(means(), { id: '7', enquiry: 'repair.report' });

    expect(files.read(repairFile)).to.include('\n  - the doings is on the blink\n');
    expect(rows[0]?.done_at).to.be.an.instanceOf(Date);
    await add(means(), { id: '7', enquiry: 'repair.report' }).then(
      () => expect.fail('added twice'),
      (error: Error) => expect(error.message).to.match(/done already/),
    );
  });

  it('becomes one of the kind that was chosen at the desk, where no other is named', async () => {
    rows = [row({ example_of: 'repair.report' })];
    await list(means(), { limit: 10 });
    await add(means(), { id: '7' });
    rows = [row()];

    expect(printed.join('\n')).to.include('wanted as repair.report');
    expect(files.read(repairFile)).to.include('\n  - the doings is on the blink\n');
    await add(means(), { id: '7' }).then(
      () => expect.fail('nobody has said what it is'),
      (error: Error) => expect(error.message).to.match(/What is it/),
    );
  });

  it('stays in the list when its example is refused', async () => {
    rows = [row({ words: 'my tap is broken' })];

    await add(means(), { id: '7', enquiry: 'repair.report' }).catch(() => undefined);

    expect(rows[0]?.done_at).to.equal(null);
  });

  it('may be put in other words, and says so where what was masked is left', async () => {
    rows = [row({ words: 'it is [name] at flat [house number]' }), row({ id: '8', words: '[name] wants a plumber' })];

    await add(means(), { id: '7', enquiry: 'repair.report', text: 'it is Jo at flat 9' });
    expect(printed.join('\n')).not.to.include('masked');
    await add(means(), { id: '8', enquiry: 'repair.report' });
    expect(printed.join('\n')).to.include('masked');
  });

  it('can be set aside', async () => {
    await setAside(means(), '7');

    expect(rows[0]?.done_at).to.be.an.instanceOf(Date);
    await setAside(means(), '99').then(
      () => expect.fail('there is none'),
      (error: Error) => expect(error.message).to.match(/There is no 99/),
    );
  });

  it('is read from the database of a service that has stopped', async function () {
    this.timeout(180_000);
    const dataDir = `${files.root}/data`;
    const store = await openDatabase({ dataDir, log: silentLog });
    const words = 'the doings is on the blink';
    const told = { conversation: 'c', sequence: 1, channel: 'web', language: 'en', words, guessed: 'rent.balance' };
    await store.db
      .insertInto('contact.misread')
      .values({ ...told, because: 'unclear', at: new Date() })
      .execute();
    await store.close();
    const run = (...given: string[]) =>
      spawnSync(process.execPath, ['tools/examples.ts', ...given], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
      });

    expect(run('list', '--enquiry', 'rent.balance').stdout).to.include(words);
    expect(run('list', '--enquiry', 'rent.pay').stdout).not.to.include(words);
    expect(run('done', '1').stdout).to.include(`Set aside: ${words}`);
    expect(run('list').stdout).to.include('Nothing was misread');
  });
});
