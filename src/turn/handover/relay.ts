// What the tenant writes while a person is waited for or speaks. It is kept in order for the agent; the service says nothing
// of its own but safety steps, a changed place in the queue, and that the wait was called off.

import { type Course, withFact, withLines, withoutState, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import type { Understood } from '../heard.ts';
import type { Line } from '../line.ts';

/** The safety steps of an urgent enquiry: what its dialog says before it does or asks anything. */
export type SafetySteps = (enquiry: string, course: Course) => readonly Line[];

export async function relay(
  course: Course,
  said: Understood,
  around: Known & { readonly safetySteps: SafetySteps },
): Promise<Course> {
  const { owner } = course;
  if (owner.is === 'bot') return course;
  const heard = withState(course, { language: said.language });
  const danger = said.danger[0];
  if (danger !== undefined) return alarmed(heard, danger, around);
  const isCalledOff = said.control?.is === 'cancel' || said.control?.is === 'never_mind';
  if (owner.is === 'queue' && isCalledOff) return calledOff(heard, owner.handover);
  return owner.is === 'queue' ? withPlace(heard, owner.handover, around) : heard;
}

function alarmed(course: Course, enquiry: string, around: Known & { readonly safetySteps: SafetySteps }): Course {
  const { owner, state } = course;
  if (owner.is === 'bot') return course;
  const isKnown = state.danger?.enquiry === enquiry;
  const raised = withState(withFact(course, 'danger.found', enquiry, { waiting: owner.is === 'queue' }), {
    danger: { enquiry, sequence: around.received.sequence },
  });
  const told = isKnown ? raised : withLines(raised, ...around.safetySteps(enquiry, raised));
  if (owner.is === 'agent') return told;
  const team = state.handover?.team ?? 'contact-centre';
  const spoken = isKnown ? told : withLines(told, { phrase: 'handover.danger', values: {}, enquiry });
  return { ...spoken, handover: { is: 'requeued', id: owner.handover, team, reason: 'danger', priority: 0 } };
}

function calledOff(course: Course, handover: string): Course {
  const enquiry = course.state.handover?.enquiry ?? 'contact.person';
  const left = withLines(withoutState(course, 'queue', 'handover'), {
    phrase: 'handover.left',
    values: {},
    enquiry,
    outcome: 'left',
  });
  const known = withFact(left, 'handover.ended', enquiry, { as: 'left' });
  return { ...known, owner: { is: 'bot' }, handover: { is: 'ended', id: handover, as: 'left', outcome: 'left' } };
}

/** Told only when it has changed since it was told last. */
async function withPlace(course: Course, handover: string, { world, moment }: Known): Promise<Course> {
  const position = await world.desk.position(handover);
  if (position === undefined || position === course.state.queue?.position) return course;
  const queue = { position, toldAt: moment.now.toISOString() };
  const enquiry = course.state.handover?.enquiry ?? 'contact.person';
  return withLines(withState(course, { queue }), { phrase: 'handover.position', values: { position }, enquiry });
}
