// Prints a new one-time sign-in link for the desk: npm run desk-link -- --name "Priya Shah" --teams contact-centre,repairs

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { makeLink, whyNoLinks } from '../src/desk/sign-in/link.ts';
import { openSecrets } from '../src/secrets.ts';
import { environment } from './environment.ts';

const { values } = parseArgs({
  options: { name: { type: 'string' }, teams: { type: 'string', default: 'contact-centre' } },
});
if (values.name === undefined)
  throw new Error('Who is it for? npm run desk-link -- --name "Priya Shah" --teams contact-centre');

const config = readConfig(environment());
const publicUrl = config.http.publicUrl ?? `http://localhost:${config.http.port}`;
const no = whyNoLinks({ signIn: config.desk.signIn, isProduction: config.isProduction, publicUrl });
if (no !== undefined) throw new Error(no);

const secrets = join(config.store.dataDir, 'secrets.json');
if (!existsSync(secrets))
  throw new Error(`There is no ${secrets}: start Doorstep first, or set DATA_DIR as it has it.`);
const { signing } = openSecrets(config.store.dataDir);
const link = await makeLink(
  { name: values.name, teams: values.teams.split(',').map((team) => team.trim()) },
  { signing, publicUrl, now: config.clock ?? new Date() },
);
console.log(link);
