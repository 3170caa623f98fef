// The first step of a turn: what was said, by whom, and in what language the conversation goes on.
// The tenant's own words stay as they are; translation is not done here: where a machine translates, what is heard is its English.
//
// Which language: one that was chosen in so many words is not taken back by a guess. Else words that are plainly in a language that we
// speak win for this conversation, also over a profile: a number may be shared, and who writes now can read what they write. What is
// short or doubtful tells nothing: then the profile counts, then what the client says of itself, then the landlord's own. A language
// that we do not speak, or letters that are not its own, switch nothing: it is named, and the tenant says what they want.

import type { ConversationState, LanguageFrom } from '../../model/conversation.ts';
import type { Person } from '../../model/person.ts';
import { saysSomething } from '../../model/plain-words.ts';
import { beginsIn } from '../begins-in.ts';
import type { Playbook } from '../dialog/flow.ts';
import type { Heard } from '../heard.ts';
import { spokenFrom } from '../machine.ts';
import type { Phrases } from '../reply/ports.ts';
import type { Received } from '../turn.ts';
import type { LanguageGuesser } from '../understanding/ports.ts';

interface Ears {
  readonly phrases: Phrases;
  readonly languages: LanguageGuesser;
  readonly playbook: Playbook;
}

export function hear(
  received: Received,
  from: {
    readonly state: ConversationState;
    readonly person?: Person | undefined;
    readonly speaker?: Person | undefined;
  },
  ears: Ears,
): Heard {
  const writes = from.speaker ?? from.person;
  const text = received.text.trim();
  const spoken = ears.phrases.languages.map((language) => language.tag);
  const start = startLanguage(beginsIn(from.state.language, ears.phrases), spoken, [
    ['profile', writes?.language],
    ['client', received.locale],
  ]);
  const guess = saysSomething(text) ? ears.languages.guess(text) : { language: start.tag, confident: false };
  // A language that was chosen in so many words is not taken back by a guess.
  const named = isNamed(from.state, ears.playbook);
  const written = guess.confident && start.from !== 'chosen' && !named ? guess.language : undefined;
  const guessed = written === undefined || isRomanised(written) ? undefined : catalogueTag(written, spoken);
  const switched = guessed !== undefined && guessed !== start.tag;
  return {
    received,
    text,
    isEmpty: !saysSomething(text) && received.attachments.length === 0 && received.value === undefined,
    language: switched ? { tag: guessed, from: 'guess', before: start.tag } : confirmed(start, guessed),
    switched,
    wordsIn: wordsIn(received, guess, start.tag),
    strange: strangeTo(written, { start: start.tag, spoken }),
    isNamed: named,
    people: [from.person, from.speaker].filter((each) => each !== undefined),
  };
}

function wordsIn({ own }: Received, guess: ReturnType<LanguageGuesser['guess']>, start: string): string {
  if (own !== undefined) return spokenFrom;
  return guess.confident ? guess.language : start;
}

const isRomanised = (tag: string): boolean => tag.endsWith('-Latn');

/** Who has Urdu on and writes it in Latin letters is at home already. */
function strangeTo(
  written: string | undefined,
  { start, spoken }: { readonly start: string; readonly spoken: readonly string[] },
): string | undefined {
  if (written === undefined) return undefined;
  const served = catalogueTag(written, spoken);
  if (served === undefined) return written;
  return isRomanised(written) && served !== start ? written : undefined;
}

/** Who has written in it themselves goes on in it, also when their profile, which becomes known later, names another. */
function confirmed(start: ConversationState['language'], guessed: string | undefined): ConversationState['language'] {
  return start.from === 'default' && guessed === start.tag ? { tag: start.tag, from: 'guess' } : start;
}

/** Names, addresses, numbers and dates are in no language. */
function isNamed(state: ConversationState, playbook: Playbook): boolean {
  const frame = state.stack.at(-1);
  const step = frame && playbook.get(frame.dialog)?.steps[frame.step];
  if (step === undefined || !('ask' in step)) return false;
  return ['name', 'their_name', 'address'].includes(step.ask) || !['text', 'choice', 'yes-no'].includes(step.expects);
}

/** What is known before anything is read: a hint counts only while nothing better set the language. */
function startLanguage(
  now: ConversationState['language'],
  spoken: readonly string[],
  hints: readonly (readonly [LanguageFrom, string | undefined])[],
): ConversationState['language'] {
  if (now.from !== 'default') return now;
  for (const [from, hint] of hints) {
    const tag = hint === undefined ? undefined : catalogueTag(hint, spoken);
    if (tag !== undefined) return { tag, from };
  }
  return now;
}

/** `pl-PL` is served by `pl`. */
function catalogueTag(tag: string, spoken: readonly string[]): string | undefined {
  const wanted = tag.toLowerCase();
  return spoken.find((each) => wanted === each.toLowerCase() || wanted.startsWith(`${each.toLowerCase()}-`));
}
