// Checks all content as the service does at its start, for every landlord pack, and keeps the dialogs' JSON schema up to date
// (editors complete and underline by it). -- --write writes the schema anew; -- --confirm lists what nobody has confirmed yet, for the
// landlord to go through before going live; -- --reading-age names the English texts that are the hardest to read.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { dialogSchema } from '../src/content/dialog-schema.ts';
import { contentError } from '../src/content/fault.ts';
import { readContent } from '../src/content/load-content.ts';
import { pastReview } from '../src/content/reviews.ts';
import { unconfirmed } from '../src/content/unconfirmed.ts';
import { most } from '../web/desk/src/reading-age.ts';
import { aim, readingAges } from './reading-age.ts';

const packs = readdirSync('landlords')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));
let failed = 0;
for (const pack of packs) {
  const { content, faults } = readContent('.', pack);
  if (faults.length > 0 || content === undefined) {
    failed += 1;
    console.log(contentError(faults).message);
    continue;
  }
  const { playbook, phrases } = content;
  const due = pastReview(content.reviewed, new Date().toISOString().slice(0, 10));
  const open = [
    ...unconfirmed(content),
    ...due.map(({ file, owner, reviewedOn }) => `${file}: ${owner} last went through it on ${reviewedOn}`),
  ];
  const whole = `${pack}: ${playbook.size} dialogs in ${phrases.languages.length} languages are whole`;
  console.log(`${whole}; ${open.length} things to confirm before going live`);
  if (process.argv.includes('--confirm')) console.log(open.map((each) => `  ${each}`).join('\n'));
}

const ages = readingAges('.');
if (ages.faults.length > 0) {
  failed += 1;
  console.log(contentError(ages.faults).message);
}
const hardest = ages.texts.toSorted((one, other) => other.age - one.age);
const upTo = (age: number) =>
  `${((100 * hardest.filter((each) => each.age <= age).length) / hardest.length).toFixed(1)} %`;
const mean = hardest.reduce((sum, { age }) => sum + age, 0) / hardest.length;
console.log(
  `English: ${hardest.length} texts; ${upTo(aim)} are read at ${aim} or earlier, ${upTo(most)} at ${most}; ${mean.toFixed(1)} on average`,
);
if (process.argv.includes('--reading-age'))
  console.log(
    hardest
      .slice(0, 10)
      .map(({ age, key, because = '' }) => `  ${age.toFixed(1)} ${key} ${because}`)
      .join('\n'),
  );

const file = 'dialogs/dialog.schema.json';
const schema = `${JSON.stringify(dialogSchema(), null, 2)}\n`;
if (process.argv.includes('--write')) writeFileSync(file, schema);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== schema) {
  failed += 1;
  console.log(`${file} is out of date: npm run check:content -- --write`);
}
process.exitCode = failed === 0 && packs.length > 0 ? 0 : 1;
