// Where the tenant writes. It suits itself to what was asked (keyboard, autofill), and always takes plain words.

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Expects } from '../chat/state.ts';
import type { Picked } from '../more/file-pick.tsx';
import { say } from '../words/say.ts';
import { SendIcon } from './icons.tsx';

export type Input = HTMLInputElement | HTMLTextAreaElement;

interface Props {
  readonly chat: Chat;
  readonly state: ChatState;
  readonly input: RefObject<Input | null>;
}

const none: Picked = { files: [] };

/** The service refuses longer ones. */
const textLimit = 20_000;

interface Line {
  readonly type?: string;
  readonly autocomplete: string;
  readonly autocapitalize?: 'characters';
  readonly spellcheck?: boolean;
}

/** What fits in one line, with the keyboard and the autofill for it, by what is expected; a name is words like others, and known by what asks. */
const lines: Partial<Record<Expects | 'name', Line>> = {
  name: { autocomplete: 'name' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
  postcode: { autocomplete: 'postal-code', autocapitalize: 'characters', spellcheck: false },
  reference: { autocomplete: 'off', autocapitalize: 'characters', spellcheck: false },
};

export function Composer({ chat, state, input }: Props) {
  const { words, draft, entries, more } = state;
  const [picked, put] = useState(none);
  const newest = entries[entries.length - 1];
  const expects = newest?.from === 'you' ? undefined : newest?.expects;
  const tooLong = draft.length > textLimit;
  const [wrong, setWrong] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another fault
  useEffect(() => setWrong(undefined), [newest?.key]);

  const send = () => {
    const text = draft.trim();
    if (tooLong || (text === '' && picked.files.length === 0)) return;
    const fault = more?.wrongAnswer(text, expects);
    // Said once: who sends the same again means it.
    setWrong(fault);
    if (fault !== undefined && wrong === undefined) return input.current?.focus();
    chat.say(text, { files: picked.files });
    setWrong(undefined);
    chat.draft('');
    put(none);
    input.current?.focus();
  };

  return (
    <form
      class="composer"
      noValidate
      // A file that is let fall here never opens in this page's place.
      onDragOver={stay}
      onDrop={stay}
      onSubmit={(event) => {
        stay(event);
        send();
      }}
    >
      {more && <more.PickedFiles picked={picked} put={put} words={words} />}
      <p id="doorstep-problem" class="problem" role="alert">
        {tooLong ? say(words, 'too-long', { limit: textLimit }) : wrong ? say(words, wrong) : picked.problem}
      </p>
      <div class="row">
        {more && <more.FilePick picked={picked} put={put} words={words} wanted={expects === 'photo'} />}
        <Writing
          chat={chat}
          state={state}
          input={input}
          expects={expects === 'text' && newest?.asks === 'name' ? 'name' : expects}
          send={send}
          isWrong={wrong !== undefined}
        />
        {more && <more.Dictate chat={chat} state={state} />}
        <button type="submit" class="icon send" aria-label={say(words, 'send')} title={say(words, 'send')}>
          <SendIcon />
        </button>
      </div>
    </form>
  );
}

const stay = (event: Event) => event.preventDefault();

function Writing({
  chat,
  state,
  input,
  expects,
  send,
  isWrong,
}: Props & { readonly expects: keyof typeof lines | undefined; readonly send: () => void; readonly isWrong: boolean }) {
  const { draft, words } = state;
  const line = expects === undefined ? undefined : lines[expects];
  useKeptFocus(input, line === undefined);
  useGrowing(input, draft);

  const label = say(words, line === undefined || expects === 'name' ? 'write' : `answer-${expects}`);
  const shared = {
    value: draft,
    'aria-label': label,
    ...(isWrong && { 'aria-invalid': true, 'aria-describedby': 'doorstep-problem' }),
    placeholder: label,
    dir: 'auto' as const,
    enterkeyhint: 'send' as const,
    onInput: ({ currentTarget }: { readonly currentTarget: Input }) => chat.draft(currentTarget.value),
  };
  if (line !== undefined) {
    return <input {...shared} {...(line as { type: 'tel' })} ref={input as RefObject<HTMLInputElement | null>} />;
  }
  return (
    <textarea
      {...shared}
      ref={input as RefObject<HTMLTextAreaElement | null>}
      rows={1}
      onKeyDown={(event) => {
        // Enter that ends a word in an input method (Japanese, Chinese…) is not ours.
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        send();
      }}
    />
  );
}

/** One line and several lines are two elements: who was writing in the one goes on in the other. */
function useKeptFocus(input: RefObject<Input | null>, isText: boolean): void {
  const before = useRef(isText);
  const hadFocus = useRef(false);
  if (before.current === isText) {
    const element = input.current;
    hadFocus.current = element !== null && (element.getRootNode() as ShadowRoot).activeElement === element;
  }
  useLayoutEffect(() => {
    if (before.current !== isText && hadFocus.current) input.current?.focus();
    before.current = isText;
  }, [isText, input]);
}

/** The field is as high as its text, to a limit that style.css sets. */
function useGrowing(input: RefObject<Input | null>, draft: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change of the text
  useEffect(() => {
    const element = input.current;
    if (!(element instanceof HTMLTextAreaElement)) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [draft]);
}
