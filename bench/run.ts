// npm run bench            all of them
// npm run bench -- turns   one of them

import { benchConversations } from './conversations.ts';
import { benchTurns } from './turns.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  turns: benchTurns,
  conversations: benchConversations,
};

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined) throw new Error(`There is no bench ${name}. There is: ${Object.keys(benches).join(', ')}`);
  console.log(`── ${name} ──`);
  await bench();
}
process.exit(0);
