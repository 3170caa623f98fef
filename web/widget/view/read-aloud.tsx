// One message read out when its button is pressed, and stopped by the same.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../chat/state.ts';
import { readOut, type SpeechState, stopReading } from '../measure/speech.ts';
import { say, type Words } from '../words/words.ts';
import { spoken } from './use-read-aloud.ts';

interface Props {
  readonly entry: Entry;
  readonly words: Words;
  /** Of what says no language of its own. */
  readonly language: string;
}

export function ReadAloud({ entry, words, language }: Props) {
  const [now, setNow] = useState<SpeechState>('silent');
  const isThere = useRef(true);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  if (entry.text === '') return null;
  const press = () => {
    stopReading();
    if (now === 'speaking') return setNow('silent');
    readOut([spoken(entry, language)], (state) => isThere.current && setNow(state));
  };
  if (now === 'no-voice') return <p class="note">{say(words, 'no-voice')}</p>;
  return (
    <button type="button" class="aloud" onClick={press}>
      {say(words, now === 'speaking' ? 'stop-reading' : 'read-aloud')}
    </button>
  );
}
