// What the desk behind a Bot Framework channel says of a conversation that was handed to it: somebody has it, nobody can, it is over.
// Its agents write on the channel itself, so nothing of ours is said while they have it.

import type { Conversation } from '../../model/conversation.ts';
import type { Act, Refusal } from '../act.ts';
import { contactRecord } from '../contact-record.ts';
import { type Course, withEffects, withFact, withLines, withoutState, withState } from '../course.ts';
import type { HandoverChange } from '../turn.ts';
import { courseOf, type Desk, type Done, ended, enquiryIn, refused, teamIn } from './held.ts';
import { waitOver } from './wait-over.ts';

type Told = Extract<Act, { is: 'other-desk' }>;

/** Stands for whoever it is there. */
const somebody = 'other-desk';

export function otherDesk({ state: told }: Told, conversation: Conversation, desk: Desk): Done | Refusal {
  const { owner, state } = conversation;
  // A restricted matter is with our own people, and nobody else takes it from them.
  if (owner.is !== 'bot' && !state.handover?.elsewhere) return refused('not-yours');
  if (told === 'accepted') return accepted(conversation, desk);
  if (owner.is === 'bot') return refused('nothing-waiting');
  const { handover } = owner;
  if (told === 'failed') return quietly(waitOver({ ...conversation, owner: { is: 'queue', handover } }, desk));
  return quietly({ course: over(conversation, { handover, isTold: told === 'completed', desk }) });
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
    return quietly({ course: { ...known, owner: { is: 'agent', handover, agent: somebody }, handover: change } });
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

/** The channel has told us: it is not told so in its turn. */
function quietly(done: Done | Refusal): Done | Refusal {
  if ('is' in done || done.course.handover === undefined) return done;
  return { ...done, course: { ...done.course, handover: { ...done.course.handover, isKnownThere: true } } };
}
