// What a conversation is about: the last enquiry in it that is a matter of its own. Asking for a person is none, nor is small
// talk, nor going through one's record; and a restricted one is told of to nobody, so after it nothing is.

import type { ConversationState, Frame } from '../../model/conversation.ts';
import { type Course, withoutState, withState } from '../course.ts';
import { isSmallTalk } from '../small-talk.ts';
import { enquiryOf } from './advance.ts';
import type { Playbook } from './flow.ts';

const noMatters = ['contact.person', 'tenancy.profile_check'];

function isMatter(enquiry: string): boolean {
  return !noMatters.includes(enquiry) && !isSmallTalk(enquiry);
}

/** Keeps what an enquiry that ends was about. */
export function withMatter(course: Course, frame: Frame, playbook: Playbook): Course {
  const enquiry = enquiryOf(frame);
  if (!isMatter(enquiry)) return course;
  if (playbook.get(frame.dialog)?.restricted) return withoutState(course, 'matter');
  return withState(course, { matter: enquiry });
}

/** What a person who is brought in by `enquiry` comes about, when that says nothing of it. */
export function matterBehind(enquiry: string, state: ConversationState, playbook: Playbook): string | undefined {
  if (isMatter(enquiry)) return undefined;
  const frame = state.stack.findLast((each) => !each.called && isMatter(enquiryOf(each)));
  if (frame === undefined) return state.matter;
  return playbook.get(frame.dialog)?.restricted ? undefined : enquiryOf(frame);
}
