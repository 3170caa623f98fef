// The environment as the service itself reads it: with `.env` where there is one.

import { existsSync } from 'node:fs';

export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
