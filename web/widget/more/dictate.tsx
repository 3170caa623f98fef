// Speaking instead of writing, where the browser can listen. Before it does, it is told that the browser's maker may hear it; what was heard
// stands in the field, and is sent by nobody but the tenant.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState } from '../chat/state.ts';
import { say } from '../words/say.ts';

/** As much of the browser's as is used; no library knows it. */
interface Listening {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  start(): void;
  abort(): void;
  stop(): void;
}

type Listener = new () => Listening;

function listener(): Listener | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    SpeechRecognition?: Listener;
    webkitSpeechRecognition?: Listener;
  };
  return SpeechRecognition ?? webkitSpeechRecognition;
}

/** With the country where that matters to who listens: Portuguese of Portugal, Punjabi in Gurmukhi. */
const heardAs: Readonly<Record<string, string>> = {
  en: 'en-GB',
  cy: 'cy-GB',
  pl: 'pl-PL',
  ro: 'ro-RO',
  pt: 'pt-PT',
  uk: 'uk-UA',
  ur: 'ur-PK',
  pa: 'pa-Guru-IN',
  bn: 'bn-BD',
  so: 'so-SO',
};

interface Props {
  readonly chat: Chat;
  readonly state: ChatState;
}

type Now = 'off' | 'told' | 'listening' | 'fault';

export function Dictate({ chat, state: { words, language } }: Props) {
  const [now, setNow] = useState<Now>('off');
  const running = useRef<Listening | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const Listens = listener();
  if (Listens === undefined) return null;

  const listen = () => {
    const before = chat.state().draft.trim();
    const one = new Listens();
    one.lang = heardAs[language.tag] ?? language.tag;
    one.continuous = true;
    one.interimResults = true;
    one.onresult = ({ results }) => {
      const heard = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
      chat.draft(before === '' ? heard.trim() : `${before} ${heard.trim()}`);
    };
    // Silence and a stop of our own are no fault.
    one.onerror = ({ error }) => setNow(error === 'no-speech' || error === 'aborted' ? 'off' : 'fault');
    one.onend = () => {
      if (running.current !== one) return;
      running.current = undefined;
      setNow((is) => (is === 'listening' ? 'off' : is));
    };
    running.current = one;
    setNow('listening');
    try {
      one.start();
    } catch {
      setNow('fault');
    }
  };
  const stop = () => {
    running.current?.stop();
    setNow('off');
  };
  const press = () => (now === 'listening' ? stop() : setNow(now === 'told' ? 'off' : 'told'));
  const label = say(words, now === 'listening' ? 'dictate-stop' : 'dictate');
  return (
    <>
      <button
        type="button"
        class={`icon dictate${now === 'listening' ? ' wanted' : ''}`}
        aria-label={label}
        aria-expanded={now === 'told'}
        title={label}
        onClick={press}
      >
        <MicrophoneIcon />
      </button>
      <div class="dictating" role="status">
        {now === 'told' && (
          <>
            <p>{say(words, 'dictate-note')}</p>
            <button type="button" class="small" onClick={listen}>
              {say(words, 'dictate-start')}
            </button>
          </>
        )}
        {now === 'listening' && <p>{say(words, 'dictate-listening')}</p>}
        {now === 'fault' && <p>{say(words, 'dictate-fault')}</p>}
      </div>
    </>
  );
}

// biome-ignore-start lint/a11y/noSvgWithoutTitle: hidden from assistive technology; the button that it stands in has a name
const MicrophoneIcon = () => (
  <svg viewBox="0 0 24 24" aria-hidden focusable="false" fill="none" stroke="currentColor" stroke-width="2">
    <path
      d="M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21M8.500 21h7"
      stroke-linecap="round"
    />
  </svg>
);
// biome-ignore-end lint/a11y/noSvgWithoutTitle: see above
