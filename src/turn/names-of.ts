// Names and addresses of somebody on file: a translation leaves them as they are.

import type { Person } from '../model/person.ts';
import type { Housing } from './actions/housing.ts';

/** As they are written. None of nobody, nor while the housing system is away. */
export async function namesOf(
  person: string | undefined,
  housing: Pick<Housing, 'person'>,
): Promise<readonly string[]> {
  const answer = person === undefined ? undefined : await housing.person(person);
  return answer?.is === 'known' && answer.value ? namesIn(answer.value) : [];
}

function namesIn({ name, tenancies }: Person): readonly string[] {
  const homes = tenancies.flatMap(({ property: { address } }) => [address, ...address.split(',')]);
  return [`${name.given} ${name.family}`, name.given, name.family, ...homes];
}
