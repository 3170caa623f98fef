// The rules of each nation as they stand in `landlords/rules`.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Nation, NationRules } from '../../src/model/nation-rules.ts';

export const nations: readonly string[] = Nation.options;

export function rulesOf(nation: string): NationRules {
  return NationRules.parse(parse(readFileSync(`landlords/rules/${nation}.yaml`, 'utf8')));
}
