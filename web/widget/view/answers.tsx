// Ways to answer the last message without writing: its options, yes and no, a date, a photo. Outside the live region, so
// buttons are not read out with the message; writing is always possible beside them.

import { useRef } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry, Option } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';

interface Props {
  readonly chat: Chat;
  readonly state: ChatState;
  /** The buttons go away with the answer: focus must not go with them. */
  readonly answered: () => void;
}

export function Answers({ chat, state, answered }: Props) {
  const { entries, words, more } = state;
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
        <Choices key={newest.key} options={options} language={newest.language} state={state} choose={choose} />
      )}
      {/* It comes with the third script; until then, and without it, the answer can be written. */}
      {more && newest.expects === 'date' && (
        <more.DateAnswer key={newest.key} asked={newest} words={words} choose={choose} />
      )}
    </>
  );
}

interface ChoicesProps {
  readonly options: readonly Option[];
  readonly language: string | undefined;
  readonly state: ChatState;
  readonly choose: (option: Option) => void;
}

function Choices({ options, language, state: { words, more }, choose }: ChoicesProps) {
  const group = useRef<HTMLDivElement>(null);
  return (
    <div class="offered">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in older Safari */}
      <div ref={group} class="choices" role="group" aria-label={say(words, 'choices')}>
        {options.map((option) => (
          <button key={option.value} type="button" class="choice" lang={language} onClick={() => choose(option)}>
            {option.label}
          </button>
        ))}
      </div>
      {more && <more.Below group={group} words={words} />}
    </div>
  );
}

function choices({ options, expects }: Entry, words: Words): readonly Option[] {
  if (options.length > 0 || expects !== 'yes-no') return options;
  return [
    { value: 'yes', label: say(words, 'yes') },
    { value: 'no', label: say(words, 'no') },
  ];
}
