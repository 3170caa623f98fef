// Everything that is checked and is no test: formatting and lint, types, dead code, documents, content. One failure does not
// hide the next.

import { spawnSync } from 'node:child_process';

const checks: Readonly<Record<string, readonly string[]>> = {
  'formatting and lint': ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'],
  types: ['node_modules/typescript/bin/tsc', '-p', '.'],
  'types of the widget': ['node_modules/typescript/bin/tsc', '-p', 'web/widget'],
  'types of the desk': ['node_modules/typescript/bin/tsc', '-p', 'web/desk'],
  layers: ['node_modules/mocha/bin/mocha.js', 'test/architecture.test.ts'],
  'dead code and unused packages': ['node_modules/knip/bin/knip.js'],
  documents: ['node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'],
  content: ['tools/check-content.ts'],
  'record of processing': ['tools/records.ts', '--check'],
};

const failed = Object.entries(checks).filter(([name, command]) => {
  const started = Date.now();
  const run = spawnSync(process.execPath, command, { encoding: 'utf8' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${run.status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (run.status !== 0) console.log(`${run.stdout}${run.stderr}`);
  return run.status !== 0;
});

console.log(`${Object.keys(checks).length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
