import type { Chat } from '../chat/chat.ts';
import type { ChatState } from '../chat/state.ts';
import { say } from '../words/say.ts';

/** Each language under its own name, for those who cannot read the page's. */
export function LanguageChoice({ chat, state }: { readonly chat: Chat; readonly state: ChatState }) {
  const { words, language, languages } = state;
  if (languages.length < 2) return null;
  const choose = (tag: string) => {
    const chosen = languages.find((each) => each.tag === tag);
    if (chosen !== undefined) chat.speak(chosen);
  };
  return (
    <label class="language">
      <span class="unseen">{say(words, 'language')}</span>
      <select value={language.tag} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
