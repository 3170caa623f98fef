// Free text into another language by a service elsewhere: masked, in batches, from the cache where it was done before, counted, within a
// time limit, and left alone while it fails. What did not come through whole is no translation.

import { createHash } from 'node:crypto';
import { type Logger, leftAlone } from '../log.ts';
import { type Breaker, createBreaker } from '../model/breaker.ts';
import { OutsideError } from '../model/outside-error.ts';
import { type Asked, type Glossary, isSameLanguage, type Translator } from '../turn/translator.ts';
import type { Engine } from './engine.ts';
import { type Masked, mask, unmask } from './masking.ts';
import { pieces } from './pieces.ts';
import type { Cache, Meter } from './ports.ts';
import { lostTerms, withTerms } from './terms.ts';

export interface TranslatorParts {
  readonly engine: Engine;
  readonly cache: Cache;
  readonly meter: Meter;
  readonly logger: Logger;
  readonly glossary?: Glossary;
  /** Counted by how it ended. */
  readonly ended: (how: Ended, characters: number) => void;
  readonly limitMs?: number;
  /** In milliseconds, for the breaker's pauses. */
  readonly clock?: () => number;
}

export type Ended = 'translated' | 'cached' | 'damaged' | 'over-budget' | 'failed';

/** Who waits for it waits no longer: the original goes on. */
const usualLimitMs = 3_000;
/** With less time than this nothing is asked for once more. */
const leastMs = 200;
/** A question and its answer need about so much: with less left in the month a conversation would break off in the middle of one. */
const leastLeft = 1_000;

export function createTranslator(parts: TranslatorParts): Translator {
  const clock = parts.clock ?? (() => performance.now());
  const breaker = createBreaker({
    clock,
    changed: leftAlone(parts.logger, { system: 'translation', name: 'Translation' }),
  });
  return {
    spent: async () => (await parts.meter.left().catch(() => leastLeft)) < leastLeft,
    async translate(texts, wanted) {
      if (isSameLanguage(wanted.from, wanted.to)) return texts;
      const asked = { ...wanted, until: clock() + (wanted.limitMs ?? parts.limitMs ?? usualLimitMs) };
      const lines = texts.map((text) => linesOf(text, asked.keep ?? []));
      const texted = [...new Set(lines.flat().flatMap(({ masked }) => (masked.text === '' ? [] : [masked.text])))];
      const found = await translateAll(texted, asked, { ...parts, clock, breaker });
      const termed = await inOurTerms(lines.flat(), { found, asked }, { ...parts, clock, breaker });
      return lines.map((each) => whole(each, { found, termed }, parts));
    },
  };
}

interface Piece {
  /** What joins it to the piece before: white space, as it was. */
  readonly before: string;
  readonly after: string;
  readonly masked: ReturnType<typeof mask>;
}

/** A text in pieces that the service takes, each masked by itself; what is only white space or marks is sent to nobody. */
function linesOf(text: string, keep: readonly string[]): readonly Piece[] {
  return pieces(text).map((piece) => {
    const [before = ''] = piece.match(/^\s*/) ?? [];
    const [after = ''] = piece.slice(before.length).match(/\s*$/) ?? [];
    const masked = mask(piece.slice(before.length, piece.length - after.length), keep);
    return { before, after, masked };
  });
}

interface Found {
  /** By masked text. */
  readonly found: ReadonlyMap<string, string>;
  /** Put together already, with our own terms in it. */
  readonly termed: ReadonlyMap<Piece, string>;
}

function whole(
  pieces: readonly Piece[],
  { found, termed }: Found,
  { ended }: Pick<TranslatorParts, 'ended'>,
): string | undefined {
  let text = '';
  for (const piece of pieces) {
    const { before, after, masked } = piece;
    const translated = hasWords(masked.text) ? found.get(masked.text) : masked.text;
    if (translated === undefined) return undefined;
    const put = termed.get(piece) ?? unmask(translated, masked.kept);
    if (put === undefined) {
      ended('damaged', masked.text.length);
      return undefined;
    }
    text += before + put.trim() + after;
  }
  return text;
}

/**
 * Pieces whose translation calls one of our terms something else, asked for once more with our own word behind a mark. What does not come
 * back whole stays as it was: another word for rent is better than no answer.
 */
async function inOurTerms(
  pieces: readonly Piece[],
  { found, asked }: { readonly found: ReadonlyMap<string, string>; readonly asked: InTime },
  sending: Sending,
): Promise<ReadonlyMap<Piece, string>> {
  const insisted = pieces.flatMap((piece): [Piece, Masked][] => {
    const { text } = piece.masked;
    const translated = found.get(text);
    if (translated === undefined) return [];
    const lost = lostTerms({ text, translated }, asked, sending.glossary ?? []);
    return lost.length === 0 ? [] : [[piece, withTerms(piece.masked, lost, asked.from)]];
  });
  if (insisted.length === 0 || asked.until - sending.clock() < leastMs) return new Map();
  const again = await translateAll([...new Set(insisted.map(([, { text }]) => text))], asked, sending);
  return new Map(
    insisted.flatMap(([piece, { text, kept }]): [Piece, string][] => {
      const translated = hasWords(text) ? again.get(text) : text;
      const put = translated === undefined ? undefined : unmask(translated, kept);
      return put === undefined ? [] : [[piece, put]];
    }),
  );
}

/** Beside marks and signs there is something to translate. */
function hasWords(masked: string): boolean {
  return /\p{L}/u.test(masked);
}

type Sending = TranslatorParts & { readonly breaker: Breaker; readonly clock: () => number };

/** `until`: by the clock of the breaker. All that is asked for one message shares its time. */
type InTime = Asked & { readonly until: number };

/** By masked text. What could not be had is not in it. */
async function translateAll(
  texts: readonly string[],
  asked: InTime,
  sending: Sending,
): Promise<ReadonlyMap<string, string>> {
  const wanted = texts.filter(hasWords);
  const keys = wanted.map((text) => keyOf(text, asked));
  const known = await sending.cache.read(keys).catch(() => []);
  const found = new Map<string, string>();
  wanted.forEach((text, at) => {
    const translated = known[at];
    if (translated === undefined) return;
    found.set(text, translated);
    sending.ended('cached', text.length);
  });
  const missing = wanted.filter((text) => !found.has(text));
  const made = await Promise.all(
    batches(missing, sending.engine).map((batch) => translateBatch(batch, asked, sending)),
  );
  const fresh = new Map(made.flat());
  const entries = new Map([...fresh].map(([text, translated]) => [keyOf(text, asked), translated]));
  if (entries.size > 0) await sending.cache.write(entries).catch(() => undefined);
  return new Map([...found, ...fresh]);
}

async function translateBatch(
  batch: readonly string[],
  { from, to, until }: InTime,
  { engine, meter, breaker, logger, ended, clock }: Sending,
): Promise<readonly (readonly [string, string])[]> {
  const characters = batch.reduce((sum, text) => sum + text.length, 0);
  if (!(await meter.spend(characters).catch(() => false))) {
    ended('over-budget', characters);
    logger.warn('Not translated: the month’s characters are used up', { system: 'translation', code: 'over-budget' });
    return [];
  }
  if (!breaker.allows()) return [];
  try {
    const translated = await engine.translate(batch, { from, to, limitMs: Math.max(1, Math.round(until - clock())) });
    breaker.worked();
    ended('translated', characters);
    return batch.map((text, at) => [text, translated[at] ?? ''] as const);
  } catch (error) {
    const outside = error instanceof OutsideError ? error : undefined;
    // A language that it does not know is no fault of the service, and must not shut it off for others.
    if (outside?.code === 'refused') breaker.worked();
    else breaker.failed(outside?.retryAfterMs);
    ended('failed', characters);
    logger.info('Not translated', { system: 'translation', code: outside?.code ?? 'failed' });
    return [];
  }
}

function batches(texts: readonly string[], { mostCharacters, mostTexts }: Engine): readonly (readonly string[])[] {
  const all: string[][] = [];
  let room = 0;
  for (const text of texts) {
    const last = all.at(-1);
    if (last === undefined || room < text.length || last.length >= mostTexts) {
      all.push([text]);
      room = mostCharacters - text.length;
    } else {
      last.push(text);
      room -= text.length;
    }
  }
  return all;
}

function keyOf(text: string, { from, to }: Asked): string {
  return createHash('sha256').update(`${from}\0${to}\0${text}`).digest('base64url');
}
