// What the macros of a landlord pack name must be there: ready replies, teams, enquiries. A reply that asks for something to be filled in
// cannot be in one, for nobody is asked.

import type { Landlord } from '../model/landlord.ts';
import { kindOf, type MacroStep, macroName } from '../model/macro.ts';
import { takingTeams } from '../model/routes.ts';
import { cannedReplies } from '../turn/handover/canned.ts';
import { didYouMean, type Fault } from './fault.ts';

type Told = (path: readonly string[], message: string) => Fault;

interface Known {
  readonly landlord: Landlord;
  readonly enquiries: readonly string[];
}

export function macroFaults(known: Known, fault: Told): readonly Fault[] {
  return Object.entries(known.landlord.macros).flatMap(([name, { label, steps }]) => {
    const at = (...path: readonly string[]) => ['macros', name, ...path];
    const named = macroName.test(name)
      ? []
      : [fault(at(), `${name} is typed after “/”: write it in small letters and digits, with _ between words.`)];
    const labelled = label.en === undefined ? [fault(at('label'), 'write an English label: en.')] : [];
    return [
      ...named,
      ...labelled,
      ...steps.flatMap((step, index) => {
        const kind = kindOf(step);
        const place = at('steps', String(index), kind);
        const isOver = index < steps.length - 1 && (kind === 'transfer' || kind === 'wrapUp');
        const late = isOver ? [fault(place, `${kind} must be the last step: nothing can be done after it.`)] : [];
        return [...stepFaults(step, known).map(({ path, message }) => fault([...place, ...path], message)), ...late];
      }),
    ];
  });
}

interface Wrong {
  readonly path: readonly string[];
  readonly message: string;
}

function stepFaults(step: MacroStep, { landlord, enquiries }: Known): readonly Wrong[] {
  const { reply, transfer, wrapUp } = step;
  const takes = takingTeams(landlord).map(({ id }) => id);
  return [
    ...(reply === undefined ? [] : replyFaults(reply)),
    ...(transfer === undefined
      ? []
      : unknown(transfer.team, takes, { what: 'team that takes handovers', path: ['team'] })),
    ...(wrapUp?.topic === undefined ? [] : unknown(wrapUp.topic, enquiries, { what: 'enquiry', path: ['topic'] })),
    ...(wrapUp?.promise?.team === undefined
      ? []
      : unknown(wrapUp.promise.team, Object.keys(landlord.teams), { what: 'team', path: ['promise', 'team'] })),
  ];
}

const simple = Object.entries(cannedReplies).flatMap(([name, needs]) =>
  Object.keys(needs).length === 0 ? [name] : [],
);

function replyFaults(reply: string): readonly Wrong[] {
  if (simple.includes(reply)) return [];
  const why = Object.hasOwn(cannedReplies, reply)
    ? `${reply} has something to fill in, which a macro cannot know.`
    : `there is no ready reply ${reply}.${didYouMean(reply, simple)}`;
  return [{ path: [], message: `${why} Use one of: ${simple.join(', ')}.` }];
}

function unknown(
  name: string,
  names: readonly string[],
  { what, path }: { readonly what: string; readonly path: readonly string[] },
): readonly Wrong[] {
  return names.includes(name) ? [] : [{ path, message: `there is no ${what} ${name}.${didYouMean(name, names)}` }];
}
