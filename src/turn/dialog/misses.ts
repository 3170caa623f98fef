// Nothing understood: asked once more in other words and with choices, then a person is offered. Never silence.

import { type Course, withFact, withLines, withState } from '../course.ts';
import type { Line } from '../line.ts';
import { enquiryOf, phraseKey } from './advance.ts';
import type { Ask, Confirm } from './flow.ts';
import { topReplaced } from './frames.ts';
import { asked, menu, standingQuestion } from './menu.ts';
import { photosLine, withPhotos } from './photos.ts';
import { placeOf } from './place.ts';
import { offer, type Scene } from './scene.ts';

export function notUnderstood(course: Course, scene: Scene): Course {
  const { received } = scene.said;
  if (received.attachments.length > 0 && scene.said.text === '') return fileAlone(course, scene);
  const { frame, step } = placeOf(course.state, scene.said, scene.setting);
  const counted = withFact(course, 'not-understood', frame && enquiryOf(frame), { asked: frame?.asked ?? 0 });
  return step === undefined ? withoutQuestion(counted, scene) : inQuestion(counted, step, scene);
}

/** A photograph that no question asked for is kept with the enquiry under way. */
function fileAlone(course: Course, scene: Scene): Course {
  return asked(withLines(withPhotos(course, course, scene), photosLine(scene)), scene);
}

function withoutQuestion(course: Course, scene: Scene): Course {
  const misses = course.state.misses + 1;
  const missed = withState(course, { misses });
  if (scene.said.isEmpty) return menu(missed, scene, 'talk.empty');
  if (misses === 1) return menu(missed, scene, 'talk.not_understood');
  return offer(missed, ['person.yes', 'person.no'], {});
}

function inQuestion(course: Course, step: Ask | Confirm, scene: Scene): Course {
  const frame = course.state.stack.at(-1);
  const question = standingQuestion(course, scene);
  if (frame === undefined || question === undefined) return course;
  const again = topReplaced(course, { ...frame, asked: frame.asked + 1 });
  if (frame.asked < 2) return withLines(again, ...inOtherWords(question, scene));
  const canSkip = 'ask' in step && step.optional;
  const options = ['stuck.person', ...(canSkip ? ['stuck.skip'] : []), 'stuck.again', 'stuck.cancel'];
  return offer(again, options, { enquiry: enquiryOf(frame) });
}

/** The question's own other words, or what is expected and the question once more. */
function inOtherWords(question: Line, scene: Scene): readonly Line[] {
  const own = phraseKey('', `${question.phrase}.again`);
  if (scene.setting.has(own)) return [{ ...question, phrase: own }];
  const expects = (question.expects ?? 'text').replace('-', '_');
  const enquiry = question.enquiry === undefined ? {} : { enquiry: question.enquiry };
  return [{ phrase: `ask.again.${expects}`, values: question.values, ...enquiry }, question];
}
