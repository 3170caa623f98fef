// Makes a complaint a case: in the tenant's own words, with the nation's clocks running from the moment the message came in, and with
// what was told besides: a hazard, an earlier complaint about the same, whom it is for. None is ever refused here.

import { type ActionInput, type ActionResult, action } from '../action.ts';
import { type HazardTold, hazardOf, openHazard } from './complaint-hazards.ts';
import { clockSlots, clocksTold, dueDates, stagesFor } from './complaint-law.ts';
import { type Repeats, repeatsOf } from './complaint-repeats.ts';
import { riskReasons } from './complaint-risks.ts';
import { investigatorsOf, servicesOf } from './complaint-services.ts';
import { complaintWords } from './complaint-words.ts';
import { file, handlingOf, needsOf, receivedAt, referenceFor, told } from './filing.ts';
import { withLogged } from './logged.ts';
import { contactNotes } from './staff-notes.ts';

const hazardSlots = ['hazard_reference', 'hazard_urgency', 'hazard_by', 'within_hours'] as const;

export const logComplaint = action(
  ['logged'],
  ['reference', ...clockSlots, 'owner', 'linked', 'earlier', ...hazardSlots],
  async (input): Promise<ActionResult<'logged'>> => {
    const reference = referenceFor(input, 'CMP', 'complaint');
    const words = complaintWords(input);
    const repeats = await repeatsOf(input, words);
    const kind = hazardOf(input);
    const hazard = kind === undefined ? undefined : openHazard(ofWhom(input), kind, reference);
    const { owner, filed, due } = fileComplaint(input, { reference, words, repeats, kind, hazard });
    const opened = hazard?.filed;
    return {
      outcome: 'logged',
      slots: {
        reference,
        owner,
        ...clocksTold(due),
        linked: repeats.told === undefined ? 'no' : 'yes',
        earlier: repeats.told ?? '',
        ...hazardTold(hazard),
      },
      effects: [...filed.effects, ...(opened?.effects ?? [])],
      cases: [...filed.cases, ...(opened?.cases ?? [])],
      promises: [...filed.promises, ...(opened?.promises ?? [])],
      state: withLogged(
        input,
        { reference, kind: 'complaint', about: words },
        ...(hazard === undefined || kind === undefined || opened === undefined
          ? []
          : [{ reference: hazard.reference, kind: 'hazard' as const, about: kind }]),
      ),
    };
  },
);

/** Who writes for somebody else is not the one at risk, nor is it their home: their profile tells nothing of it. */
function ofWhom(input: ActionInput): ActionInput {
  return told(input, 'for_whom') === 'other' ? { ...input, person: undefined } : input;
}

interface Complaint {
  readonly reference: string;
  readonly words: string;
  readonly repeats: Repeats;
  /** Of the hazard that was told of. */
  readonly kind: string | undefined;
  readonly hazard: HazardTold | undefined;
}

function fileComplaint(input: ActionInput, { reference, words, repeats, kind, hazard }: Complaint) {
  const { complaints } = input.world.landlord;
  const [stage] = stagesFor(input);
  if (stage === undefined) throw new Error('Neither the law nor the pack has a complaint stage.');
  const services = servicesOf(input);
  const risks = riskReasons(ofWhom(input), { hazard: kind, repeats: repeats.same.length, services: services.length });
  const owner = risks.length > 0 ? complaints.highRiskOwner : complaints.owner;
  const due = dueDates(input, stage, complaints.acknowledgeAtOnce);
  const filed = file(input, {
    reference,
    kind: 'complaint',
    stage: stage.name,
    words,
    outcomeSought: told(input, 'sought'),
    priority: risks.length > 0 ? 'high' : 'normal',
    riskReasons: risks,
    owner,
    acknowledgedAt: complaints.acknowledgeAtOnce ? receivedAt(input) : undefined,
    due,
    // Why somebody needs it stands on the profile alone: a customer may keep that out of the complaint.
    needs: [...needsOf(input, handlingOf), ...contactNotes(input)],
    links: [...(hazard === undefined ? [] : [hazard.reference]), ...repeats.same],
    details: { ...detailsOf(input, repeats), ...investigatorsOf(input, services, owner) },
  });
  return { owner, filed, due };
}

function detailsOf(input: ActionInput, { same, others }: Repeats): Readonly<Record<string, unknown>> {
  const outside = told(input, 'outside');
  const unsafe = told(input, 'unsafe_what');
  const contact = contactOf(input);
  return {
    way: told(input, 'way') ?? 'here',
    needsSaid: told(input, 'needs') ?? null,
    ...(outside !== undefined && { mayBeOutside: outside }),
    ...(unsafe !== undefined && { unsafe }),
    ...(same.length > 0 && { repeatOf: same.join(', ') }),
    ...(others.length > 0 && { otherComplaints: others.join(', ') }),
    ...(contact !== '' && { contact }),
  };
}

/** How the person would rather be reached, as the profile has it: the answer and all before it go that way. */
function contactOf({ person, slots }: ActionInput): string {
  const { prefer, avoid = [], never = [] } = (slots.for_whom === 'other' ? undefined : person?.contact) ?? {};
  return [
    ...(prefer === undefined ? [] : [`prefers ${prefer}`]),
    ...avoid.map((each) => `not ${each}`),
    ...never.map((each) => `never ${each}`),
  ].join('; ');
}

function hazardTold(hazard: HazardTold | undefined): Readonly<Record<string, string | number>> {
  return {
    hazard_reference: hazard?.reference ?? '',
    hazard_urgency: hazard?.urgency ?? 'none',
    hazard_by: hazard?.by ?? '',
    within_hours: hazard?.withinHours ?? 0,
  };
}
