// Photographs, whenever they come in an enquiry: each is kept with it, and none takes the place of another.

import type { Course } from '../course.ts';
import { withState } from '../course.ts';
import type { Line } from '../line.ts';
import type { Scene } from './scene.ts';

/** With those of this message beside the ones of before; `before` is the course as it was before an answer was written into it. */
export function withPhotos(course: Course, before: Course, { said }: Scene): Course {
  const fresh = said.received.attachments.map(({ id }) => id);
  const at = course.state.stack.findLastIndex((frame) => !frame.called);
  const frame = course.state.stack[at];
  if (fresh.length === 0 || frame === undefined) return course;
  const known = before.state.stack.find((each) => each.id === frame.id && !each.called)?.slots.photo;
  const kept = typeof known === 'string' ? known.split(' ').filter((id) => id !== '') : [];
  const photo = [...new Set([...kept, ...fresh])].join(' ');
  const { stack } = course.state;
  return withState(course, {
    stack: [...stack.slice(0, at), { ...frame, slots: { ...frame.slots, photo } }, ...stack.slice(at + 1)],
  });
}

/** That they are here. By text they come one by one from a page: how many is told, so that nobody wonders about the last. */
export function photosLine({ said }: Scene): Line {
  const { address, attachments } = said.received;
  if (address.channel !== 'sms') return { phrase: 'talk.photo_kept', values: {} };
  return { phrase: 'photos.kept', values: { count: attachments.length } };
}
