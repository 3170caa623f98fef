// The second step of a turn: what the words mean. It proposes; dialogs alone decide what is done.

import { plainWords, saysSomething, wordCount } from '../../model/plain-words.ts';
import { severalFrom, sureFrom } from '../confidence.ts';
import type { Playbook } from '../dialog/flow.ts';
import type { Heard, Understood } from '../heard.ts';
import type { Phrases } from '../reply/ports.ts';
import { isSmallTalk } from '../small-talk.ts';
import { askedThat } from './asked-that.ts';
import { findControl } from './control.ts';
import type { DangerDetector, DetailFinder, Guess, Recogniser } from './ports.ts';
import { type Lists, type Temper, temperOf, withoutTemper } from './temper.ts';

interface Mind {
  readonly phrases: Phrases;
  readonly recogniser: Recogniser;
  readonly danger: DangerDetector;
  readonly details: DetailFinder;
  readonly playbook: Playbook;
}

export function understand(heard: Heard, mind: Mind, now: Date): Understood {
  const { text, language } = heard;
  if (!saysSomething(text))
    return { ...heard, danger: [], temper: 'plain', guesses: [], several: [], detail: () => undefined };
  const danger = dangerIn(heard, mind);
  const words = wordsIn(mind, language.tag);
  const temper = temperOf(text, words);
  const asked = danger.length === 0 ? askedThat(text, words) : undefined;
  const only = toldToWrite(text, words) ?? (asked && [asked]);
  return {
    ...heard,
    danger,
    // Words that plainly ask for a format or an interpreter are in no doubt.
    unsure: asked === undefined ? mind.danger.unsure(text) : undefined,
    control: findControl(text, language.tag, mind.phrases),
    temper,
    guesses:
      only ??
      trusted(recognise(heard, { temper, words, recogniser: mind.recogniser }), {
        text,
        danger,
        playbook: mind.playbook,
      }),
    several: asked === undefined ? findSeveral(heard, mind.recogniser) : [],
    detail: (slot) => mind.details.find(slot, text, now),
  };
}

/**
 * In their own words before anybody else's, and in what a machine made of them besides: it may name a danger that no list of ours does. Also in
 * each of several that are taken together: what one of them says plainly is not softened by the next.
 */
function dangerIn({ text, received: { own, parts = [] } }: Heard, { danger }: Mind): readonly string[] {
  const all = own === undefined ? [text, ...parts] : [own, ...parts, text];
  return [...new Set(all.flatMap((each) => danger.find(each)))];
}

/** Our own texts say "text REVIEW": whoever does means that matter and no other. */
const toldFor: readonly (readonly [list: string, enquiry: string])[] = [
  ['told_repair', 'repair.report'],
  ['told_online', 'support.referral'],
  ['told_office', 'contact.details'],
  ['told_review', 'complaint.escalate'],
  ['told_complaint', 'complaint.make'],
  // The widget's menu says it, and the page's without scripts.
  ['told_keep', 'access.format'],
];

function toldToWrite(text: string, words: Lists): readonly Guess[] | undefined {
  const plain = plainWords(text);
  const found = toldFor.find(([list]) => words(list).includes(plain));
  return found === undefined ? undefined : [{ enquiry: found[1], confidence: 1 }];
}

/** In the language of the conversation and in English: many swear in it who write another. */
function wordsIn({ phrases }: Mind, tag: string): Lists {
  return (list) => [...phrases.words(list, tag), ...(tag === 'en' ? [] : phrases.words(list, 'en'))];
}

/** What is called names in passing is still broken: with an insult or in despair the matter is looked for in the rest of the words. */
function recognise(
  { text, wordsIn: language }: Heard,
  { temper, words, recogniser }: { readonly temper: Temper; readonly words: Lists; readonly recogniser: Recogniser },
): readonly Guess[] {
  const guesses = recogniser.recognise(text, language);
  if (temper === 'plain' || guesses[0]?.enquiry !== abuse) return guesses;
  const rest = withoutTemper(text, words);
  const ofRest = wordCount(rest) < 2 ? [] : recogniser.recognise(rest, language);
  const [matter] = ofRest;
  if (
    matter !== undefined &&
    matter.confidence >= sureFrom &&
    !isSmallTalk(matter.enquiry) &&
    matter.enquiry !== 'none'
  )
    return ofRest;
  // Neither despair nor a curse at nobody is abuse.
  return temper === 'threat' || temper === 'insult' ? guesses : guesses.filter(({ enquiry }) => enquiry !== abuse);
}

const abuse = 'talk.abuse';

/** A number alone is an answer to something, or nothing. A word or two ("myself", "my husband") is no danger because the recogniser has met it in one: the danger detector decides there. */
function trusted(
  guesses: readonly Guess[],
  {
    text,
    danger,
    playbook,
  }: { readonly text: string; readonly danger: readonly string[]; readonly playbook: Playbook },
): readonly Guess[] {
  if (!/\p{L}/u.test(text)) return [];
  if (wordCount(text) >= 3) return guesses;
  return guesses.filter(({ enquiry }) => !playbook.get(enquiry)?.urgent || danger.includes(enquiry));
}

/** Sentences, and halves joined by "also": each must be long enough to mean something by itself. */
function findSeveral(heard: Heard, recogniser: Recogniser): readonly string[] {
  const parts = heard.text
    .split(/[.!?;\n۔؟؛।]+|\b(?:and also|also|as well as|oraz|a także|hefyd)\b/giu)
    .filter((part) => wordCount(part) >= 3);
  if (parts.length < 2 || parts.length > 6) return [];
  const found: string[] = [];
  for (const part of parts) {
    const [best] = recogniser.recognise(part, heard.wordsIn);
    const counts = best !== undefined && best.confidence >= severalFrom && !isSmallTalk(best.enquiry);
    if (counts && !found.includes(best.enquiry)) found.push(best.enquiry);
  }
  return found.length > 1 ? found : [];
}
