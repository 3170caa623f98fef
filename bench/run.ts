// npm run bench                         all of them
// npm run bench -- turns                one of them
// npm run bench -- recogniser <folder>  one that reads public sets from a folder

import { statSync } from 'node:fs';
import { benchConversations } from './conversations.ts';
import { benchDesk } from './desk.ts';
import { benchFormats } from './formats.ts';
import { benchRecogniser } from './recogniser.ts';
import { benchTurns } from './turns.ts';
import { benchWidget } from './widget.ts';

const benches: Readonly<Record<string, (folder?: string) => Promise<void>>> = {
  turns: () => benchTurns(),
  conversations: () => benchConversations(),
  recogniser: benchRecogniser,
  formats: () => benchFormats(),
  widget: () => benchWidget(),
  desk: () => benchDesk(),
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const wanted = process.argv.slice(2);
const names = wanted.filter((each) => each in benches || !isFolder(each));
const folder = wanted.find((each) => !names.includes(each));
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined)
    throw new Error(`There is no bench and no folder ${name}. There is: ${Object.keys(benches).join(', ')}`);
  console.log(`── ${name} ──`);
  await bench(folder);
}
process.exit(0);
