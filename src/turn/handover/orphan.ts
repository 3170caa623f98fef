// A conversation whose handover says something else of it than it says itself: it goes back in front of the queue, with a note for who takes
// it. Of two handovers, the one that it does not know of ends.

import type { Conversation } from '../../model/conversation.ts';
import { teamOf } from '../../model/routes.ts';
import type { Act, OrphanFound } from '../act.ts';
import { type Course, withFact, withLines } from '../course.ts';
import type { Refusal } from '../refusal.ts';
import type { HandoverChange } from '../turn.ts';
import type { Moment, World } from '../world.ts';
import { courseOf, type Done, enquiryIn, refused } from './held.ts';
import { withoutRest } from './hold.ts';

interface Around {
  readonly conversation: Conversation;
  readonly world: World;
  readonly moment: Moment;
}

type Found = Extract<Act, { is: 'orphan-found' }>;
type About = NonNullable<OrphanFound['handover']>;

const putBack = 'This conversation was with nobody by mistake. It was put back in front of the queue by itself.';
const ended = 'This conversation was in the queue twice by mistake. One of the two was ended by itself.';

export function orphanFound({ found }: Found, around: Around): Done | Refusal {
  const { conversation } = around;
  // Somebody has done something since: whether it still is one, the next look tells.
  if (conversation.revision !== found.revision) return refused('nothing-waiting');
  const enquiry = enquiryIn(conversation);
  const known = withFact(withoutRest(courseOf(conversation)), 'handover.orphan', enquiry, { because: found.because });
  if (found.because !== 'twice' || found.handover === undefined)
    return { course: queued(known, found, around), note: { agent: 'service', text: putBack } };
  const handover: HandoverChange = { is: 'ended', id: found.handover.id, as: 'closed', outcome: 'twice' };
  return { course: { ...known, handover }, note: { agent: 'service', text: ended } };
}

function queued(course: Course, found: OrphanFound, around: Around): Course {
  const { id, team, enquiry, restricted, ...about } = aboutOf(found, around);
  const { state } = course;
  const told = withLines(course, ...toldTo(course, { team, enquiry, ...around }));
  const { elsewhere: _there, ...kept } = state.handover ?? {};
  const handover = { ...(found.isOpen ? state.handover : kept), id, team, enquiry, restricted };
  return {
    ...told,
    state: { ...told.state, handover },
    owner: { is: 'queue', handover: id },
    handover: found.isOpen
      ? { is: 'requeued', id, team, reason: 'orphan', ...(restricted && { restricted }) }
      : {
          is: 'requested',
          id,
          team,
          priority: about.priority,
          reason: 'orphan',
          enquiry,
          language: state.language.tag,
          skills: [],
          restricted,
          requestedAt: around.moment.now,
          inFront: true,
        },
  };
}

/** As the conversation has it, then as the handover had it; a handover that is over is followed by one of its own. */
function aboutOf({ handover, isOpen, revision }: OrphanFound, { conversation, world }: Around): About {
  const usual: About = {
    id: '',
    team: teamOf('default', world.landlord),
    enquiry: 'contact.person',
    restricted: false,
    priority: 5,
  };
  const { team, enquiry, restricted } = conversation.state.handover ?? handover ?? usual;
  const id = isOpen && handover !== undefined ? handover.id : `${conversation.id}:o${revision}`;
  const isQuiet = restricted || (handover?.restricted ?? false);
  return { id, team, enquiry, restricted: isQuiet, priority: isQuiet ? 0 : (handover ?? usual).priority };
}

/** Who waits, waits on; who had somebody, or was left with the assistant, is told who comes. */
function toldTo(
  { owner }: Course,
  { team, enquiry, world }: Around & Pick<About, 'team' | 'enquiry'>,
): Course['lines'] {
  if (owner.is === 'queue') return [];
  const values = { team: world.landlord.teams[team]?.name ?? team };
  const phrase = owner.is === 'agent' ? 'handover.held_over' : 'handover.transferred';
  return [{ phrase, values, enquiry, handover: { state: 'waiting' } }];
}
