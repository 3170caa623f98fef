// One line in the head: whether our team is there and until when, or when they are back; while a person is waited for, the place in
// the queue and the time by which the wait is over whatever happens.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Handed } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';
import { type DeskNow, deskNow } from './desk-now.ts';
import { dayWords, timeWords } from './time.ts';

interface Props {
  readonly chat: Chat;
  readonly state: ChatState;
}

export function DeskLine({ chat, state: { handover, words, language } }: Props) {
  const desk = useDesk(chat.base);
  const { tag } = language;
  const told =
    handover?.state === 'waiting'
      ? waiting(handover, words, tag)
      : handover?.state === 'accepted'
        ? say(words, 'with-person')
        : desk && there(desk, words, tag);
  return (
    <>
      {told && <p class="desk">{told}</p>}
      <Next handover={handover} words={words} />
    </>
  );
}

/** The place moves often, and is read out to nobody: but that one is next now, after a wait, is news. */
function Next({ handover, words }: { readonly handover: Handed | undefined; readonly words: Words }) {
  const isNext = handover?.state === 'waiting' && handover.position === 1;
  const hasWaited = useRef(false);
  if (handover?.state !== 'waiting') hasWaited.current = false;
  else if (!isNext) hasWaited.current = true;
  return (
    <p class="unseen" role="status">
      {isNext && hasWaited.current && say(words, 'queue-next')}
    </p>
  );
}

function waiting({ position, limitMinutes, waitMinutes, at }: Handed, words: Words, tag: string): string {
  const key = position === undefined ? 'queue' : position === 1 ? 'queue-next' : 'queue-place';
  const wait = waitMinutes === undefined ? '' : ` ${say(words, 'queue-wait', { minutes: waitMinutes })}`;
  const place = say(words, key, { position: position ?? 0 }) + wait;
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

/** Asked when the panel is opened, and when somebody comes back to it. */
function useDesk(base: string): DeskNow | undefined {
  const [desk, setDesk] = useState<DeskNow>();
  useEffect(() => {
    let isThere = true;
    const look = async () => {
      const now = document.hidden ? undefined : await deskNow(base);
      if (isThere && now !== undefined) setDesk(now);
    };
    void look();
    document.addEventListener('visibilitychange', look);
    addEventListener('online', look);
    return () => {
      isThere = false;
      document.removeEventListener('visibilitychange', look);
      removeEventListener('online', look);
    };
  }, [base]);
  return desk;
}
