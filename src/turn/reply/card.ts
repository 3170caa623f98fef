// Which messages have a card, and which of their facts stand on it. What is private or restricted has none: it is told in words, once.

import type { Card } from '../../model/card.ts';
import type { Line } from '../line.ts';

type Kind = Card['kind'];

/** By the phrase that tells it. */
const cardKinds: Readonly<Record<string, Kind>> = {
  'repair.report.booked': 'visit',
  'repair.no_heating_water.booked': 'visit',
  'repair.pests.booked': 'visit',
  'repair.safety_check.booked': 'visit',
  'repair.change_appointment.told': 'visit',
  'repair.change_appointment.moved': 'visit',
  'repair.status.told': 'repair',
  'repair.report.logged': 'repair',
  'repair.report.logged_emergency': 'repair',
  'repair.no_heating_water.logged': 'repair',
  'repair.pests.logged': 'repair',
  'complaint.make.logged': 'case',
  'complaint.make.logged_by_phone': 'case',
  'complaint.status.told': 'case',
  'access.adjustment.logged': 'case',
  'access.format.logged': 'case',
};

/** Says a phrase in the customer's language. */
type Say = (key: string, values: Readonly<Record<string, string | number>>) => string;

export function cardOf(lines: readonly Line[], say: Say, repairsTeam: string): Card | undefined {
  const told = lines.find(({ phrase, values }) => phrase in cardKinds && isThere(values.reference));
  const kind = told && cardKinds[told.phrase];
  if (told === undefined || kind === undefined) return undefined;
  const facts = [...(kind === 'case' ? caseFacts(told, say) : repairFacts(told, say, repairsTeam))];
  return {
    kind,
    title: say(`card.${kind}`, {}),
    facts: facts
      .filter(([, value]) => value !== '')
      .map(([label, value]) => ({ label: say(`card.${label}`, {}), value })),
    actions: visitOf(told) === undefined || isMoving(told) ? [] : [say('label.repair.change_appointment', {})],
  };
}

type Facts = readonly (readonly [label: string, value: string])[];

function repairFacts(line: Line, say: Say, repairsTeam: string): Facts {
  const { reference, fault, contractor, status, by } = line.values;
  const visit = visitOf(line);
  return [
    ['reference', text(reference)],
    ['what', text(fault)],
    ['when', visit === undefined ? '' : say('card.half_day', visit)],
    ['who', visit === undefined ? '' : text(contractor) || repairsTeam],
    ['by', visit === undefined ? dayIn(by, say) : ''],
    ['status', isThere(status) ? say('card.status_is', { status: text(status) }) : ''],
  ];
}

function caseFacts({ values }: Line, say: Say): Facts {
  const { reference, owner, acknowledges, acknowledge_by, answer_by, decide_by, by } = values;
  return [
    ['reference', text(reference)],
    ['owner', text(owner)],
    ['acknowledge_by', acknowledges === 'yes' ? dayIn(acknowledge_by, say) : ''],
    ['answer_by', dayIn(answer_by ?? decide_by, say)],
    ['by', answer_by === undefined && decide_by === undefined ? dayIn(by, say) : ''],
  ];
}

/** Its own question offers to move it. */
const isMoving = ({ phrase }: Line): boolean => phrase === 'repair.change_appointment.told';

function visitOf({ values, phrase }: Line): { readonly date: string; readonly slot: string } | undefined {
  const isBooking = /\.(?:booked|moved)$/.test(phrase);
  const date = text(isBooking ? values.appointment_date : values.date);
  const slot = text(isBooking ? values.appointment_slot : values.slot) || 'day';
  return isDay(date) && slot !== 'none' ? { date, slot } : undefined;
}

const text = (value: string | number | undefined): string => String(value ?? '');
const isThere = (value: string | number | undefined): boolean => text(value) !== '';
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
const dayIn = (value: string | number | undefined, say: Say): string =>
  isDay(text(value)) ? say('card.day', { date: text(value) }) : '';
