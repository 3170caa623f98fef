import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { readSources } from '../../src/content/training/sources.ts';
import { check } from '../../tools/examples/check.ts';
import { crossValidate, shareOf } from '../../tools/examples/cross-validate.ts';
import { effect } from '../../tools/examples/effect.ts';
import { faultsOf, thinSpots } from '../../tools/examples/faults.ts';
import { type ExampleFiles, exampleFiles, rentFile, repairFile } from '../support/example-files.ts';

describe('examples that are measured', function () {
  this.timeout(120_000);
  let files: ExampleFiles;
  let printed: string[];
  const print = (line: string) => void printed.push(line);
  const said = () => printed.join('\n');
  beforeEach(() => {
    files = exampleFiles();
    printed = [];
  });

  it('are each tried once, by what has not seen them nor the same words elsewhere, the same every time', async () => {
    files.write('dialogs/none.examples.yaml', `${files.read('dialogs/none.examples.yaml')}  - What is my rent?\n`);
    const sources = readSources(files.root);

    const [one, other] = [await crossValidate(sources, 3), await crossValidate(sources, 3)];

    expect(one).to.deep.equal(other);
    expect(one.map(({ text }) => text)).to.deep.equal(sources.enquiries.examples.map(({ text }) => text));
    expect(shareOf(one).right / shareOf(one).of).to.be.above(0.6);
    const rent = one.filter(({ text }) => /^what is my rent/i.test(text)).map(({ taken }) => taken);
    expect(rent[0], 'nobody has told it that the one is none').to.equal(rent[1]);
  });

  it('are told apart from nothing: the same words, nearly the same, and under two kinds', () => {
    files.write(
      repairFile,
      'en:\n  - my tap is broken\n  - My tap is broken!\n  - what is my rent\n  - the rent I owe on my account is what\n  - 👋\n',
    );
    files.write(rentFile, 'en:\n  - what is my rent\n  - what is the rent I owe on my accounts\n  - 🙂\n');

    const { duplicates, leaks, nearDuplicates } = faultsOf(readSources(files.root).enquiries);

    expect(duplicates.map(({ one, other }) => [one.text, other.text])).to.deep.equal([
      ['my tap is broken', 'My tap is broken!'],
    ]);
    expect(leaks.map(({ one, other }) => [one.enquiry, other.enquiry])).to.deep.equal([
      ['rent.balance', 'repair.report'],
    ]);
    expect(nearDuplicates.map(({ one, other }) => [one.text, other.text])).to.deep.equal([
      ['what is the rent I owe on my accounts', 'the rent I owe on my account is what'],
    ]);
  });

  it('are counted by kind and language, the thinnest first', () => {
    const thin = thinSpots(readSources(files.root).enquiries, { en: 13, pl: 1 });

    expect(thin.map(({ language, enquiry, count }) => `${language} ${enquiry} ${count}`)).to.deep.equal([
      'en none 12',
      'en rent.balance 12',
      'pl none 0',
      'pl repair.report 0',
    ]);
  });

  it('are reported with what is confused with what', async () => {
    files.write(repairFile, `${files.read(repairFile)}  - what is the balance owed on the account\n`);

    await check({ root: files.root, folds: 3, print });

    expect(said()).to.match(/Accuracy, learned and tried 3 ways: \d+\.\d % of 39/);
    expect(said()).to.include('1 × repair.report taken for rent.balance: “what is the balance owed on the account”');
    expect(said()).to.include('3 kinds with fewer than 150 examples in en');
    expect(said()).to.include('0 texts under two kinds');
  });

  it('are counted by whether danger is raised, those that only sound like it by themselves', async () => {
    files.write(
      'dialogs/emergency/gas.examples.yaml',
      `en:\n${['hall', 'loft', 'shed', 'flat', 'room', 'yard'].map((each) => `  - I smell gas in the ${each}\n  - gas leak in the ${each} help\n`).join('')}`,
    );
    files.write('dialogs/lookalikes.examples.yaml', 'none:\n  en:\n    - tell me a joke about gas\n');

    await check({ root: files.root, folds: 3, print });

    expect(said()).to.match(/In danger: \d+\.\d %\/\d+\.\d % of 12 raised\/told the number/);
    expect(said()).to.match(/Only sounds like danger: \d+\.\d %\/\d+\.\d % of 1 raised/);
    expect(said()).to.match(/Ordinary: \d+\.\d %\/\d+\.\d % of 38 raised/);
  });

  it('cannot sound like danger and be of a kind that nothing else is of', () => {
    files.write('dialogs/lookalikes.examples.yaml', 'rent.blance:\n  en:\n    - my rent is killing me\n');

    expect(() => readSources(files.root)).to.throw('lookalikes.examples.yaml: there is no rent.blance with examples');
  });

  it('show what a change does to every kind against the last commit', async () => {
    files.commit();
    await effect({ root: files.root, folds: 3, print });
    expect(said()).to.include('nothing to compare');

    files.write(
      'dialogs/none.examples.yaml',
      `${files.read('dialogs/none.examples.yaml')}${['tap', 'door', 'window'].map((each) => `  - my ${each} is broken now\n  - please do fix the ${each}\n  - ${each} is broken\n  - the broken ${each}\n`).join('')}`,
    );
    await effect({ root: files.root, folds: 3, print });

    expect(said()).to.include('Examples: 38 before, 50 after (12 added, 0 taken away)');
    expect(said()).to.match(/On the 38 examples that are in both: \d+\.\d % before, \d+\.\d % after/);
    expect(said()).to.match(/repair\.report: \d+ → \d+ of 13 \(−\d+\.\d points\)/);
  });

  it('cannot be compared where there is no last commit, and it says so', async () => {
    await effect({ root: files.root, folds: 3, print }).then(
      () => expect.fail('compared with nothing'),
      (error: Error) => expect(error.message).to.match(/The last commit cannot be read/),
    );
  });

  it('have a command that says how it is used, and what is wrong with what it was given', () => {
    const run = (...given: string[]) =>
      spawnSync(process.execPath, ['tools/examples.ts', ...given], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH ?? '', DATA_DIR: `${files.root}/data` },
      });

    expect(run().stdout).to.include('npm run examples -- list');
    expect(run('list').stderr).to.match(/There is no database in .*start Doorstep first/);
    expect(run('add').stderr).to.include('npm run examples -- add 12 repair.report');
    expect(run('check', '--folds', '1').stderr).to.include('--folds is a number from 2 to 20');
    expect(run('list', '--limit', 'many').status).to.equal(1);
  });
});
