// How the chat looks and sounds, what is left on this device, and how else to reach the landlord. Each change shows at once.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Ways } from '../chat/state.ts';
import { colourings, type Measure, sizes, spacings } from '../measure/measure.ts';
import type { WaysOut } from '../view/widget.tsx';
import { say, type Words } from '../words/say.ts';
import { canSpeak } from './speech.ts';

interface Props {
  readonly chat: Chat;
  readonly state: ChatState;
  readonly ways: WaysOut;
  readonly done: () => void;
}

export function Settings({ chat, state, ways, done }: Props) {
  const { words, measure } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const change = (next: Partial<Measure>) => chat.measure(next);
  /** Everything that can be a conversation is one: it is said, and the assistant does it. */
  const ask = (key: string) => {
    chat.say(say(words, key));
    done();
  };
  return (
    <section class="settings" aria-labelledby="doorstep-settings">
      <h3 id="doorstep-settings" ref={heading} tabIndex={-1}>
        {say(words, 'settings')}
      </h3>
      <Choice
        name="size"
        label={say(words, 'text-size')}
        all={sizes.map((value) => ({ value, label: `${value} %` }))}
        now={measure.size}
        choose={(size) => change({ size })}
      />
      <Choice
        name="spacing"
        label={say(words, 'spacing')}
        all={spacings.map((value) => ({ value, label: say(words, `spacing-${value}`) }))}
        now={measure.spacing}
        choose={(spacing) => change({ spacing })}
      />
      <Choice
        name="colours"
        label={say(words, 'colours')}
        all={colourings.map((value) => ({ value, label: say(words, `colours-${value}`) }))}
        now={measure.colours}
        choose={(colours) => change({ colours })}
      />
      <Tick label={say(words, 'simple')} now={measure.simple} choose={(simple) => change({ simple })} />
      {canSpeak() && <Tick label={say(words, 'aloud')} now={measure.aloud} choose={(aloud) => change({ aloud })} />}
      <p>
        <button type="button" class="small" onClick={done}>
          {say(words, 'settings-done')}
        </button>
      </p>
      {state.entries.length > 0 && <Menu words={words} ask={ask} />}
      <OtherWays ways={state.ways} words={words} ask={ask} />
      <Clear words={words} clear={ways.clear} />
    </section>
  );
}

interface ChoiceProps<T extends string | number> {
  readonly name: string;
  readonly label: string;
  readonly all: readonly { readonly value: T; readonly label: string }[];
  readonly now: T;
  readonly choose: (value: T) => void;
}

function Choice<T extends string | number>({ name, label, all, now, choose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {all.map(({ value, label: own }) => (
        <label key={value}>
          <input type="radio" name={`doorstep-${name}`} checked={value === now} onChange={() => choose(value)} />
          <span>{own}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TickProps {
  readonly label: string;
  readonly now: boolean;
  readonly choose: (is: boolean) => void;
}

const Tick = ({ label, now, choose }: TickProps) => (
  <label class="tick">
    <input type="checkbox" checked={now} onChange={({ currentTarget }) => choose(currentTarget.checked)} />
    <span>{label}</span>
  </label>
);

interface MenuProps {
  readonly words: Words;
  /** Says the phrase of this key, as the tenant's words. */
  readonly ask: (key: string) => void;
}

const menu = ['menu-keep', 'menu-end', 'menu-text'];

function Menu({ words, ask }: MenuProps) {
  return (
    <div class="other-ways">
      <h3>{say(words, 'menu')}</h3>
      {menu.map((key) => (
        <button key={key} type="button" class="small" onClick={() => ask(key)}>
          {say(words, key)}
        </button>
      ))}
    </div>
  );
}

interface OtherWaysProps extends MenuProps {
  readonly ways: Ways;
}

function OtherWays({ ways, words, ask }: OtherWaysProps) {
  const all = [
    ['tel:', ways.phone],
    ['sms:', ways.textNumber],
    ['mailto:', ways.email],
  ] as const;
  return (
    <div class="other-ways">
      <h3>{say(words, 'ways')}</h3>
      <ul>
        {/* The assistant tells the hours, what each way costs and which is the cheapest. */}
        {all.map(([scheme, to]) =>
          to === undefined ? null : (
            <li key={scheme}>
              <a href={`${scheme}${to}`} dir="ltr">
                {scheme === 'mailto:' ? to : `${scheme === 'sms:' ? 'SMS ' : ''}${printed(to)}`}
              </a>
            </li>
          ),
        )}
      </ul>
      <button type="button" class="small" onClick={() => ask('ways-ask')}>
        {say(words, 'ways-ask')}
      </button>
    </div>
  );
}

/** As it is dialled in this country. */
function printed(number: string): string {
  const national = number.replace(/^\+44/, '0');
  return national.replace(/^(0\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}

/** Asked once more: who is not on file cannot come back to what they wrote. */
function Clear({ words, clear }: { readonly words: Words; readonly clear: () => void }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <p>
      <button type="button" class="small" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
        {say(words, 'clear')}
      </button>
      {isAsked && (
        <button type="button" class="small" onClick={clear}>
          {say(words, 'clear-sure')}
        </button>
      )}
    </p>
  );
}
