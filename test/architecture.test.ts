import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((each) => {
    const path = join(folder, each);
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

describe('the layers', function () {
  this.timeout(120_000);
  let seen: ICruiseResult;

  before(async () => {
    const { forbidden, options } = rules;
    const result = await cruise(['src'], { ...options, validate: true, ruleSet: { forbidden } }, undefined, {});
    seen = result.output as ICruiseResult;
  });

  it('hold: nobody imports what is not theirs', () => {
    const broken = seen.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

    expect(broken).to.deep.equal([]);
  });

  it('were looked at in every module of src', () => {
    const cruised = seen.modules.map(({ source }) => source).filter((source) => source.startsWith('src/'));

    expect(cruised).to.include.members(sources('src'));
    expect(seen.summary.totalDependenciesCruised).to.be.greaterThan(sources('src').length);
  });

  it('keep the folders at most three deep', () => {
    const deep = sources('src').filter((path) => path.split('/').length > 5);

    expect(deep).to.deep.equal([]);
  });

  it('leave take-turn.ts on one screen', () => {
    expect(readFileSync('src/turn/take-turn.ts', 'utf8').split('\n').length).to.be.at.most(61);
  });

  it('are all told of in ARCHITECTURE.md', () => {
    const text = existsSync('ARCHITECTURE.md') ? readFileSync('ARCHITECTURE.md', 'utf8') : '';
    const folders = readdirSync('src').filter((each) => statSync(join('src', each)).isDirectory());

    expect(folders.filter((folder) => !text.includes(`src/${folder}`))).to.deep.equal([]);
  });

  it('read the environment in main.ts alone', () => {
    const readers = sources('src').filter((path) => /process\.env/.test(readFileSync(path, 'utf8')));

    expect(readers).to.deep.equal(['src/main.ts']);
  });
});
