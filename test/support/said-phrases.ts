// Which of some phrases a turn has said, in order: found by their fixed words, since a message carries words and no keys.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Turn } from '../../src/turn/turn.ts';
import type { World } from '../../src/turn/world.ts';

export function saidPhrases(turn: Turn, world: World, wanted: readonly string[]): readonly string[] {
  const text = bare(turn.replies.map((reply) => reply.text).join('\n'));
  const language = turn.state.language.tag;
  return wanted
    .filter((key) =>
      fixedPieces(key, language).some(
        (pieces) => pieces.length > 0 && pieces.every((piece) => text.includes(bare(piece))),
      ),
    )
    .map((key) => {
      if (!world.phrases.has(key)) throw new Error(`There is no phrase ${key}.`);
      return key;
    });
}

/** A long text goes without its accents. */
function bare(text: string): string {
  return text.replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The longest stretches of a phrase without placeholders, of each of its variants. */
function fixedPieces(key: string, language: string): readonly (readonly string[])[] {
  const [area = '', ...path] = key.split('.');
  const locale = parse(readFileSync(`locales/${language}/${area}.yaml`, 'utf8')) as Record<string, unknown>;
  return [textAt(locale, path, ''), textAt(locale, path, '@sms')].map((text) =>
    text === undefined ? [] : plainPieces(text),
  );
}

function textAt(locale: Record<string, unknown>, path: readonly string[], variant: string): string | undefined {
  let node: unknown = locale;
  for (const name of path.slice(0, -1)) node = (node as Record<string, unknown> | undefined)?.[name];
  const last = path.at(-1) ?? '';
  const parent = node as Record<string, unknown> | undefined;
  const found = [
    parent?.[`${last}${variant}`],
    (parent?.[last] as Record<string, unknown> | undefined)?.[`_${variant}`],
  ];
  return found.find((each) => typeof each === 'string');
}

function plainPieces(text: string): readonly string[] {
  let plain = text;
  while (/\{[^{}]*\}/.test(plain)) plain = plain.replaceAll(/\{[^{}]*\}/g, '\u0000');
  return plain
    .split('\u0000')
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 2);
}
