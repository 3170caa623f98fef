// What a conversation is about: the last enquiry in it that is a matter of its own. Asking for a person is none, nor is small
// talk, nor going through one's record. A restricted one is told of to nobody but its own team: that is whom somebody gets who asks for a
// person after it, so that they need not say it again to others.

import type { ConversationState, Frame } from '../../model/conversation.ts';
import { type Course, withoutState, withState } from '../course.ts';
import { isSmallTalk } from '../small-talk.ts';
import { enquiryOf } from './advance.ts';
import type { Playbook } from './flow.ts';

const noMatters = ['contact.person', 'tenancy.profile_check'];

export function isMatter(enquiry: string): boolean {
  return !noMatters.includes(enquiry) && !isSmallTalk(enquiry);
}

/** So long after a restricted matter, a person who is asked for has most likely to do with it. */
const restrictedForMs = 24 * 3_600_000;

/** Keeps what an enquiry that ends was about. `at`: when the message arrived on which it ends. */
export function withMatter(course: Course, frame: Frame, { playbook, at }: { playbook: Playbook; at: Date }): Course {
  const enquiry = enquiryOf(frame);
  if (!isMatter(enquiry)) return course;
  if (playbook.get(frame.dialog)?.restricted)
    return withState(withoutState(course, 'matter'), { restrictedMatter: { enquiry, at: at.toISOString() } });
  return withState(withoutState(course, 'restrictedMatter'), { matter: enquiry });
}

/** The restricted enquiry that a person who is brought in by `enquiry` comes about, where it ended of late and nothing else came after it. */
export function restrictedBehind(
  enquiry: string,
  { restrictedMatter }: ConversationState,
  at: Date,
): string | undefined {
  if (isMatter(enquiry) || restrictedMatter === undefined) return undefined;
  return at.getTime() - Date.parse(restrictedMatter.at) < restrictedForMs ? restrictedMatter.enquiry : undefined;
}

/** What a person who is brought in by `enquiry` comes about, when that says nothing of it. */
export function matterBehind(enquiry: string, state: ConversationState, playbook: Playbook): string | undefined {
  if (isMatter(enquiry)) return undefined;
  const frame = state.stack.findLast((each) => !each.called && isMatter(enquiryOf(each)));
  if (frame === undefined) return state.matter;
  return playbook.get(frame.dialog)?.restricted ? undefined : enquiryOf(frame);
}
