// Putting a question again, and the menu: what is said when nothing else is to be said.

import { type Course, withLines } from '../course.ts';
import type { Line } from '../line.ts';
import { menuEnquiries } from '../menu-order.ts';
import { questionLine } from './advance.ts';
import { placeOf } from './place.ts';
import { offer, type Scene } from './scene.ts';

export function menu(course: Course, scene: Scene, phrase = 'talk.menu'): Course {
  const options = menuEnquiries(scene.playbook);
  return offer(course, options, { phrase });
}

/** The question that stands, as it was; the menu when none does. */
export function asked(course: Course, scene: Scene): Course {
  const question = standingQuestion(course, scene);
  return question === undefined ? menu(course, scene) : withLines(course, question);
}

export function standingQuestion(course: Course, scene: Scene): Line | undefined {
  const { frame, dialog, step } = placeOf(course.state, scene.said, scene.setting);
  return frame && dialog && step ? questionLine(dialog, frame, step) : undefined;
}
