// What stands below a message of the service: its card, a button that reads it out, and whose translation it is.

import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';
import { Card } from './card.tsx';
import { ReadAloud } from './read-aloud.tsx';

interface Props {
  readonly chat: Chat;
  readonly entry: Entry;
  readonly state: ChatState;
}

export function Extras({ chat, entry, state }: Props) {
  return (
    <>
      {entry.card && <Card chat={chat} entry={entry} />}
      {state.measure.aloud && entry.from !== 'you' && <ReadAloud chat={chat} entry={entry} state={state} />}
      <Origin entry={entry} words={state.words} />
    </>
  );
}

/** A machine's translation says so, and the own words are beside it. */
function Origin({ entry, words }: { readonly entry: Entry; readonly words: Words }) {
  const { machine, original } = entry;
  if (original === undefined) return machine ? <p class="note">{say(words, 'machine')}</p> : null;
  return (
    <details class="note">
      <summary>{say(words, machine ? 'machine' : 'original')}</summary>
      <p lang={original.language} dir="auto">
        {original.text}
      </p>
    </details>
  );
}
