// Builds what needs building: the recogniser's model, the widget, the desk page. Each part is rebuilt only when what it is
// made from has changed, so that `npm start` costs nothing the second time.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Part {
  readonly name: string;
  readonly madeFrom: readonly string[];
  readonly makes: string;
  readonly commands: readonly (readonly string[])[];
}

const vite = (folder: string, ...more: readonly string[]) => [
  'node_modules/vite/bin/vite.js',
  'build',
  '-c',
  `web/${folder}/vite.config.ts`,
  ...more,
];

const parts: readonly Part[] = [
  {
    name: 'model',
    madeFrom: ['dialogs', 'locales', 'src/turn/understanding', 'src/content', 'tools/train.ts'],
    makes: 'build',
    commands: [['tools/train.ts']],
  },
  {
    name: 'widget',
    madeFrom: ['web/widget', 'locales/en/widget.yaml', 'src/model/file-kinds.ts'],
    makes: 'build/widget-chat.js',
    commands: [
      vite('widget'),
      vite('widget', '--mode', 'chat'),
      vite('widget', '--mode', 'more'),
      vite('widget', '--mode', 'page'),
    ],
  },
  {
    name: 'desk',
    madeFrom: ['web/desk', 'src/model/audit.ts', 'src/model/agent-outcomes.ts'],
    makes: 'build/desk',
    commands: [vite('desk')],
  },
];

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((each) => filesBelow(join(path, each)));
}

function fingerprint(part: Part): string {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', ...part.madeFrom.flatMap(filesBelow)]) {
    hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

for (const part of parts) {
  const mark = `build/${part.name}.made-from`;
  const wanted = fingerprint(part);
  if (existsSync(part.makes) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) continue;
  process.stderr.write(`Building the ${part.name}…\n`);
  for (const command of part.commands) {
    const run = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (run.status !== 0) throw new Error(`The ${part.name} could not be built: ${command.join(' ')}`);
  }
  mkdirSync('build', { recursive: true });
  writeFileSync(mark, wanted);
}
