// What the tenant hears once something promised has an end: that it is done, and of a complaint what was found and how they may have
// it looked at again, in this conversation or by the Ombudsman.

import type { Case } from '../../model/case.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { OpenPromise } from '../act.ts';
import { stageNow } from '../complaint-stages.ts';
import type { Line } from '../line.ts';
import type { World } from '../world.ts';
import type { Document } from '../written-besides.ts';

interface About {
  readonly promise: OpenPromise;
  readonly conversation: Conversation;
  readonly world: World;
}

/** As staff write it in the details of a complaint; what is none of these is not told in a word of ours. */
const findings: Readonly<Record<string, string>> = {
  upheld: 'upheld',
  'partly-upheld': 'partly',
  'not-upheld': 'not',
};

/** Of the answer to a complaint: for who has such things on paper. */
export function outcomeOf({ promise }: Pick<About, 'promise'>): Document | undefined {
  const { id, kind, reference, owner } = promise;
  if (kind !== 'complaint' || reference === undefined) return undefined;
  return { is: 'outcome', about: reference, seed: `${reference}:${id}`, owner };
}

/** @param found the case, where it is one that was found */
export function keptLine(about: About, found?: Case): Line {
  return about.promise.kind === 'complaint' ? complaintLine(about, found) : doneLine(about);
}

function doneLine({ promise }: About): Line {
  const { reference = '', owner, enquiry } = promise;
  return { phrase: 'promise.done', values: { reference, owner }, reference, ...(enquiry !== undefined && { enquiry }) };
}

function complaintLine({ promise, world }: About, found: Case | undefined): Line {
  const { reference = '', owner } = promise;
  const last = found !== undefined && stageNow(found, world).isLast ? 'yes' : 'no';
  const outcome = findings[String(found?.details.outcome ?? '')] ?? 'none';
  return {
    phrase: 'promise.complaint_answered',
    values: { reference, owner: found?.owner ?? owner, outcome, last },
    enquiry: 'complaint.status',
    reference,
  };
}
