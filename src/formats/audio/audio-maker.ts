// Letters read out: by a voice elsewhere where one is switched on and knows every language in it, else by our own, which needs nobody.

import { type Logger, nameOf } from '../../log.ts';
import type { WrittenDocument } from '../../model/document.ts';
import type { FormatMaker } from '../maker.ts';
import type { Say } from '../print/draft.ts';
import { formatStem } from '../stem.ts';
import type { Line } from './order.ts';
import { createRecorder } from './recorder.ts';
import { type Utterance, utterancesIn, utterancesOf } from './utterances.ts';
import { type Voice, voiceError } from './voice.ts';
import { localVoice } from './voices.ts';

export interface AudioMaker extends FormatMaker {
  /**
   * A message of a conversation, by our own voice whatever else is switched on: its words go nowhere.
   *
   * @throws OutsideError when there is no voice, or it took too long
   */
  speak(text: string, language: string): Promise<Uint8Array>;
  /** Ends the programs that record. */
  close(): void;
}

interface Around {
  /** A voice elsewhere, when one is switched on. */
  readonly elsewhere?: Voice | undefined;
  readonly log: Logger;
  readonly say: Say;
  /** For one recording by our own voice, whatever its length; tests shorten it. */
  readonly limitMs?: number;
  /** What a file may have at most; about 40 minutes. */
  readonly mostBytes?: number;
}

/** One piece elsewhere is a few sentences. */
const pieceLimitMs = 10_000;
/** Somebody waits for it. */
const messageLimits = { ms: 15_000, bytes: 1024 * 1024 };

export function createAudioMaker({
  elsewhere,
  log,
  say,
  limitMs = 240_000,
  mostBytes = 10 * 1024 * 1024,
}: Around): AudioMaker {
  const recorder = createRecorder();
  // Nobody who listens waits for a letter that is recorded meanwhile.
  const atOnce = createRecorder({ idleMs: 2 * 60_000 });
  return {
    format: 'audio',
    canMake: (language) => localVoice(language) !== undefined,
    async make(document) {
      const said = utterancesOf(document, say);
      if (!languagesOf(document).every((language) => localVoice(language) !== undefined)) throw voiceError('refused');
      const lines = await spokenElsewhere(said, elsewhere, log);
      const bytes = await recorder.record(lines ?? said.map(ours), { ms: limitMs, bytes: mostBytes });
      return [{ bytes, kind: 'mp3', stem: formatStem(['audio'], document.language) }];
    },
    async speak(text, language) {
      if (localVoice(language) === undefined) throw voiceError('refused');
      return await atOnce.record(utterancesIn(text, language).map(ours), messageLimits);
    },
    close() {
      recorder.close();
      atOnce.close();
    },
  };
}

function languagesOf({ language, parts }: WrittenDocument): readonly string[] {
  return [
    language,
    ...parts.flatMap((part) => ('language' in part && part.language !== undefined ? [part.language] : [])),
  ];
}

function ours({ text, language, restMs }: Utterance): Line {
  return { text, voice: localVoice(language) ?? '', restMs };
}

/** All of it or nothing: a letter that changes its voice in the middle of a sentence sounds like two people. */
async function spokenElsewhere(said: readonly Utterance[], voice: Voice | undefined, log: Logger) {
  if (voice === undefined || !said.every(({ language }) => voice.canSpeak(language))) return undefined;
  try {
    const lines: Line[] = [];
    for (const each of said) {
      lines.push({ ...ours(each), samples: await voice.speak(each.text, each.language, pieceLimitMs) });
    }
    return lines;
  } catch (error) {
    log.warn('The voice elsewhere did not speak; our own does', { system: 'speech', error: nameOf(error) });
    return undefined;
  }
}
