// How far a photograph on its way has come, in words and as a bar, and a way to stop it.

import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry } from '../chat/state.ts';
import { say } from '../words/say.ts';

interface Props {
  readonly chat: Chat;
  readonly entry: Entry;
  readonly state: ChatState;
}

/** Not read out at each step: who wants to know finds it. */
export function UploadProgress({ chat, entry, state: { words } }: Props) {
  const { key, percent = 0 } = entry;
  const told = say(words, 'percent-sent', { percent });
  return (
    <div class="note" aria-live="off">
      <label>
        {told} <progress max={100} value={percent} />
      </label>
      <button type="button" class="small" onClick={() => chat.discard(key)}>
        {say(words, 'cancel-sending')}
      </button>
    </div>
  );
}
