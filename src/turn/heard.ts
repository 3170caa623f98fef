// What the first two steps of a turn find out: the words, their language, who wrote them, and what they may mean.

import type { ConversationState } from '../model/conversation.ts';
import type { Person } from '../model/person.ts';
import type { Received } from './turn.ts';
import type { Detail, Guess } from './understanding/ports.ts';
import type { Temper } from './understanding/temper.ts';

export interface Heard {
  readonly received: Received;
  /** The tenant's own words, without the space around them. */
  readonly text: string;
  /** Neither words nor a file: emoji alone, or nothing. */
  readonly isEmpty: boolean;
  readonly language: ConversationState['language'];
  /** The conversation goes on in another language from here, because the words are in it. */
  readonly switched: boolean;
  /** What the words are written in: may be a language that we do not speak. */
  readonly wordsIn: string;
  /**
   * A language in which the conversation does not go on by itself: one that we do not speak (`es`), or one of ours in letters that are
   * not its own (`ur-Latn`).
   */
  readonly strange?: string | undefined;
  /** That a machine can translate, said by it in that language; absent where there is none that can. */
  readonly machineSays?: string | undefined;
  /** The language in which a machine translated so far, and may no more. */
  readonly spent?: string | undefined;
  /** The question that stands asks for a name, an address, a number or a date: the words are in no language, and are about somebody. */
  readonly isNamed: boolean;
  /** Who writes, and for whom, as far as they are on file. */
  readonly people: readonly Person[];
}

/** Words that steer the conversation itself. */
export const plainControls = [
  'person',
  'cancel',
  'never_mind',
  'restart',
  'repeat',
  'why',
  'skip',
  'wait',
  'resume',
  'menu',
  'photo_link',
  'help',
  'thanks',
  'danger',
  'goodbye',
  'end_chat',
  'accents_keep',
  'accents_drop',
  'contact_read',
  'contact_forget',
  'contact_change',
  'contact_allow',
  'text_me',
  'on_web',
] as const;

export type Control =
  /** `loosely`: by how it begins only; it counts while something is asked. */
  | { readonly is: (typeof plainControls)[number] | 'yes' | 'no'; readonly loosely?: true }
  | { readonly is: 'language'; readonly tag: string }
  /** "No, I meant the kitchen": `rest` is what comes after the opening words, perhaps nothing. */
  | { readonly is: 'correct'; readonly rest: string };

export interface Understood extends Heard {
  /** Urgent enquiries, the gravest first. */
  readonly danger: readonly string[];
  /** An urgent enquiry that the words may tell of, where there is a doubt. */
  readonly unsure?: string | undefined;
  /** How it is written: an insult or a threat to a person, despair, or none of these. */
  readonly temper: Temper;
  readonly control?: Control | undefined;
  readonly guesses: readonly Guess[];
  /** Two enquiries told in one message, each plainly enough. Otherwise empty. */
  readonly several: readonly string[];
  /** What the words tell of a slot in passing; read only when it is asked for. */
  readonly detail: (slot: string) => Detail | undefined;
}
