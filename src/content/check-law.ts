// Refuses a pack that gives tenants less than the law of its nation: the rule and where it is written are named with the fault.

import type { Landlord } from '../model/landlord.ts';
import type { NationRules, Stage } from '../model/nation-rules.ts';
import type { Fault } from './fault.ts';

type FaultAt = (path: readonly string[], message: string) => Fault;
type ComplaintLaw = NationRules['complaints'][number];

/** Measured by what holds until further notice: what has an end is on its way out, and its cases run on by the day they came in. */
export function lawFaults(landlord: Landlord, rules: NationRules, fault: FaultAt): readonly Fault[] {
  const complaints = rules.complaints.filter(({ until }) => until === undefined);
  const hazards = rules.hazards.filter(({ until }) => until === undefined);
  return [
    ...complaints.flatMap((law) => [...stageFaults(landlord, law, fault), ...ageFaults(landlord, law, fault)]),
    ...hazards.flatMap((law) => {
      const { emergencyHours } = landlord.repairs;
      if (law.emergencyHours === undefined || emergencyHours <= law.emergencyHours) return [];
      const message = `an emergency is made safe in ${emergencyHours} hours, but the law gives ${law.emergencyHours}${by(law)}`;
      return [fault(['repairs', 'emergencyHours'], message)];
    }),
    ...languageFaults(landlord, rules, fault),
  ];
}

/** Which of them is the very first is the landlord's own choice. */
function languageFaults(
  { languages }: Landlord,
  { equalLanguages: law }: NationRules,
  fault: FaultAt,
): readonly Fault[] {
  if (law === undefined || law.tags.every((tag) => languages.slice(0, law.tags.length).includes(tag))) return [];
  const message = `the pack speaks ${languages.join(', ')}, but ${law.tags.join(' and ')} come before all others${by(law)}`;
  return [fault(['languages'], message)];
}

const by = ({ rule, source }: { readonly rule: string; readonly source: string }): string => ` (${rule}; ${source}).`;

function stageFaults({ complaints: { stages } }: Landlord, law: ComplaintLaw, fault: FaultAt): readonly Fault[] {
  if (stages === undefined) {
    const isOpen = law.stages.length === 0;
    return isOpen ? [fault(['complaints'], `stages are missing: the law sets none, so the pack must${by(law)}`)] : [];
  }
  const { fewestStages = 1, mostStages = Number.POSITIVE_INFINITY } = law;
  const count = stages.length;
  if (count < fewestStages || count > mostStages) {
    const allowed = fewestStages === mostStages ? `${mostStages}` : `${fewestStages} to ${mostStages}`;
    return [fault(['complaints', 'stages'], `there are ${count} stages, but the law has ${allowed}${by(law)}`)];
  }
  return stages.flatMap((stage, at) =>
    limitFaults(stage, law.stages[at], (name, message) =>
      fault(['complaints', 'stages', String(at), name], `${message}${by(law)}`),
    ),
  );
}

/** No limit is longer than the law's, and none is left out. */
function limitFaults(
  stage: Stage,
  law: Stage | undefined,
  fault: (name: string, message: string) => Fault,
): readonly Fault[] {
  if (law === undefined) return [];
  const limits = ['acknowledgeWorkingDays', 'answerWorkingDays', 'extensionWorkingDays'] as const;
  return limits.flatMap((name) => {
    const [own, most] = [stage[name], law[name]];
    if (most === undefined || (own !== undefined && own <= most)) return [];
    return [fault(name, `${stage.name}: ${name} is ${own ?? 'missing'}, but the law gives ${most} at most`)];
  });
}

function ageFaults({ complaints: { withinMonths } }: Landlord, law: ComplaintLaw, fault: FaultAt): readonly Fault[] {
  if (withinMonths === undefined || withinMonths >= law.withinMonths) return [];
  const message = `complaints are taken for ${withinMonths} months, but the law has them taken for ${law.withinMonths}`;
  return [fault(['complaints', 'withinMonths'], `${message}${by(law)}`)];
}
