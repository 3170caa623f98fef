import { readLocales } from './src/content/read-locales.ts';
import { filesIn } from './src/content/yaml-file.ts';
const en = readLocales(filesIn('.')).catalogue.texts.get('en')!;
for (const k of process.argv.slice(2)) console.log(k, '|', en.get(k));
