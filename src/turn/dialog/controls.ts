// What the control words do: cancel, start again, say that again, why do you ask, skip, and the rest.

import type { Accents } from '../../model/gsm7.ts';
import { withAccentWish } from '../accents.ts';
import { type Course, withFact, withLines, withoutState, withState } from '../course.ts';
import type { Control } from '../heard.ts';
import { isPersonal } from '../purpose.ts';
import { enquiryOf, phraseKey } from './advance.ts';
import { isSettled } from './answers.ts';
import { ended, leftAll } from './frames.ts';
import { asked, menu, standingQuestion } from './menu.ts';
import { placeOf } from './place.ts';
import { filled, goOn, type Moved, open, type Scene, stay } from './scene.ts';

type Does = (course: Course, scene: Scene) => Moved;

const says = (course: Course, phrase: string): Course => withLines(course, { phrase, values: {} });

const cancel: Does = (course, scene) => {
  if (course.state.stack.length === 0) return stay(menu(says(course, 'interrupt.nothing_to_cancel'), scene));
  // Where to stop is one of the options, what was answered before is kept.
  const { step } = placeOf(course.state, scene.said, scene.setting);
  const canStop = step !== undefined && 'ask' in step && step.options?.includes('stop');
  if (canStop) return goOn(filled(course, step.ask, 'stop', scene));
  return goOn(says(ended(course, 'left', scene), 'interrupt.cancelled'));
};

/** From here on nobody is spoken for but oneself. */
const restart: Does = (course, scene) =>
  stay(menu(says(withoutState(leftAll(course, 'left', scene), 'speaksFor'), 'interrupt.restarted'), scene));

const repeat: Does = (course, scene) => {
  const question = standingQuestion(course, scene);
  const { said } = course.state;
  if (said.length === 0 && question === undefined) return stay(says(course, 'interrupt.nothing_to_repeat'));
  return stay(withLines(course, ...said, ...(question ? [question] : [])));
};

const why: Does = (course, scene) => {
  const { frame, step } = placeOf(course.state, scene.said, scene.setting);
  if (frame === undefined || step === undefined) return stay(says(course, 'ask.why_nothing'));
  const reason = { phrase: phraseKey(frame.dialog, step.why), values: {}, enquiry: enquiryOf(frame) };
  const isKept = 'ask' in step && isPersonal(step.ask);
  const kept = isKept ? [{ phrase: 'ask.kept', values: {}, enquiry: enquiryOf(frame) }] : [];
  return stay(asked(withLines(withFact(course, 'asked-why', enquiryOf(frame)), reason, ...kept), scene));
};

const skip: Does = (course, scene) => {
  const { step } = placeOf(course.state, scene.said, scene.setting);
  if (step === undefined) return stay(says(course, 'interrupt.nothing_to_skip'));
  if ('ask' in step && step.optional) return goOn(filled(course, step.ask, null, scene));
  return stay(asked(says(course, 'ask.skip_not_possible'), scene));
};

const goodbye: Does = (course, scene) => open(leftAll(course, 'left', scene), ['talk.goodbye'], scene);

const thanks: Does = (course, scene) =>
  course.state.stack.length > 0 ? stay(asked(course, scene)) : open(course, ['talk.thanks'], scene);

/** Held from this answer on, and on the record of who is known; what was asked is put once more. */
const accents =
  (is: Accents): Does =>
  (course, scene) => {
    const known = course.state.person === undefined ? 'no' : 'yes';
    const phrase = is === 'keep' ? 'language.accents.kept' : 'language.accents.left_out';
    const line = { phrase, values: { known }, enquiry: 'access.contact_preference' };
    const wished = withLines(withAccentWish(course, is, scene.said.received.receivedAt), line);
    return stay(course.state.stack.length > 0 ? asked(wished, scene) : wished);
  };

/** What is on record of how to reach them is read out, taken back or changed by the dialog about it. */
const aboutContact: Does = (course, scene) => open(course, ['access.contact_preference'], scene);

const takeUp: Does = (course, scene) => stay(asked(course, scene));
const showMenu: Does = (course, scene) => stay(menu(course, scene));
/** Where to send photographs: by text a link, elsewhere they are added to the message. */
const photoLink: Does = (course, scene) =>
  scene.said.received.address.channel === 'sms'
    ? stay(withLines(course, { phrase: 'photos.offer', values: {} }, ...questionAfter(course, scene)))
    : stay(asked(course, scene));

const questionAfter = (course: Course, scene: Scene) => {
  const question = standingQuestion(course, scene);
  return question === undefined ? [] : [question];
};

const wait: Does = (course) => stay(says(withState(course, { misses: 0 }), 'interrupt.wait'));

const controls: Readonly<Record<Exclude<Control['is'], 'language' | 'correct' | 'danger'>, Does>> = {
  cancel,
  never_mind: cancel,
  restart,
  repeat,
  why,
  skip,
  wait,
  goodbye,
  end_chat: goodbye,
  contact_read: aboutContact,
  contact_forget: aboutContact,
  contact_change: aboutContact,
  contact_allow: aboutContact,
  accents_keep: accents('keep'),
  accents_drop: accents('leave-out'),
  thanks,
  // Said where they are already.
  text_me: takeUp,
  on_web: takeUp,
  resume: takeUp,
  menu: showMenu,
  photo_link: photoLink,
  help: showMenu,
  yes: showMenu,
  no: goodbye,
  person: (course, scene) => open(course, ['contact.person'], scene),
};

export function control(is: Control['is'], course: Course, scene: Scene): Moved {
  if (is === 'language' || is === 'danger') return takeUp(course, scene);
  if (is === 'correct') {
    const settled = isSettled(course.state.stack.at(-1));
    return stay(asked(says(course, settled ? 'interrupt.settled' : 'interrupt.nothing_to_correct'), scene));
  }
  return controls[is](course, scene);
}
