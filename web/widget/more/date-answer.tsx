// A day picked instead of written.

import { useState } from 'preact/hooks';
import type { Entry, Option } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';

export function DateAnswer(props: {
  readonly asked: Entry;
  readonly words: Words;
  readonly choose: (date: Option) => void;
}) {
  const { asked, words, choose } = props;
  const [date, setDate] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(date === '');
    if (date !== '') choose({ value: date, label: inWords(date, asked.language) });
  };
  return (
    <form class="choices" onSubmit={submit}>
      <label>
        {say(words, 'answer-date')}
        <input
          type="date"
          value={date}
          aria-invalid={isTried || undefined}
          aria-describedby={isTried ? 'doorstep-date-problem' : undefined}
          autocomplete={/birth|born/.test(asked.asks ?? '') ? 'bday' : undefined}
          onInput={({ currentTarget }) => setDate(currentTarget.value)}
        />
      </label>
      <p id="doorstep-date-problem" class="problem" role="alert">
        {isTried && say(words, 'wrong-date')}
      </p>
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
