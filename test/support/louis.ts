// Braille read back by liblouis itself, by the table that wrote it.

import { execFileSync } from 'node:child_process';
import { needProgram } from './install.ts';

export const needLiblouis = (test?: { skip(): never }) => needProgram('lou_translate', 'liblouis-bin', test);

/** Lines of Unicode Braille as text. */
export function readBack(table: string, lines: readonly string[]): readonly string[] {
  const input = `${lines.map((line) => line.replaceAll(' ', '⠀')).join('\n')}\n`;
  return execFileSync('lou_translate', ['--backward', `unicode.dis,${table}`], { input, encoding: 'utf8' })
    .split('\n')
    .slice(0, -1);
}
