// Danger: emergency repairs at once, and restricted cases of which nothing is told where others may read it.

import type { CaseKind } from '../../model/case.ts';
import { withOffset } from '../../model/london-time.ts';
import { teamOf } from '../../model/routes.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { actsFor } from '../customer.ts';
import { file, ownWords, referenceFor, teamName, told } from './filing.ts';
import { asFirstTold } from './first-told.ts';
import { besideSlots, withHazardBeside } from './hazard-beside.ts';
import { dueBy, reportRepair } from './repair.ts';
import { wordsFound } from './words-found.ts';

/** Danger is logged before anything is asked: where the words name another home, nobody is sent to that of who writes. */
export const logEmergency = action(['logged'], ['reference', 'by', 'for_whom', ...besideSlots], (input) => {
  const slots = namesAnother(input) ? { for_whom: 'other' } : {};
  const logged = emergency({ ...input, slots: { ...input.slots, ...slots } });
  return { ...logged, slots: { ...logged.slots, ...slots } };
});

function namesAnother(input: ActionInput): boolean {
  return (
    actsFor(input.state) === undefined && wordsFound(input.world, 'for_other', ownWords(input, 'what')) !== undefined
  );
}

function emergency(input: ActionInput): ActionResult<'logged'> {
  const hazard = told(input, 'hazard') ?? input.enquiry.split('.')[1] ?? 'other';
  const by = dueBy(input, 'emergency');
  const fault = ownWords(input, 'what') || hazard;
  const dangerous = { ...input, slots: { trade: tradeOf[hazard] ?? 'general', ...input.slots, danger: 'yes' } };
  const reported = reportRepair(dangerous, { priority: 'emergency', by, fault, slots: { by } });
  return withHazardBeside(reported, dangerous, String(reported.slots?.reference));
}

const tradeOf: Readonly<Record<string, string>> = {
  gas: 'gas',
  carbon_monoxide: 'gas',
  flood: 'plumbing',
  electric: 'electrical',
  insecure: 'joinery',
  structure: 'building',
};

type Told = Readonly<Record<string, string>>;

/** What kind it was and, only where it was said, what about somebody it was aimed at. */
function hateDetails(input: ActionInput): Told {
  const [incident, characteristic] = ['incident', 'characteristic'].map((slot) => told(input, slot));
  const isSaid = characteristic !== undefined && characteristic !== 'no_answer';
  return { ...(incident !== undefined && { incident }), ...(isSaid && { characteristic }) };
}

/** The reference is a neutral one: seen on a phone by somebody else, it says nothing. */
function restrictedCase(
  heard: ActionInput,
  about: { readonly kind: CaseKind; readonly name: string; readonly isHigh?: boolean; readonly details?: Told },
) {
  const input = asFirstTold(heard);
  const reference = referenceFor(input, 'ENQ', about.name);
  const team = teamOf(input.enquiry, input.world.landlord);
  const at = new Date(input.received.receivedAt.getTime() + sameDayHours * 3_600_000);
  const by = withOffset(at, input.world.landlord.timeZone);
  const filed = file(input, {
    reference,
    kind: about.kind,
    words: ownWords(input, 'what'),
    priority: about.isHigh ? 'high' : 'emergency',
    restricted: true,
    team,
    due: [{ what: 'contact', by, basis: 'received', rule: 'landlord pack, safeguarding' }],
    details: {
      safeContact: told(input, 'safe_contact') ?? 'not-said',
      how: told(input, 'how') ?? null,
      ...about.details,
    },
  });
  return {
    outcome: 'logged' as const,
    slots: { reference, by: by.slice(0, 10), owner: teamName(input, team) },
    ...filed,
  };
}

const sameDayHours = 24;

export const logAbuse = action(['logged'], ['reference', 'by'], (input) =>
  restrictedCase(input, { kind: 'domestic-abuse', name: 'abuse' }),
);

export const logConcern = action(['logged'], ['reference', 'by', 'owner'], (input) => {
  const isHate = told(input, 'kind') === 'hate_incident';
  const details = isHate ? hateDetails(input) : {};
  return restrictedCase(input, {
    kind: isHate ? 'hate-incident' : 'safeguarding',
    name: 'concern',
    isHigh: isHate,
    details,
  });
});
