// Ways to answer the last message without writing: its options, yes and no, a date, a photo. Outside the live region, so
// buttons are not read out with the message; writing is always possible beside them.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry, Option } from '../chat/state.ts';
import { say, type Words } from '../words/words.ts';

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
      {newest.expects === 'date' && <DateAnswer key={newest.key} asked={newest} words={words} choose={choose} />}
    </>
  );
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

function DateAnswer(props: { readonly asked: Entry; readonly words: Words; readonly choose: (date: Option) => void }) {
  const { asked, words, choose } = props;
  const [date, setDate] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (date !== '') choose({ value: date, label: inWords(date, asked.language) });
  };
  return (
    <form class="choices" onSubmit={submit}>
      <label>
        {say(words, 'answer-date')}
        <input
          type="date"
          value={date}
          autocomplete={/birth|born/.test(asked.asks ?? '') ? 'bday' : undefined}
          onInput={({ currentTarget }) => setDate(currentTarget.value)}
        />
      </label>
      <button type="submit" class="choice">
        {say(words, 'send-answer')}
      </button>
    </form>
  );
}

/** What the tenant sees of it: "3 December 2026" in the language of the question. */
function inWords(date: string, language: string | undefined): string {
  const day = new Date(`${date}T00:00:00Z`);
  // "en" alone would be American, with the month first.
  return day.toLocaleDateString(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
