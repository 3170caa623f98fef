// A program of its own: speaks and packs a recording as MP3. It is given text and gives bytes back, knows nothing else of the service and
// gets none of its settings. Its two libraries run nowhere else: they block while they work, and one is under the GPL (docs/decisions/0013).

import createEspeak from '@echogarden/espeak-ng-emscripten';
import { createMp3Encoder } from 'wasm-media-encoders';
import type { Line, Order, Recorded } from './order.ts';
import { samplesPerSecond } from './voice.ts';

/** Slower than the 175 that it has by itself: a letter is listened to with a pen in the hand. */
const wordsPerMinute = 140;
/** Speech of one voice; about 240 kB a minute. */
const kilobits = 32;
const batch = samplesPerSecond;

const espeak = new (await createEspeak()).eSpeakNGWorker();
const encoder = await createMp3Encoder();

process.on('disconnect', () => process.exit(0));
process.on('message', ({ lines, mostBytes }: Order) => {
  const tape = newTape(mostBytes);
  const isWhole = lines.every((line) => record(line, tape));
  process.send?.((isWhole ? tape.end() : 'too-long') satisfies Recorded);
});
process.send?.('ready' satisfies Recorded);

function record({ text, voice, restMs, samples }: Line, tape: Tape): boolean {
  if (samples === undefined) speak(text, voice, tape);
  else tape.add(samples);
  tape.rest(restMs);
  return tape.hasRoom();
}

function speak(text: string, voice: string, tape: Tape): void {
  if (espeak.set_voice(voice) !== 0 && espeak.set_voice('', voice) !== 0) throw new Error('No such voice');
  espeak.set_rate(wordsPerMinute);
  espeak.synthesize_and_get_phonemes(harmless(text), (samples) => {
    tape.add(samples);
    return !tape.hasRoom();
  });
}

/** Nothing in the text may look like an instruction to the voice: markup, `[[sounds]]`, control characters. What it says is read. */
function harmless(text: string): string {
  return text
    .replace(/\p{C}/gu, ' ')
    .replace(/[<>]/g, ' ')
    .replace(/\[(?=\[)/g, '[ ')
    .replace(/&/g, '& ');
}

type Tape = ReturnType<typeof newTape>;

/** Packs as it goes: an hour of speech is never held at once. */
function newTape(mostBytes: number) {
  encoder.configure({ sampleRate: samplesPerSecond, channels: 1, bitrate: kilobits });
  const packed: Uint8Array[] = [];
  let bytes = 0;
  let waiting = new Float32Array(batch);
  let held = 0;
  const keep = (piece: Uint8Array) => {
    // The encoder's memory is written over by its next piece.
    packed.push(piece.slice());
    bytes += piece.length;
  };
  const pack = () => {
    keep(encoder.encode([waiting.subarray(0, held)]));
    waiting = new Float32Array(batch);
    held = 0;
  };
  const put = (sample: number) => {
    waiting[held] = sample;
    held += 1;
    if (held === batch) pack();
  };
  return {
    add: (samples: Int16Array) => {
      for (const sample of samples) put(sample / 32_768);
    },
    rest: (forMs: number) => {
      for (let left = Math.round((forMs * samplesPerSecond) / 1_000); left > 0; left -= 1) put(0);
    },
    hasRoom: () => bytes <= mostBytes,
    end: () => {
      pack();
      keep(encoder.finalize());
      return Buffer.concat(packed);
    },
  };
}
