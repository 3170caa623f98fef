// Where a conversation stands when a message comes in, and the means to read its answer: what the interruptions look at.

import type { ConversationState, Frame } from '../../model/conversation.ts';
import type { Understood } from '../heard.ts';
import type { OptionLine } from '../line.ts';
import type { Detail } from '../understanding/ports.ts';
import { optionsOf, questionOf } from './advance.ts';
import type { Labelled, Question, Said } from './answer.ts';
import type { Ask, Confirm, Dialog, Playbook } from './flow.ts';
import { offeredOptions } from './offers.ts';

/** What `interrupt` needs beside the state: all of it pure. */
export interface Setting {
  readonly playbook: Playbook;
  /** The label of an option in the language of the conversation. */
  readonly label: (option: OptionLine) => string;
  readonly has: (phrase: string) => boolean;
  readonly languageName: (tag: string) => string;
  readonly speaks: (tag: string) => boolean;
  readonly words: (list: string) => readonly string[];
  /** What some words tell of a slot in passing. */
  readonly detail: (slot: string, words: string) => Detail | undefined;
  /** Minutes after which an old question is not simply taken up again. */
  readonly silenceMinutes: number;
  readonly now: Date;
}

export interface Place {
  readonly state: ConversationState;
  readonly said: Understood;
  readonly setting: Setting;
  /** The dialog that speaks. */
  readonly frame?: Frame | undefined;
  readonly dialog?: Dialog | undefined;
  /** What it has asked. */
  readonly step?: Ask | Confirm | undefined;
}

export function placeOf(state: ConversationState, said: Understood, setting: Setting): Place {
  const frame = state.stack.at(-1);
  const dialog = frame && setting.playbook.get(frame.dialog);
  return { state, said, setting, frame, dialog, step: frame && questionOf(dialog, frame) };
}

export function saidIn(place: Place, text = place.said.text): Said {
  const { said, setting } = place;
  return {
    text,
    value: said.received.value,
    attachments: said.received.attachments,
    detail: said.detail,
    now: setting.now,
    yes: setting.words('yes'),
    no: setting.words('no'),
  };
}

/** The question that a step asks, its options labelled. */
export function questionIn(place: Place, step: Ask | Confirm, frame: Frame): Question {
  if ('confirm' in step) return { slot: 'confirm', expects: 'yes-no', options: [] };
  return { slot: step.ask, expects: step.expects, options: labelled(place, optionsOf(step, frame)) };
}

function labelled(place: Place, options: readonly OptionLine[]): readonly Labelled[] {
  return options.map((option) => ({ value: option.value, label: place.setting.label(option) }));
}

/** Options that the service itself has offered ("did you mean"), labelled. */
export function offeredIn(place: Place): readonly Labelled[] {
  return labelled(place, offeredOptions(place.state.offered ?? [], place.frame?.dialog));
}
