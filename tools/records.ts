// The record of processing (UK GDPR Article 30), as the pack of a landlord has it: what is kept of people, for what, on which basis and how
// long. LANDLORD names the pack. -- --check compares docs/records-of-processing.md with the demonstration's; -- --write writes it anew.

import { readFileSync, writeFileSync } from 'node:fs';
import { contentError } from '../src/content/fault.ts';
import { readContent } from '../src/content/load-content.ts';
import { type ProcessingRecord, processingRecords } from '../src/model/retention.ts';

const file = 'docs/records-of-processing.md';
const args = process.argv.slice(2);
const isOfDocs = args.includes('--check') || args.includes('--write');
const { content, faults } = readContent('.', isOfDocs ? 'demo' : (process.env.LANDLORD ?? 'demo'));
if (content === undefined || faults.length > 0) throw contentError(faults);
const page = pageOf(content.landlord.name, processingRecords(content.landlord.retention));

if (args.includes('--write')) writeFileSync(file, page);
else if (!args.includes('--check')) console.log(page);
else if (readFileSync(file, 'utf8') !== page) {
  console.log(`${file} is out of date: npm run records -- --write`);
  process.exitCode = 1;
}

function pageOf(landlord: string, records: readonly ProcessingRecord[]): string {
  return `# Record of processing: ${landlord}

Written by \`npm run records\` from the landlord pack (\`retention\`), which deletion itself runs by. Another landlord's:
\`LANDLORD=whg npm run records\`. At the desk: \`GET /desk/api/privacy/records\`.

Nothing is deleted while a case, repair or task, a promise, a hand-over, a delivery or a legal hold is open.

${records.map(entryOf).join('\n')}`;
}

function entryOf({
  kind,
  holds,
  days,
  from,
  basis,
  purpose,
  special,
  onErasure,
  checked,
  tables,
}: ProcessingRecord): string {
  const rows = [
    ['kept for', `${days} days, counted from ${from}`],
    ['purpose', purpose],
    ['lawful basis', `${basis} (UK GDPR Article 6)`],
    ...(special === undefined ? [] : [['special categories', special]]),
    ['when erasure is asked for', onErasure],
    ['where', tables.join(', ')],
    ['confirmed', checked ? 'yes' : 'not yet: the landlord’s data protection officer confirms it before going live'],
  ];
  return `## ${kind}\n\n${holds}.\n\n| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}\n`;
}
