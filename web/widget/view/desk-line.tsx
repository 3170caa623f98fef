// One line in the head: whether our team is there and until when, or when they are back; while a person is waited for, the place in
// the queue and the time by which the wait is over whatever happens.

import type { DeskNow } from '../chat/desk-now.ts';
import type { ChatState, Handed } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';
import { dayWords, timeWords } from '../words/time.ts';

export function DeskLine({ state: { handover, desk, words, language } }: { readonly state: ChatState }) {
  const { tag } = language;
  const told =
    handover?.state === 'waiting'
      ? waiting(handover, words, tag)
      : handover?.state === 'accepted'
        ? say(words, 'with-person')
        : desk && there(desk, words, tag);
  return told ? <p class="desk">{told}</p> : null;
}

function waiting({ position, limitMinutes, at }: Handed, words: Words, tag: string): string {
  const key = position === undefined ? 'queue' : position === 1 ? 'queue-next' : 'queue-place';
  const place = say(words, key, { position: position ?? 0 });
  if (!limitMinutes || !at) return place;
  const by = new Date(Date.parse(at) + limitMinutes * 60_000);
  return `${place} ${say(words, 'queue-limit', { time: timeWords(by, tag) })}`;
}

/** Times are told as they stand at the landlord's: not moved to where the device believes that it is. */
function there({ until, opens }: DeskNow, words: Words, tag: string): string | undefined {
  if (until) return say(words, 'desk-open', { time: timeWords(new Date(`2026-01-01T${until}:00`), tag) });
  if (!opens) return undefined;
  const from = new Date(`${opens.on}T${opens.time}:00`);
  return say(words, 'desk-closed', { time: timeWords(from, tag), day: dayWords(from, tag) });
}
