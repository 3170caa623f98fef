// Where somebody lives, what is paid and what is being repaired, and how they are reached: shown once they have shown who they are.

import { Problem } from '../../http/problem.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Repair, Tenancy } from '../../model/person.ts';
import type { Answer, Housing } from '../../turn/actions/housing.ts';
import { customerOf, provedAt } from '../../turn/customer.ts';

type People = Pick<Housing, 'person' | 'account' | 'repairsOf'>;

/** @throws Problem 403 before proof, 503 when the housing system cannot be asked */
export async function accountIn({ state }: Conversation, people: People, now: Date) {
  const id = customerOf(state);
  if (id === undefined || provedAt(state, now) !== id)
    throw new Problem(403, 'not-proved', {
      title: 'They have not shown who they are here: home, account and repairs are not shown before.',
    });
  const [person, account, repairs] = await Promise.all([people.person(id), people.account(id), people.repairsOf(id)]);
  const found = known(person);
  return {
    person: id,
    phones: found?.phones ?? [],
    email: found?.email ?? null,
    tenancies: (found?.tenancies ?? []).map(viewTenancy),
    account: known(account),
    repairs: known(repairs).map(viewRepair),
  };
}

function known<T>(answer: Answer<T>): T {
  if (answer.is === 'known') return answer.value;
  throw new Problem(503, 'housing-away', { title: 'The housing system cannot be reached now. Try again in a while.' });
}

function viewTenancy({ reference, role, tenure, since, property: { address, postcode, area } }: Tenancy) {
  return { reference, role, tenure, since, address, postcode, area };
}

function viewRepair({ reference, fault, room, status, priority, appointment, reportedOn }: Repair) {
  return { reference, fault, room, status, priority, appointment, reportedOn };
}
