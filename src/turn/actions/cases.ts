// Cases of a kind that differ only in whose they are, how soon they are answered, and what stands on them. None is decided here.

import type { CaseKind, Due } from '../../model/case.ts';
import type { Fact } from '../../model/delivery.ts';
import { teamOf } from '../../model/routes.ts';
import { type ActionInput, action } from '../action.ts';
import {
  daysFor,
  file,
  isYes,
  openDay,
  ownWords,
  referenceFor,
  teamName,
  told,
  toldDetails,
  workingDay,
} from './filing.ts';
import { asFirstTold } from './first-told.ts';

interface Terms {
  readonly kind: CaseKind;
  readonly prefix: string;
  readonly priority?: 'high';
  /** Why this one goes ahead of the others: only what was said. */
  readonly risks?: (input: ActionInput) => readonly string[];
  readonly restricted?: true;
  readonly anonymous?: (input: ActionInput) => boolean;
  /** Counted beside the case, without whose it is. */
  readonly fact?: (input: ActionInput) => Fact;
  /** By when and by which rule, where it is not the landlord's own working days. */
  readonly due?: (input: ActionInput) => Due;
}

/** Opens a case in the tenant's own words with all that they answered. */
function opening(terms: Terms) {
  return action(['logged'], ['reference', 'by', 'owner'], (input) => {
    const reference = referenceFor(input, terms.prefix, terms.kind);
    const due = terms.due?.(input) ?? ownDue(input);
    const owner = teamName(input, teamOf(input.enquiry, input.world.landlord));
    const riskReasons = terms.risks?.(input) ?? [];
    const priority = riskReasons.length > 0 ? 'high' : terms.priority;
    const filed = file(asFirstTold(input), {
      reference,
      kind: terms.kind,
      words: ownWords(input, 'what', 'more'),
      outcomeSought: told(input, 'sought'),
      owner,
      due: [due],
      anonymous: terms.anonymous?.(input) ?? false,
      riskReasons,
      ...(priority !== undefined && { priority }),
      restricted: terms.restricted ?? false,
      details: toldDetails(input),
    });
    const facts = terms.fact === undefined ? [] : [terms.fact(input)];
    return { outcome: 'logged', slots: { reference, by: due.by.slice(0, 10), owner }, facts, ...filed };
  });
}

function ownDue(input: ActionInput): Due {
  const by = openDay(input, daysFor(input.enquiry, input.world));
  return { what: 'answer', by, basis: 'received', rule: 'landlord pack, tasks' };
}

/** A request that a person decides: a pet, a shed, a plan for arrears. */
export const logRequest = opening({ kind: 'enquiry', prefix: 'ENQ' });
/** Fear and hate go ahead of loud music: a person is in touch as soon as for a call-back. */
const openNuisance = opening({
  kind: 'asb',
  prefix: 'ASB',
  risks: nuisanceRisks,
  due: (input) => (nuisanceRisks(input).length > 0 ? soonDue(input) : ownDue(input)),
});

/** Because of who somebody is: the same case as told outright, restricted, of the team for hate incidents. */
const openHate = opening({
  kind: 'hate-incident',
  prefix: 'ENQ',
  priority: 'high',
  restricted: true,
  risks: nuisanceRisks,
  due: soonDue,
});

export const logNuisance = action(['logged'], ['reference', 'by', 'owner'], (input) => {
  if (!isYes(input, 'hate')) return openNuisance.run(input);
  const { characteristic, ...slots } = input.slots;
  const said = characteristic === 'no_answer' ? slots : input.slots;
  return openHate.run({ ...input, enquiry: 'safety.hate_incident', slots: said });
});
/** What staff or a contractor did to somebody because of who they are: no plain complaint about a service. */
export const logConduct = opening({ kind: 'conduct', prefix: 'CON', priority: 'high', restricted: true });
/** In confidence: who does not want to be named is not named anywhere. */
export const logFraud = opening({
  kind: 'enquiry',
  prefix: 'ENQ',
  anonymous: (input) => told(input, 'named') !== 'yes',
});
/** Only with the customer's consent: the dialog asks for it before. */
export const logReferral = opening({
  kind: 'referral',
  prefix: 'REF',
  fact: (input) => ({ name: 'referral.made', enquiry: input.enquiry, data: { need: told(input, 'need') ?? 'other' } }),
});
export const logDataRequest = opening({ kind: 'data-request', prefix: 'DAT', due: dataDue });

function nuisanceRisks(input: ActionInput): readonly string[] {
  return [
    ...(isYes(input, 'afraid') ? ['told us that somebody is hurt, threatened or afraid'] : []),
    ...(isYes(input, 'hate') ? ['told us that it is because of who they are'] : []),
  ];
}

function soonDue(input: ActionInput): Due {
  const by = openDay(input, input.world.landlord.handover.callbackWorkingDays);
  return { what: 'contact', by, basis: 'received', rule: 'landlord pack, handover' };
}

function dataDue(input: ActionInput): Due {
  const { months, complaintDays, rule } = input.world.rules.dataRequests;
  const received = workingDay(asFirstTold(input), 0);
  const isComplaint = told(input, 'wish') === 'complain';
  const by = isComplaint ? daysLater(received, complaintDays) : monthsLater(received, months);
  return { what: isComplaint ? 'acknowledge' : 'answer', by, basis: 'received', rule };
}

function daysLater(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last day. */
function monthsLater(date: string, months: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  const wanted = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + months + 1, 0);
  day.setUTCDate(Math.min(wanted, day.getUTCDate()));
  return day.toISOString().slice(0, 10);
}
