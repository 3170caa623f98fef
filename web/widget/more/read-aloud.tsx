// One message read out when its button is pressed, and stopped by the same.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry } from '../chat/state.ts';
import { say } from '../words/say.ts';
import { canSpeak, readOut, type SpeechState, stopReading } from './speech.ts';
import { spoken } from './use-read-aloud.ts';

interface Props {
  readonly chat: Chat;
  readonly entry: Entry;
  readonly state: ChatState;
}

export function ReadAloud({ chat, entry, state: { words, language } }: Props) {
  const [now, setNow] = useState<SpeechState>('silent');
  const isThere = useRef(true);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  if (entry.text === '' || !canSpeak()) return null;
  const press = () => {
    stopReading();
    if (now === 'speaking') return setNow('silent');
    readOut([spoken(entry, language.tag, chat)], (state) => isThere.current && setNow(state));
  };
  if (now === 'no-voice') return <p class="note">{say(words, 'no-voice')}</p>;
  return (
    <button type="button" class="aloud" onClick={press}>
      {say(words, now === 'speaking' ? 'stop-reading' : 'read-aloud')}
    </button>
  );
}
