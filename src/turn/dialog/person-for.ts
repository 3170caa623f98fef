// For what a person is brought in: what the dialog says, but danger that is under way, or a restricted matter that is just over, first.

import type { Frame } from '../../model/conversation.ts';
import type { Course } from '../course.ts';
import type { PersonWanted } from '../person-wanted.ts';
import { type Advanced, enquiryOf } from './advance.ts';
import { dialogFor } from './frames.ts';
import { matterBehind, restrictedBehind } from './matter.ts';
import { isGrave, type Scene } from './scene.ts';

export function personFor(
  { state }: Course,
  asking: Extract<Advanced, { is: 'hands over' }>,
  scene: Scene,
): PersonWanted {
  const frame = state.stack.findLast(({ dialog }) => isGrave(dialog, scene)) ?? asking.frame;
  const behind = restrictedBehind(enquiryOf(frame), state, scene.said.received.receivedAt);
  const enquiry = behind ?? enquiryOf(frame);
  const dialog = scene.playbook.get((behind && dialogFor(behind, scene.playbook)) ?? frame.dialog);
  const isOther = enquiry !== enquiryOf(asking.frame);
  return {
    team: isOther ? 'route' : asking.team,
    reason: isOther ? 'danger' : asking.reason,
    enquiry,
    about: matterBehind(enquiry, state, scene.playbook),
    restricted: dialog?.restricted ?? false,
    urgent: dialog?.urgent ?? false,
    skills: skillsOf(frame),
  };
}

/** Whom the customer would rather deal with, for the queue: who takes the conversation sees it there. */
function skillsOf({ slots: { staff } }: Frame): readonly string[] {
  return typeof staff === 'string' && staff !== '' && staff !== 'other' ? [staff] : [];
}
