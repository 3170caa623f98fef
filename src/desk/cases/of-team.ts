// Whose word on a case it is: that of the team that has it, or a manager's.

import { Problem } from '../../http/problem.ts';
import type { Case } from '../../model/case.ts';
import type { Landlord } from '../../model/landlord.ts';
import type { Agent } from '../ports.ts';

export function isOfTeam(
  { teams }: Pick<Agent, 'teams'>,
  { team }: Pick<Case, 'team'>,
  { persistentContact }: Pick<Landlord, 'persistentContact'>,
): boolean {
  return teams.includes(team) || teams.includes(persistentContact.managers);
}

export function notYourTeam(): Problem {
  return new Problem(403, 'not-your-team', { title: 'This is done by the team that has the case.' });
}
