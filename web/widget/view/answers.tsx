// Ways to answer the last message without writing: its options, yes and no, a date, a photo. Outside the live region, so
// buttons are not read out with the message; writing is always possible beside them.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry, Option } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';

/** Less than this is the space below the last choice. */
const hiddenPixels = 8;

interface Props {
  readonly chat: Chat;
  readonly state: ChatState;
  /** The buttons go away with the answer: focus must not go with them. */
  readonly answered: () => void;
}

export function Answers({ chat, state, answered }: Props) {
  const { entries, words } = state;
  const newest = entries[entries.length - 1];
  if (newest === undefined || newest.from === 'you') return null;
  const options = choices(newest, words);
  const choose = ({ value, label }: Option) => {
    chat.say(label, { value });
    answered();
  };
  return (
    <>
      {options.length > 0 && (
        <Choices key={newest.key} options={options} language={newest.language} words={words} choose={choose} />
      )}
      {newest.expects === 'date' && <Form chat={chat} state={state} asked={newest} choose={choose} />}
    </>
  );
}

interface FormProps {
  readonly chat: Chat;
  readonly state: ChatState;
  readonly asked: Entry;
  readonly choose: (option: Option) => void;
}

/** It comes with the third script; until then, and without it, the answer can be written. */
function Form({ chat, state: { more, words }, asked, choose }: FormProps) {
  useLayoutEffect(() => void chat.want(), [chat]);
  return more && more !== 'away' ? (
    <more.DateAnswer key={asked.key} asked={asked} words={words} choose={choose} />
  ) : null;
}

interface ChoicesProps {
  readonly options: readonly Option[];
  readonly language: string | undefined;
  readonly words: Words;
  readonly choose: (option: Option) => void;
}

function Choices({ options, language, words, choose }: ChoicesProps) {
  const group = useRef<HTMLDivElement>(null);
  const [more, look] = useMoreBelow(group);
  return (
    <div class="offered">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in older Safari */}
      <div ref={group} class="choices" role="group" aria-label={say(words, 'choices')} onScroll={look}>
        {options.map((option) => (
          <button key={option.value} type="button" class="choice" lang={language} onClick={() => choose(option)}>
            {option.label}
          </button>
        ))}
      </div>
      {/* For eyes and fingers: the Tab key and a screen reader come to every choice without it. */}
      {more && (
        <button
          type="button"
          class="more"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => group.current?.scrollBy(0, group.current.clientHeight)}
        >
          {say(words, 'more-choices')} <span>▾</span>
        </button>
      )}
    </div>
  );
}

/** Whether there is more below the edge. Where scroll bars hide until they are used, a clean edge looks like the end. */
function useMoreBelow(group: { readonly current: HTMLElement | null }): readonly [more: boolean, look: () => void] {
  const [more, setMore] = useState(false);
  const look = () => {
    const { scrollHeight, scrollTop, clientHeight } = group.current ?? {
      scrollHeight: 0,
      scrollTop: 0,
      clientHeight: 0,
    };
    setMore(scrollHeight - scrollTop - clientHeight > hiddenPixels);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for as long as the group is there
  useLayoutEffect(() => {
    look();
    if (group.current === null || !('ResizeObserver' in window)) return;
    const watcher = new ResizeObserver(look);
    watcher.observe(group.current);
    return () => watcher.disconnect();
  }, []);
  return [more, look];
}

function choices({ options, expects }: Entry, words: Words): readonly Option[] {
  if (options.length > 0 || expects !== 'yes-no') return options;
  return [
    { value: 'yes', label: say(words, 'yes') },
    { value: 'no', label: say(words, 'no') },
  ];
}
