// Makes a complaint a case: in the tenant's own words, with the nation's clocks running from the message that first told it, and with
// what was told besides: a hazard, an earlier complaint about the same, whom it is for. None is ever refused here.

import { type ActionInput, type ActionResult, action } from '../action.ts';
import { notWritten, type Written, writtenBesides, writtenSlots } from '../written-besides.ts';
import { hazardOf, openHazard } from './complaint-hazards.ts';
import { clockSlots, clocksTold, dueDates, stagesFor } from './complaint-law.ts';
import { type Repeats, repeatsOf } from './complaint-repeats.ts';
import { riskReasons } from './complaint-risks.ts';
import { investigatorsOf, servicesOf } from './complaint-services.ts';
import { complaintWords } from './complaint-words.ts';
import { file, handlingOf, needsOf, receivedAt, receivedOn, referenceFor, told } from './filing.ts';
import { asFirstTold } from './first-told.ts';
import { type Beside, besideSlots, hazardEffects, noHazard } from './hazard-beside.ts';
import { linkTo } from './linked.ts';
import { withLogged } from './logged.ts';
import { contactNotes } from './staff-notes.ts';
import { aboutThem } from './whose.ts';

export const logComplaint = action(
  ['logged'],
  ['reference', ...clockSlots, 'owner', 'linked', 'earlier', 'repeated', ...besideSlots, ...writtenSlots],
  async (input): Promise<ActionResult<'logged'>> => {
    const reference = referenceFor(input, 'CMP', 'complaint');
    const words = complaintWords(input);
    const repeats = await repeatsOf(asFirstTold(input), words);
    const kind = hazardOf(input);
    const hazard = kind === undefined ? undefined : openHazard(aboutThem(input), kind, reference);
    const { owner, filed, due } = fileComplaint(input, { reference, words, repeats, kind, hazard });
    const opened = hazard?.filed;
    if (repeats.again !== undefined) return toldAgain(input, repeats.again, { owner, due });
    const written = acknowledgement(input, { reference, owner, due });
    const all = [filed, opened, written].filter((each) => each !== undefined);
    return {
      outcome: 'logged',
      slots: {
        reference,
        owner,
        ...clocksTold(due, receivedOn(input)),
        ...repeatsTold(repeats),
        ...(hazard?.slots ?? noHazard),
        ...(written?.values ?? notWritten),
      },
      effects: [
        ...filed.effects,
        ...(hazard === undefined ? [] : hazardEffects(hazard, reference)),
        ...repeats.same.map((earlier) => linkTo(earlier, reference)),
        ...(written?.effects ?? []),
      ],
      cases: all.flatMap(({ cases }) => cases),
      promises: all.flatMap(({ promises }) => promises),
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

function repeatsTold({ told: earlier, same }: Repeats) {
  return {
    linked: earlier === undefined ? 'no' : 'yes',
    earlier: earlier ?? '',
    repeated: same.length > 0 ? 'yes' : 'no',
  };
}

/** For who has such things on paper: what was said here, by the day on which we tell how we understand the complaint. */
function acknowledgement(
  input: ActionInput,
  { reference, owner, due }: { readonly reference: string } & Pick<ReturnType<typeof fileComplaint>, 'owner' | 'due'>,
): Written | undefined {
  const latest = due.find(({ what }) => what === 'acknowledge')?.by;
  const values = { reference, owner, ...clocksTold(due, receivedOn(input)), linked: 'no', earlier: '' };
  const said = [{ phrase: 'complaint.make.logged', values }];
  const letter = { is: 'complaint-acknowledged', by: values.answer_by } as const;
  return writtenBesides(
    { is: 'acknowledgement', about: reference, owner, said, letter, ...(latest !== undefined && { latest }) },
    {
      person: aboutThem(input).person,
      conversation: { ...input.conversation, state: input.state },
      world: input.world,
      at: input.received.receivedAt,
      language: input.state.language.tag,
    },
  );
}

/** The same sent again within minutes: its case hears what is wanted, and the tenant has the reference that they had. */
function toldAgain(
  input: ActionInput,
  reference: string,
  { owner, due }: Pick<ReturnType<typeof fileComplaint>, 'owner' | 'due'>,
): ActionResult<'logged'> {
  const [sought, needs] = [told(input, 'sought') ?? null, told(input, 'needs') ?? null];
  const payload = { reference, changes: { details: { toldAgain: { at: receivedAt(input), sought, needs } } } };
  return {
    outcome: 'logged',
    slots: {
      reference,
      owner,
      ...clocksTold(due, receivedOn(input)),
      linked: 'no',
      earlier: '',
      repeated: 'yes',
      ...noHazard,
      ...notWritten,
    },
    effects: [{ kind: 'housing.change-case', key: `housing:${reference}`, payload }],
  };
}

interface Complaint {
  readonly reference: string;
  readonly words: string;
  readonly repeats: Repeats;
  /** Of the hazard that was told of. */
  readonly kind: string | undefined;
  readonly hazard: Beside | undefined;
}

function fileComplaint(heard: ActionInput, { reference, words, repeats, kind, hazard }: Complaint) {
  const input = asFirstTold(heard);
  const { complaints } = input.world.landlord;
  const [stage] = stagesFor(input);
  if (stage === undefined) throw new Error('Neither the law nor the pack has a complaint stage.');
  const services = servicesOf(input);
  const risks = riskReasons(aboutThem(input), {
    hazard: kind,
    repeats: repeats.same.length,
    services: services.length,
  });
  const owner = risks.length > 0 ? complaints.highRiskOwner : complaints.owner;
  const due = dueDates(input, stage, complaints.acknowledgeAtOnce ? receivedOn(heard) : undefined);
  const filed = file(input, {
    reference,
    kind: 'complaint',
    stage: stage.name,
    words,
    outcomeSought: told(input, 'sought'),
    priority: risks.length > 0 ? 'high' : 'normal',
    riskReasons: risks,
    owner,
    acknowledgedAt: complaints.acknowledgeAtOnce ? receivedAt(heard) : undefined,
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
function contactOf(input: ActionInput): string {
  const { prefer, avoid = [], never = [] } = aboutThem(input).person?.contact ?? {};
  return [
    ...(prefer === undefined ? [] : [`prefers ${prefer}`]),
    ...avoid.map((each) => `not ${each}`),
    ...never.map((each) => `never ${each}`),
  ].join('; ');
}
