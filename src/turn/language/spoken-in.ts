// The course of a turn in the language that was heard. A change is said once, in the new language, with the one word that undoes it.

import type { ConversationState } from '../../model/conversation.ts';
import { type Course, withLines, withState } from '../course.ts';
import type { Heard } from '../heard.ts';
import type { Line } from '../line.ts';
import type { Phrases } from '../reply/ports.ts';

/** While a person speaks nothing is said of it: the agent sees the language. */
export function spokenIn(heard: Heard, course: Course, phrases: Phrases): Course {
  const spoken = withState(course, { language: heard.language });
  const isForBot = course.owner.is === 'bot' && heard.switched;
  return isForBot ? withLines(spoken, languageSwitched(heard.language, phrases)) : spoken;
}

function languageSwitched(language: ConversationState['language'], phrases: Phrases): Line {
  const named = (tag: string) => phrases.languages.find((each) => each.tag === tag)?.name ?? tag;
  const before = named(language.before ?? language.tag);
  return {
    phrase: 'language.switched',
    values: { language: named(language.tag), before, word: before.toLocaleUpperCase(language.before ?? 'en') },
    enquiry: 'access.language',
  };
}
