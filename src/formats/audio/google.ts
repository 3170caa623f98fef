// Cloud Text-to-Speech over REST. Text goes as text, never as SSML: no tenant’s word is an instruction.
// https://cloud.google.com/text-to-speech/docs/reference/rest/v1/text/synthesize

import { GoogleAuth } from 'google-auth-library';
import { z } from 'zod';
import { asJson } from '../../http/as-json.ts';
import { fetchText } from '../../http/fetch-text.ts';
import type { OutsideCode } from '../../model/outside-error.ts';
import { samplesPerSecond, type Voice, voiceError } from './voice.ts';
import { voiceElsewhere } from './voices.ts';

export interface GoogleSpeech {
  /** The service account's key file; without one the client looks where Google's clients look. */
  readonly keyFile?: string | undefined;
  /** Another address of the same API, which is asked without credentials when there is no key file. */
  readonly url?: string | undefined;
}

const theirs = 'https://texttospeech.googleapis.com';
const scopes = ['https://www.googleapis.com/auth/cloud-platform'];
/** Of their usual speed: our own voice is as much slower than it is by itself. */
const speed = 0.85;

const Answer = z.object({ audioContent: z.base64() });

export function createGoogleVoice({ keyFile, url }: GoogleSpeech): Voice {
  const address = `${(url ?? theirs).replace(/\/+$/, '')}/v1/text:synthesize`;
  const auth =
    url !== undefined && keyFile === undefined
      ? undefined
      : new GoogleAuth({ scopes, ...(keyFile !== undefined && { keyFilename: keyFile }) });
  return {
    canSpeak: (language) => voiceElsewhere(language) !== undefined,
    async speak(text, language, limitMs) {
      const signal = AbortSignal.timeout(limitMs);
      const token = auth === undefined ? undefined : await inTime(auth.getAccessToken(), signal);
      const headers = {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(token && { Authorization: `Bearer ${token}` }),
      };
      const request = { method: 'POST', headers, body: JSON.stringify(bodyOf(text, language)), signal };
      const { response, text: answer } = await fetchText(address, request, voiceError);
      if (!response.ok) throw voiceError(codeOf(response.status));
      const found = Answer.safeParse(asJson(answer));
      if (!found.success) throw voiceError('nonsense');
      return samplesOf(Buffer.from(found.data.audioContent, 'base64'));
    },
  };
}

function bodyOf(text: string, language: string) {
  return {
    input: { text },
    voice: { languageCode: voiceElsewhere(language) },
    audioConfig: { audioEncoding: 'LINEAR16', sampleRateHertz: samplesPerSecond, speakingRate: speed },
  };
}

function codeOf(status: number): OutsideCode {
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unreachable' : 'refused';
}

/** Credentials are asked for elsewhere as well, and have no time limit of their own. */
function inTime<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(voiceError('timed-out')), { once: true });
    asked.then(resolve, (cause: unknown) => reject(voiceError('refused', cause)));
  });
}

/** A WAV file: chunks, each with its name and length; ours says how it is recorded in `fmt ` and holds the samples in `data`. */
function samplesOf(wav: Buffer): Int16Array {
  if (wav.length < 12 || wav.toString('latin1', 0, 4) !== 'RIFF') throw voiceError('nonsense');
  let isAsAsked = false;
  for (let at = 12; at + 8 <= wav.length; ) {
    const name = wav.toString('latin1', at, at + 4);
    // A service that streams may not know the length when it writes it.
    const length = Math.min(wav.readUInt32LE(at + 4), wav.length - at - 8);
    if (name === 'fmt ' && length >= 16) isAsAsked = isOurFormat(wav.subarray(at + 8, at + 8 + length));
    if (name === 'data' && isAsAsked) return asSamples(wav.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  throw voiceError('nonsense');
}

/** PCM, one channel, our rate, 16 bits. */
function isOurFormat(format: Buffer): boolean {
  const [kind, channels, bits] = [format.readUInt16LE(0), format.readUInt16LE(2), format.readUInt16LE(14)];
  return kind === 1 && channels === 1 && bits === 16 && format.readUInt32LE(4) === samplesPerSecond;
}

function asSamples(bytes: Buffer): Int16Array {
  const samples = new Int16Array(Math.floor(bytes.length / 2));
  for (let at = 0; at < samples.length; at += 1) samples[at] = bytes.readInt16LE(at * 2);
  return samples;
}
