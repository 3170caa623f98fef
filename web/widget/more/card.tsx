// A repair, a visit or a case in one look. Its facts are in the words of the message as well, and those are read out: the card comes a
// moment after them and is read out by nobody, but is there for whoever goes to it.

import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { Entry } from '../chat/state.ts';

export function Card({ chat, entry }: { readonly chat: Chat; readonly entry: Entry }) {
  const [isDrawn, draw] = useState(false);
  useEffect(() => draw(true), []);
  const { card, language } = entry;
  if (card === undefined) return null;
  return (
    <div class="card" aria-live="off" lang={language} dir="auto">
      {isDrawn && (
        <>
          <h3>{card.title}</h3>
          <dl>
            {card.facts.map(({ title, value }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          {card.actions.map((words) => (
            <button key={words} type="button" class="small" onClick={() => chat.say(words)}>
              {words}
            </button>
          ))}
        </>
      )}
    </div>
  );
}
