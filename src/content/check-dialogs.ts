// Proves each dialog whole: links lead somewhere, every step is reached, every path ends, every outcome of an action has a way on.

import { tenures } from '../model/person.ts';
import type { Actions } from '../turn/action.ts';
import { outcomes } from '../turn/dialog/decide.ts';
import type { Ask, Dialog, Playbook, Step } from '../turn/dialog/flow.ts';
import { factNames } from '../turn/facts.ts';
import { didYouMean, type Fault } from './fault.ts';
import type { YamlFile } from './yaml-file.ts';

export interface DialogContent {
  readonly playbook: Playbook;
  readonly files: ReadonlyMap<string, YamlFile>;
  readonly actions: Actions;
}

export function checkDialogs(content: DialogContent): readonly Fault[] {
  return [...content.playbook].flatMap(([name, dialog]) => {
    const yaml = content.files.get(name);
    const whole = [...headFaults(name, dialog), ...entryFaults(dialog), ...unaskedFaults(dialog)].map((message) => ({
      file: yaml?.file ?? name,
      line: yaml?.lineOf([]),
      message,
    }));
    const steps = Object.entries(dialog.steps).flatMap(([step, each]) =>
      stepFaults(each, { dialog, content }).map((message) => ({
        file: yaml?.file ?? name,
        line: yaml?.lineOf(['steps', step]),
        message: `${step}: ${message}`,
      })),
    );
    const paths = pathFaults(dialog).map(([step, message]) => ({
      file: yaml?.file ?? name,
      line: yaml?.lineOf(['steps', step]),
      message: `${step}: ${message}`,
    }));
    return [...whole, ...steps, ...paths];
  });
}

function headFaults(name: string, dialog: Dialog): readonly string[] {
  const faults: string[] = [];
  if (dialog.enquiry === undefined && !dialog.called) faults.push(`needs "enquiry: ${name}" or "called: true".`);
  if (dialog.enquiry !== undefined && dialog.enquiry !== name)
    faults.push(`says enquiry: ${dialog.enquiry}, but its path says ${name}.`);
  const odd = dialog.clauses.filter((clause) => !/^[A-Z]{3}-\d{2}$/.test(clause));
  if (odd.length > 0) faults.push(`clauses ${odd.join(', ')} do not look like GUH-02.`);
  const first = Object.values(dialog.steps)[0];
  if (dialog.tenures !== 'all') faults.push(...unknownTenures(dialog.tenures));
  if (first === undefined) faults.push('has no steps.');
  if (dialog.urgent && (first === undefined || !('say' in first)))
    faults.push('is urgent, so its first step must say the safety steps.');
  return faults;
}

/** Ways into a dialog besides its first step. */
const entries = ['person', 'unfinished', 'desk'] as const;

function entryFaults({ steps, ...dialog }: Dialog): readonly string[] {
  const lost = entries.flatMap((entry) => {
    const step = dialog[entry];
    if (step === undefined || steps[step] !== undefined) return [];
    return [`${entry}: leads to ${step}, which is no step.${didYouMean(step, Object.keys(steps))}`];
  });
  const isForNobody = dialog.deskFor !== undefined && dialog.desk === undefined;
  return isForNobody ? [...lost, 'says deskFor, but has no step for the desk.'] : lost;
}

/** Nobody is there to answer. */
function unaskedFaults(dialog: Dialog): readonly string[] {
  return (['unfinished', 'desk'] as const).flatMap((entry) => {
    const start = dialog[entry];
    return start === undefined ? [] : askingFaults(entry, start, dialog.steps);
  });
}

function askingFaults(entry: string, start: string, steps: Dialog['steps']): readonly string[] {
  const asking = [...reach([start], (name) => linksOf(steps[name] ?? { end: '' }))].filter((name) => {
    const step = steps[name] ?? { end: '' };
    return 'ask' in step || 'confirm' in step || 'call' in step || 'handover' in step;
  });
  return asking.map((name) => `${entry}: leads to ${name}, which needs an answer: nobody is there to give it.`);
}

interface About {
  readonly dialog: Dialog;
  readonly content: DialogContent;
}

/** The steps that a step may lead to. */
function linksOf(step: Step): readonly string[] {
  if ('when' in step) return [...Object.values(step.is), step.else];
  if ('do' in step || 'call' in step) return Object.values(step.on);
  return 'next' in step ? [step.next] : [];
}

function stepFaults(step: Step, about: About): readonly string[] {
  const names = Object.keys(about.dialog.steps);
  const links = linksOf(step)
    .filter((link) => !names.includes(link))
    .map((link) => `leads to ${link}, which is no step.${didYouMean(link, names)}`);
  return [...links, ...verbFaults(step, about)];
}

function verbFaults(step: Step, about: About): readonly string[] {
  if ('do' in step) return doFaults(step, about);
  if ('call' in step) return callFaults(step, about);
  if ('when' in step) return [...whenFaults(step.when, about), ...tenureFaults(step)];
  if ('ask' in step) return askFaults(step, about);
  if ('confirm' in step) return confirmFaults(step.change, about);
  if ('end' in step) return endFaults(step.end, about);
  return [];
}

function doFaults(step: Extract<Step, { do: string }>, { dialog, content }: About): readonly string[] {
  const action = content.actions[step.do];
  if (action === undefined) {
    return [`there is no action ${step.do}.${didYouMean(step.do, Object.keys(content.actions))}`];
  }
  return [...waysOn(step.do, action.outcomes, Object.keys(step.on)), ...inputFaults(step.with, { dialog, content })];
}

function inputFaults(inputs: Readonly<Record<string, string>> = {}, { dialog, content }: About): readonly string[] {
  const slots = slotsOf(dialog, content.actions);
  const sources = Object.values(inputs).filter((source) => source.startsWith('$'));
  const unknown = sources.map((source) => source.slice(1)).filter((slot) => !slots.has(slot));
  return unknown.map((slot) => `takes $${slot}, which no step fills.${didYouMean(slot, slots)}`);
}

function waysOn(name: string, outcomes: readonly string[], listed: readonly string[]): readonly string[] {
  const missing = outcomes.filter((outcome) => !listed.includes(outcome));
  const unknown = listed.filter((outcome) => !outcomes.includes(outcome) && outcome !== 'left');
  return [
    ...(missing.length > 0 ? [`has no way on for ${name}: ${missing.join(', ')}.`] : []),
    ...unknown.map((outcome) => `${name} never ends with ${outcome}.${didYouMean(outcome, outcomes)}`),
  ];
}

function callFaults(step: Extract<Step, { call: string }>, { dialog, content }: About): readonly string[] {
  const target = content.playbook.get(step.call);
  if (target === undefined)
    return [`there is no dialog ${step.call}.${didYouMean(step.call, content.playbook.keys())}`];
  const ends = Object.values(target.steps).flatMap((each) => ('end' in each ? [each.end] : []));
  return [
    ...waysOn(step.call, [...new Set(ends)], Object.keys(step.on)),
    ...inputFaults(step.with, { dialog, content }),
  ];
}

function whenFaults(name: string, { dialog, content }: About): readonly string[] {
  const known = [...factNames, ...slotsOf(dialog, content.actions)];
  return known.includes(name)
    ? []
    : [`asks for ${name}, which is neither a fact nor a slot.${didYouMean(name, known)}`];
}

/** A misspelt tenure would send its people down the way of everybody else without a word. */
function tenureFaults({ when, is }: Extract<Step, { when: string }>): readonly string[] {
  return when === 'person.tenure' ? unknownTenures(Object.keys(is)) : [];
}

function unknownTenures(named: readonly string[]): readonly string[] {
  const unknown = named.filter((tenure) => !(tenures as readonly string[]).includes(tenure));
  return unknown.map((tenure) => `there is no tenure ${tenure}.${didYouMean(tenure, tenures)}`);
}

function askFaults(step: Ask, about: About): readonly string[] {
  const hasOptions = (step.options?.length ?? 0) > 0 || step.optionsFrom !== undefined;
  if (step.expects === 'choice' && !hasOptions) return ['a choice needs options or optionsFrom.'];
  if (step.expects !== 'choice' && hasOptions) return [`has options, so it expects a choice and not ${step.expects}.`];
  const noFaults =
    step.no !== undefined && !step.options?.includes(step.no) ? ['no names an option that there is not.'] : [];
  return [...noFaults, ...optionFaults(step.optionsFrom, about), ...otherwiseFaults(step, about)];
}

function optionFaults(from: string | undefined, { dialog, content }: About): readonly string[] {
  const slots = slotsOf(dialog, content.actions);
  if (from === undefined || slots.has(from)) return [];
  return [`takes options from ${from}, which no action fills.${didYouMean(from, slots)}`];
}

function otherwiseFaults({ otherwise, options = ['yes', 'no'] }: Ask, { dialog, content }: About): readonly string[] {
  if (otherwise === undefined) return [];
  const isWay = options.includes(otherwise.option) && slotsOf(dialog, content.actions).has(otherwise.fills);
  return isWay ? [] : ['otherwise names an option or a slot that there is not.'];
}

function confirmFaults(change: readonly string[], { dialog }: About): readonly string[] {
  const asked = Object.values(dialog.steps).flatMap((step) => ('ask' in step ? [step.ask] : []));
  const unknown = change.filter((slot) => !asked.includes(slot));
  return unknown.map((slot) => `lets ${slot} be changed, which is never asked.${didYouMean(slot, asked)}`);
}

function endFaults(end: string, { dialog }: About): readonly string[] {
  if (dialog.called || outcomes.some((outcome) => outcome === end)) return [];
  return [`ends with ${end}, which is none of ${outcomes.join(', ')}.${didYouMean(end, outcomes)}`];
}

/** Slots that a dialog asks for or that its actions and calls fill. */
export function slotsOf(dialog: Dialog, actions: Actions): ReadonlySet<string> {
  const slots = new Set(['words', 'phone', 'photo', 'topic', 'topic_label', 'enquiry']);
  for (const step of Object.values(dialog.steps)) for (const slot of filledBy(step, actions)) slots.add(slot);
  return slots;
}

function filledBy(step: Step, actions: Actions): readonly string[] {
  if ('ask' in step) return step.several === undefined ? [step.ask] : [step.ask, step.several];
  if ('do' in step) return actions[step.do]?.gives ?? [];
  return 'call' in step ? (step.keep ?? []) : [];
}

/** Steps that nothing leads to, and steps from which no way leads to an end. */
function pathFaults(dialog: Dialog): readonly (readonly [string, string])[] {
  const [first] = Object.keys(dialog.steps);
  if (first === undefined) return [];
  const starts = entries.flatMap((entry) => dialog[entry] ?? []);
  const reached = reach([first, ...starts], (name) => linksOf(dialog.steps[name] ?? { end: '' }));
  const ends = Object.entries(dialog.steps).filter(([, step]) => 'end' in step || 'handover' in step);
  const leadingTo = (name: string) =>
    Object.keys(dialog.steps).filter((each) => linksOf(dialog.steps[each] ?? { end: '' }).includes(name));
  const ending = reach(
    ends.map(([name]) => name),
    leadingTo,
  );
  return Object.keys(dialog.steps).flatMap((name): readonly (readonly [string, string])[] => {
    if (!reached.has(name)) return [[name, 'no step leads here.']];
    return ending.has(name) ? [] : [[name, 'from here no way leads to an end.']];
  });
}

function reach(from: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...next(name));
  }
  return seen;
}
