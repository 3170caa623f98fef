// Going through a customer's record with them: due when the last time was as long ago as the landlord's pack says, asked again only
// after as long, whatever was answered, and never where something grave came up.

import type { Frame } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import { type Course, withState } from '../course.ts';
import { actsFor } from '../customer.ts';
import type { Known } from '../facts.ts';
import { type Episode, opened } from './frames.ts';

const profileDialog = 'tenancy.profile_check';

export function isProfileDue({ state }: Course, { world, person, moment }: Known): boolean {
  const { profileCheckMonths: months, timeZone } = world.landlord;
  if (months === undefined || person === undefined || state.quiet || actsFor(state) !== undefined) return false;
  const since = monthsBefore(localTime(moment.now, timeZone).date, months);
  return [person.profileCheckedOn, state.profileAskedOn].every((on) => (on ?? '') < since);
}

function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10);
}

export function isProfileOffer({ dialog, step }: Frame): boolean {
  return dialog === profileDialog && step === 'check';
}

/** With no words of the customer's: what they wrote was about something else. */
export function profileOpened(course: Course, episode: Episode): Course {
  const asked = withState(course, { profileAskedOn: localTime(episode.said.received.receivedAt).date });
  return opened(asked, { enquiry: profileDialog, words: '' }, episode);
}
