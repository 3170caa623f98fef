// What people may be at the desk. A role is what being in a certain team of the pack means: teams are the one thing that is kept of
// somebody, and the one thing that a sign-in provider's groups are translated to.

import type { Landlord } from '../model/landlord.ts';
import { teamOf } from '../model/routes.ts';
import type { Agent } from './ports.ts';

export const roles = ['agent', 'supervisor', 'case-lead', 'privacy-officer', 'auditor'] as const;
export type Role = (typeof roles)[number];

type Pack = Pick<Landlord, 'desk' | 'persistentContact' | 'privacy' | 'routes'>;

/** Who looks over the others' shoulders does none of their work: an auditor is nothing else, whatever teams they are in besides. */
export function rolesOf({ teams }: Pick<Agent, 'teams'>, pack: Pack): readonly Role[] {
  const { desk, persistentContact, privacy } = pack;
  const isIn = (team: string | undefined) => team !== undefined && teams.includes(team);
  if (isIn(desk.auditors)) return ['auditor'];
  const has: Readonly<Record<Role, boolean>> = {
    agent: teams.length > 0,
    supervisor: isIn(persistentContact.managers),
    'case-lead': isIn(teamOf('access.adjustment', pack)),
    'privacy-officer': isIn(privacy.officers),
    auditor: false,
  };
  return roles.filter((role) => has[role]);
}

/** The role in which somebody with these may do what is for those; undefined when they may not. */
export function roleFor(has: readonly Role[], wanted: readonly Role[]): Role | undefined {
  return wanted.find((role) => has.includes(role));
}
