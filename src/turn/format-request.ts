// A request for a format that nobody had to ask for in a dialog: it is on their record, or an agent asks for it. It is like the one that
// they could make themselves: with somebody who makes it and a day.

import type { Due, NewCase } from '../model/case.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Landlord } from '../model/landlord.ts';
import { localTime, withOffset } from '../model/london-time.ts';
import { closedDays } from '../model/opening-hours.ts';
import type { Person } from '../model/person.ts';
import { teamOf } from '../model/routes.ts';
import { addWorkingDays } from '../model/working-days.ts';
import { tenancyOf } from './facts.ts';
import type { CaseOpened, KeyedEffect, PromiseMade } from './turn.ts';
import type { World } from './world.ts';

export const formatEnquiry = 'access.format';

export interface FormatRequest {
  readonly reference: string;
  readonly person: Person | undefined;
  readonly conversation: Pick<Conversation, 'id' | 'address'>;
  /** Of the conversation. */
  readonly language: string;
  readonly at: Date;
  readonly by: string;
  readonly basis: string;
  readonly owner: string;
  readonly needs: readonly string[];
  readonly links: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Requested {
  readonly effects: readonly KeyedEffect[];
  readonly cases: readonly CaseOpened[];
  readonly promises: readonly PromiseMade[];
}

/** Who makes a format, in which time. */
export function formatTerms({ formats, adjustments }: Landlord, format: string): Landlord['formats'][string] {
  return formats[format] ?? formats.other ?? { owner: adjustments.owner, workingDays: adjustments.decideWorkingDays };
}

/** The day by which people make it, counted from an instant. */
export function formatDay(at: Date, workingDays: number, world: World): string {
  return addWorkingDays(localTime(at, world.landlord.timeZone).date, workingDays, closedDays(world));
}

export function requestFormat(wanted: FormatRequest, world: World): Requested {
  const { reference, person, by, basis, owner, at } = wanted;
  const due: readonly Due[] = [{ what: 'send', by, basis, rule: 'landlord pack, formats' }];
  const opened: CaseOpened = {
    reference,
    kind: 'format',
    ...(person !== undefined && { person: person.id }),
    enquiry: formatEnquiry,
    receivedAt: at,
    due,
    restricted: false,
  };
  const payload = newCase(wanted, due, world);
  return {
    effects: [{ kind: 'housing.create-case', key: `housing:${reference}`, payload }],
    cases: [opened],
    promises: [{ what: 'send', by, reference, owner }],
  };
}

function newCase(wanted: FormatRequest, due: readonly Due[], { landlord }: World): NewCase {
  const { reference, person, conversation, language, at, owner, needs, links, details } = wanted;
  const tenancy = person && tenancyOf(person)?.reference;
  return {
    reference,
    kind: 'format',
    status: 'open',
    priority: 'normal',
    riskReasons: [],
    ...(person !== undefined && { person: person.id }),
    ...(tenancy !== undefined && { tenancy }),
    reportedBy: {
      ...(person !== undefined && { person: person.id }),
      relation: 'self',
      authority: person === undefined ? 'not-checked' : 'on-record',
    },
    words: '',
    language,
    needs,
    receivedAt: withOffset(at, landlord.timeZone),
    due,
    owner,
    team: teamOf(formatEnquiry, landlord),
    links,
    channel: conversation.address.channel,
    conversation: conversation.id,
    details,
  };
}
