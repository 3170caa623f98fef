// What an agent can open a case about: enquiries whose dialog the desk may begin. What tenants ask for besides becomes a task.

import type { Playbook } from '../../turn/dialog/flow.ts';
import type { Agent } from '../ports.ts';

export interface Kinds {
  readonly cases: readonly string[];
  readonly tasks: readonly string[];
}

/** One takes a complaint further and opens none, one is told what it is about, and one is no matter of the landlord's. */
const neither = ['complaint.escalate', 'contact.case', 'none'];

export function kindsIn(playbook: Playbook): Kinds {
  const known = [...playbook].filter(
    ([name, each]) => !each.called && !each.private && !name.startsWith('talk.') && !neither.includes(name),
  );
  const cases = known.filter(([, { desk }]) => desk !== undefined);
  // What is grave and has no step for the desk has steps for who is in danger: those are not skipped for a task.
  const tasks = known.filter(([, { desk, urgent, restricted }]) => desk === undefined && !urgent && !restricted);
  const names = (each: typeof known) => each.map(([name]) => name).toSorted();
  return { cases: names(cases), tasks: names(tasks) };
}

interface Whose {
  readonly playbook: Playbook;
  /** Whose an enquiry is. */
  readonly teamOf: (enquiry: string) => string;
}

/** Some are opened by their own team alone, to whom everybody else passes the conversation on. */
export function mayBegin({ teams }: Pick<Agent, 'teams'>, enquiry: string, { playbook, teamOf }: Whose): boolean {
  return playbook.get(enquiry)?.deskFor !== 'team' || teams.includes(teamOf(enquiry));
}
