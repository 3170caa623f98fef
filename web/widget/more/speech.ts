// Reading a message out with the device's own voice for its language; where it has none, with the service's, which has the message already.

import { play, stopPlaying } from './own-voice.ts';

export interface Spoken {
  readonly text: string;
  readonly language: string;
  /** By the service's own voice. */
  readonly recording: () => Promise<ArrayBuffer | undefined>;
}

export type SpeechState = 'silent' | 'speaking' | 'no-voice';

/** False where the device can neither speak nor play. */
export const canSpeak = (): boolean => 'speechSynthesis' in globalThis || 'AudioContext' in globalThis;

/** Undefined where there is none for the language: another language's voice would read it as noise. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const [wanted = language] = language.toLowerCase().split('-');
  const fitting = speechSynthesis.getVoices().filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === wanted);
  // One on the device itself first: words that are read out need not leave it.
  return fitting.find(({ localService }) => localService) ?? fitting[0];
}

/** Numbers and references letter by letter: "CMP-7381920" is no word. */
function speakable(text: string): string {
  return text.replace(/\b[A-Z]{2,4}-[A-Z0-9]+\b/g, (reference) => [...reference].join(' '));
}

/** Reads messages one after the other; tells when it begins and ends. */
export function readOut(all: readonly Spoken[], told: (state: SpeechState) => void): void {
  for (const { text, language, recording } of all) {
    const voice = voiceFor(language);
    if (voice === undefined) {
      play(recording, told);
      continue;
    }
    const utterance = new SpeechSynthesisUtterance(speakable(text));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onstart = () => told('speaking');
    utterance.onend = utterance.onerror = () => told('silent');
    speechSynthesis.speak(utterance);
  }
}

export function stopReading(): void {
  stopPlaying();
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}
