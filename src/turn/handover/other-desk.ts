// What a desk elsewhere says of a conversation that was handed to it: somebody has it, nobody can, it is over. The agents of one that is
// behind a Bot Framework channel write on the channel itself, so nothing of ours is said while they have it. One that is a skill speaks
// through us: its words are those of an agent, and the tenant is told who has come.

import type { Conversation } from '../../model/conversation.ts';
import type { Act } from '../act.ts';
import { contactRecord } from '../contact-record.ts';
import { type Course, withEffects, withFact, withLines, withoutState, withState } from '../course.ts';
import type { Line } from '../line.ts';
import type { Refusal } from '../refusal.ts';
import type { HandoverChange } from '../turn.ts';
import { courseOf, type Desk, type Done, ended, enquiryIn, refused, teamIn } from './held.ts';
import { waitOver } from './wait-over.ts';

type Told = Extract<Act, { is: 'other-desk' }>;
type NotPassedOn = Extract<Act, { is: 'not-passed-on' }>;
export type ActElsewhere = Told | NotPassedOn;

/** Stands for whoever it is there. */
export const somebody = 'other-desk';

export function isElsewhere(act: Act): act is ActElsewhere {
  return act.is === 'other-desk' || act.is === 'not-passed-on';
}

export function onDeskElsewhere(act: ActElsewhere, conversation: Conversation, desk: Desk): Done | Refusal {
  return act.is === 'other-desk' ? otherDesk(act, conversation, desk) : notPassedOn(act, conversation, desk);
}

/** The handover that a desk has which is a skill, waited for or accepted; undefined where it has none. */
export function withSkill({ owner, state }: Pick<Conversation, 'owner' | 'state'>): string | undefined {
  return owner.is !== 'bot' && state.handover?.elsewhere === 'skill' ? owner.handover : undefined;
}

function otherDesk({ state: told, handover: named }: Told, conversation: Conversation, desk: Desk): Done | Refusal {
  const { owner, state } = conversation;
  // A restricted matter is with our own people, and nobody else takes it from them. Nor does one desk speak for another.
  const isTheirs = named === undefined ? state.handover?.elsewhere === true : withSkill(conversation) === named;
  if (owner.is !== 'bot' && !isTheirs) return refused('not-yours');
  // A skill speaks through us alone: after it was given up here it cannot be talked over, and is not taken back.
  if (owner.is === 'bot' && named !== undefined) return refused('nothing-waiting');
  if (told === 'accepted') return accepted(conversation, desk);
  if (owner.is === 'bot') return refused('nothing-waiting');
  const { handover } = owner;
  if (told === 'failed') return quietly(waitOver({ ...conversation, owner: { is: 'queue', handover } }, desk));
  return quietly({ course: over(conversation, { handover, isTold: told === 'completed', desk }) });
}

/** Nobody there heard of it, or of what was written since: as when nobody there can. What is over is left alone. */
function notPassedOn({ reference }: NotPassedOn, conversation: Conversation, desk: Desk): Done | Refusal {
  if (withSkill(conversation) !== reference) return { course: courseOf(conversation) };
  return waitOver({ ...conversation, owner: { is: 'queue', handover: reference } }, desk);
}

/** Also when it was given up here meanwhile: whoever speaks there is not talked over. */
function accepted(conversation: Conversation, desk: Desk): Done | Refusal {
  const { owner, id, revision } = conversation;
  if (owner.is === 'agent') return refused('already-taken');
  const enquiry = enquiryIn(conversation);
  const known = withFact(withoutState(courseOf(conversation), 'queue'), 'handover.accepted', enquiry, {
    agent: somebody,
  });
  if (owner.is === 'queue') {
    const { handover } = owner;
    const change: HandoverChange = { is: 'accepted', id: handover, agent: somebody };
    const told = withSkill(conversation) === undefined ? known : withLines(known, hereLine(conversation, desk));
    return quietly({ course: { ...told, owner: { is: 'agent', handover, agent: somebody }, handover: change } });
  }
  const handover = `${id}:e${revision}`;
  const team = teamIn(conversation, desk);
  const course = withState(known, { handover: { id: handover, team, enquiry, restricted: false, elsewhere: true } });
  const change: HandoverChange = {
    is: 'requested',
    id: handover,
    team,
    priority: 5,
    reason: 'accepted-late',
    enquiry,
    language: conversation.state.language.tag,
    skills: [],
    restricted: false,
    requestedAt: desk.moment.now,
    elsewhere: true,
    by: somebody,
  };
  return quietly({ course: { ...course, owner: { is: 'agent', handover, agent: somebody }, handover: change } });
}

/** Who it is there, their words tell. */
function hereLine(conversation: Conversation, desk: Desk): Line {
  const values = { team: teamNameIn(conversation, desk) };
  const enquiry = enquiryIn(conversation);
  return { phrase: 'handover.here', values, enquiry, handover: { state: 'accepted' } };
}

/** By it the tenant knows who speaks, where a desk elsewhere names nobody. */
function teamNameIn(conversation: Conversation, desk: Desk): string {
  const team = teamIn(conversation, desk);
  return desk.world.landlord.teams[team]?.name ?? team;
}

function over(
  conversation: Conversation,
  about: { readonly handover: string; readonly isTold: boolean; readonly desk: Desk },
): Course {
  const { handover, isTold, desk } = about;
  const enquiry = enquiryIn(conversation);
  const freed = ended(conversation, { as: 'closed', outcome: 'handover', handover });
  const line = {
    phrase: 'handover.returned',
    values: {},
    enquiry,
    outcome: 'handover',
    handover: { state: 'completed' },
  };
  const told = isTold ? withLines(freed, line as Course['lines'][number]) : freed;
  const at = desk.moment.now;
  const contactEnded = { at: at.toISOString(), enquiry, agent: true as const };
  const record = contactRecord(conversation, conversation.state, { topic: enquiry, outcome: 'handover', at });
  return withEffects(withState(told, { contactEnded }), record);
}

/** The desk has told us: it is not told so in its turn. */
function quietly(done: Done | Refusal): Done | Refusal {
  if ('is' in done || done.course.handover === undefined) return done;
  return { ...done, course: { ...done.course, handover: { ...done.course.handover, isKnownThere: true } } };
}
