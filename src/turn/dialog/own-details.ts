// Who writes and how they are reached: asked in many dialogs, shown in few read-backs, and put right at every one. No dialog lists
// them: what was answered of them can be put right.

import type { Frame, SlotValue } from '../../model/conversation.ts';
import { parsePhoneAsked } from '../../model/said/phone.ts';
import { parseReferenceAsked } from '../../model/said/reference.ts';
import { wordsHeld } from '../../model/said/words-held.ts';
import type { Confirm } from './flow.ts';
import type { Setting } from './place.ts';

const ownSlots = ['name', 'their_name', 'address', 'phone', 'tenancy'] as const;

/** Those that were answered in this dialog, beside what its read-back lets be changed. */
export function ownChanges(frame: Frame, { change }: Confirm): readonly string[] {
  return ownSlots.filter(
    (slot) => !change.includes(slot) && frame.answered.includes(slot) && frame.slots[slot] !== null,
  );
}

/** "My name is spelt wrong": the words name it. */
export function isOwnNamed(setting: Setting, slot: string, text: string): boolean {
  return namingWord(setting, slot, text) !== undefined;
}

function namingWord({ words }: Setting, slot: string, text: string): string | undefined {
  return isOwn(slot) ? wordsHeld(words(`own_${slot}`), text) : undefined;
}

function isOwn(slot: string): boolean {
  return ownSlots.some((each) => each === slot);
}

/** What the words say it is; undefined where they only say that it is wrong. */
export function ownTold(setting: Setting, slot: string, text: string): SlotValue | undefined {
  if (slot === 'phone') return parsePhoneAsked(text);
  if (slot === 'tenancy') return parseReferenceAsked(text);
  if (slot === 'name') return setting.detail('name', text);
  const at = after(text, namingWord(setting, slot, text) ?? '');
  // An address has a number; where somebody else is named, a capital letter.
  const isWhole = slot === 'address' ? /\d/.test(at) : /\p{Lu}/u.test(at);
  return isWhole ? at : undefined;
}

const between = /^[\s,:–-]*(?:(?:is|should be|yw|ydy|to|jest)\b)?[\s,:–-]*/iu;

function after(text: string, word: string): string {
  const from = word === '' ? -1 : text.toLowerCase().lastIndexOf(word);
  return from < 0
    ? ''
    : text
        .slice(from + word.length)
        .replace(between, '')
        .trim();
}
