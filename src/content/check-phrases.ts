// Proves the catalogues whole: every phrase that may be said is there in every language, says the same placeholders, reads as ICU
// MessageFormat with all plural forms, has no straight quotes, and fits a text message.

import type { LetterName } from '../model/document.ts';
import { type EasyRead, letterValues, reachValues } from '../model/easy-read.ts';
import { countSegments, foldForSms, mostSegments } from '../model/gsm7.ts';
import type { NationRules } from '../model/nation-rules.ts';
import type { Actions } from '../turn/action.ts';
import { phraseKey } from '../turn/dialog/advance.ts';
import type { Dialog, Playbook } from '../turn/dialog/flow.ts';
import { commonValueNames } from '../turn/reply/values.ts';
import type { Catalogue } from './catalogue.ts';
import { slotsOf } from './check-dialogs.ts';
import { enginePhrases } from './engine-phrases.ts';
import { didYouMean, type Fault } from './fault.ts';
import { type CompiledMessage, messageFaults } from './message-format.ts';
import type { PhrasePlaces } from './read-locales.ts';

export interface PhraseContent {
  readonly playbook: Playbook;
  readonly catalogue: Catalogue;
  readonly places: PhrasePlaces;
  readonly easyRead?: EasyRead | undefined;
  readonly actions: Actions;
  readonly rules: NationRules;
}

export function checkPhrases(content: PhraseContent): readonly Fault[] {
  return [...missingFaults(content), ...sameFaults(content), ...textFaults(content), ...urgentFaults(content)];
}

/** Keys that dialogs and the engine say, with the values that they have there. */
function neededPhrases(content: PhraseContent): ReadonlyMap<string, ReadonlySet<string>> {
  const common = commonValueNames(content.rules);
  const needed = new Map<string, Set<string>>();
  const need = (key: string, values: Iterable<string>) => {
    const known = needed.get(key);
    // Said from two places: only what both have can be in it.
    needed.set(
      key,
      known === undefined
        ? new Set([...common, ...values])
        : new Set([...known].filter((each) => common.includes(each) || [...values].includes(each))),
    );
  };
  for (const [key, values] of Object.entries(enginePhrases)) need(key, values);
  for (const [letter, sentences] of Object.entries(content.easyRead ?? {})) {
    for (const { say } of sentences) {
      const key = `easy-read.${say}`;
      const has = [...reachValues, ...letterValues[letter as LetterName]];
      needed.set(key, new Set(has.filter((each) => needed.get(key)?.has(each) ?? true)));
    }
  }
  for (const [name, dialog] of content.playbook) {
    const values = valueNames(dialog, content.actions);
    for (const key of dialogPhrases(name, dialog)) need(key, values);
    if (!dialog.called) need(`label.${name}`, []);
  }
  return needed;
}

function valueNames(dialog: Dialog, actions: Actions): readonly string[] {
  const slots = [...slotsOf(dialog, actions)];
  return slots.flatMap((slot) => [slot, `${slot}_label`, `${slot}_given`]);
}

function dialogPhrases(name: string, dialog: Dialog): readonly string[] {
  return Object.entries(dialog.steps).flatMap(([step, each]) => {
    if ('say' in each) return [phraseKey(name, each.say)];
    if ('confirm' in each) {
      return [
        phraseKey(name, each.confirm),
        phraseKey(name, each.why),
        ...each.change.map((slot) => `${name}.change.${slot}`),
      ];
    }
    if (!('ask' in each)) return [];
    const key = phraseKey(name, each.phrase ?? step);
    const options = each.expects === 'choice' ? (each.options ?? []) : [];
    return [key, phraseKey(name, each.why), ...options.map((option) => `${key}.options.${option}`)];
  });
}

function missingFaults(content: PhraseContent): readonly Fault[] {
  const { catalogue, places } = content;
  const faults: Fault[] = [];
  for (const [key, values] of neededPhrases(content)) {
    for (const { tag } of catalogue.languages) {
      const texts = catalogue.texts.get(tag) ?? new Map<string, string>();
      if (!texts.has(key)) {
        const area = [...texts.keys()].filter((each) => each.startsWith(`${key.split('.')[0]}.`));
        faults.push({ ...places.placeOf(tag, key), message: `the phrase ${key} is missing.${didYouMean(key, area)}` });
        continue;
      }
      faults.push(...valueFaults(content, { key, tag, values }));
    }
  }
  return faults;
}

function valueFaults(
  content: PhraseContent,
  about: { readonly key: string; readonly tag: string; readonly values: ReadonlySet<string> },
): readonly Fault[] {
  const { key, tag, values } = about;
  return [key, `${key}@sms`].flatMap((name) => {
    const unknown = namesIn(content, tag, name).filter((each) => !values.has(each));
    return unknown.map((each) => ({
      ...content.places.placeOf(tag, name),
      message: `${name} uses {${each}}, which has no value here.${didYouMean(each, values)}`,
    }));
  });
}

function compiled(content: PhraseContent, tag: string, key: string): CompiledMessage | undefined {
  try {
    return content.catalogue.message(tag, key);
  } catch {
    return undefined;
  }
}

function namesIn(content: PhraseContent, tag: string, key: string): string[] {
  return [...new Set((compiled(content, tag, key)?.placeholders ?? []).map((each) => each.name))];
}

/** The same keys in every language, and the same placeholders. A variant for texts may be in some languages and say less. */
function sameFaults(content: PhraseContent): readonly Fault[] {
  const { catalogue, places } = content;
  const [base, ...others] = catalogue.languages.map((language) => language.tag);
  if (base === undefined) return [];
  const keys = [...(catalogue.texts.get(base)?.keys() ?? [])].filter((key) => !key.includes('@'));
  return others.flatMap((tag) => {
    const texts = catalogue.texts.get(tag) ?? new Map<string, string>();
    const extra = [...texts.keys()].filter((key) => !key.includes('@') && !keys.includes(key));
    const missing = keys.filter((key) => !texts.has(key));
    const uneven = keys.filter(
      (key) => texts.has(key) && namesIn(content, base, key).sort().join() !== namesIn(content, tag, key).sort().join(),
    );
    return [
      ...extra.map((key) => ({
        ...places.placeOf(tag, key),
        message: `${key} is not in ${base}.${didYouMean(key, keys)}`,
      })),
      ...missing.map((key) => ({ ...places.placeOf(tag, key), message: `${key} is in ${base} but not in ${tag}.` })),
      ...uneven.map((key) => ({
        ...places.placeOf(tag, key),
        message: `${key} has other placeholders than in ${base}.`,
      })),
    ];
  });
}

function textFaults({ catalogue, places }: PhraseContent): readonly Fault[] {
  return [...catalogue.texts].flatMap(([tag, texts]) =>
    [...texts].flatMap(([key, text]) =>
      [...quoteFaults(text), ...readFaults(catalogue, tag, key)].map((message) => ({
        ...places.placeOf(tag, key),
        message: `${key}: ${message}`,
      })),
    ),
  );
}

function quoteFaults(text: string): readonly string[] {
  const bare = text.replaceAll(/'[{}<>|#]+'/g, '');
  return /(?<!')['"](?!')/.test(bare) ? ['has a straight quote; use ’ “ ”.'] : [];
}

function readFaults(catalogue: Catalogue, tag: string, key: string): readonly string[] {
  try {
    const message = catalogue.message(tag, key);
    if (message === undefined) return [];
    const isForScreens = key.startsWith('widget.') || key.startsWith('desk.');
    const isSaidByText = !isForScreens && !catalogue.texts.get(tag)?.has(`${key}@sms`);
    return [
      ...messageFaults(message, tag).map((each) => `${each}.`),
      ...(isSaidByText ? lengthFaults(message, key) : []),
    ];
  } catch (error) {
    return [`is no message: ${error instanceof Error ? error.message : 'it cannot be read'}.`];
  }
}

function lengthFaults(message: CompiledMessage, key: string): readonly string[] {
  const { segments } = countSegments(foldForSms(sample(message)));
  if (segments <= mostSegments) return [];
  return [`is ${segments} text messages long; write ${key.replace('@sms', '')}@sms in at most ${mostSegments}.`];
}

/** Filled in with values of usual length. */
function sample(message: CompiledMessage): string {
  const values = message.placeholders.map(({ name, kind }) => [
    name,
    kind === 2 || kind === 6 ? 2 : kind === 3 ? '2026-12-03' : 'x'.repeat(14),
  ]);
  return message.format(Object.fromEntries(values));
}

/** An urgent dialog tells whom to ring in its very first words, on every channel and in every language. */
function urgentFaults({ playbook, catalogue, places, rules }: PhraseContent): readonly Fault[] {
  const numbers = Object.keys(rules.helplines).map((key) => `{${key}}`);
  const hasNumber = (text: string) =>
    /\b999\b|\b112\b/.test(text) || numbers.some((each) => text.includes(each)) || text.includes('{outOfHoursPhone}');
  return [...playbook].flatMap(([name, dialog]) => {
    const first = Object.values(dialog.steps)[0];
    if (!dialog.urgent || first === undefined || !('say' in first)) return [];
    const key = phraseKey(name, first.say);
    return catalogue.languages.flatMap(({ tag }) =>
      [key, `${key}@sms`].flatMap((each) => {
        const text = catalogue.texts.get(tag)?.get(each);
        if (text === undefined || hasNumber(text)) return [];
        return [
          {
            ...places.placeOf(tag, each),
            message: `${each} is said first in danger, so it must hold a number to ring.`,
          },
        ];
      }),
    );
  });
}
