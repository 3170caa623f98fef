// The service's own voice, for a device that has none for a language. Played through Web Audio: a page's policy about media says nothing of it.

import type { Chat } from '../chat/chat.ts';
import { sequenceIn } from '../chat/signs.ts';

let audio: AudioContext | undefined;
let playing: AudioBufferSourceNode | undefined;
let line: Promise<unknown> = Promise.resolve();
/** Of the last stop: what was asked for before it is not played. */
let stops = 0;

/** Of a message that the service has; undefined when it could not be had. */
export async function recordingOf({ base, session }: Chat, id: string | undefined): Promise<ArrayBuffer | undefined> {
  const held = session.current();
  const sequence = sequenceIn(id);
  if (held === undefined || sequence === 0) return undefined;
  const at = `${base}/v3/directline/conversations/${encodeURIComponent(held.conversationId)}/activities/${sequence}/audio`;
  try {
    const response = await fetch(at, { headers: { Authorization: `Bearer ${held.token}` }, credentials: 'omit' });
    return response.ok ? await response.arrayBuffer() : undefined;
  } catch {
    return undefined;
  }
}

/** One after the other. */
export function play(
  recording: () => Promise<ArrayBuffer | undefined>,
  told: (state: 'silent' | 'speaking' | 'no-voice') => void,
): void {
  if (!('AudioContext' in globalThis)) {
    told('no-voice');
    return;
  }
  // While the button's press still counts: browsers let nothing sound by itself.
  audio ??= new AudioContext();
  void audio.resume();
  const mine = stops;
  const context = audio;
  line = line.then(async () => {
    if (mine !== stops) return;
    try {
      const bytes = await recording();
      const buffer = bytes && (await context.decodeAudioData(bytes));
      if (buffer === undefined) told('no-voice');
      else if (mine === stops) await sound(context, buffer, told);
    } catch {
      told('no-voice');
    }
  });
}

function sound(
  context: AudioContext,
  buffer: AudioBuffer,
  told: (state: 'silent' | 'speaking') => void,
): Promise<void> {
  return new Promise((resolve) => {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    source.onended = () => {
      told('silent');
      resolve();
    };
    playing = source;
    source.start();
    told('speaking');
  });
}

export function stopPlaying(): void {
  stops += 1;
  playing?.stop();
  playing = undefined;
}
