// Hands the dialogs what they may use of the rest of the turn: actions, facts, words, the way to a person.

import type { Actions } from './action.ts';
import type { Course } from './course.ts';
import { customerOf } from './customer.ts';
import { enquiryOf } from './dialog/advance.ts';
import type { Means } from './dialog/decide.ts';
import type { Scene } from './dialog/scene.ts';
import { factsOf, type Known } from './facts.ts';
import type { bringPerson } from './handover/bring-person.ts';
import type { Understood } from './heard.ts';
import { type Audience, sayLine } from './reply/compose.ts';

export function sceneOf(said: Understood, course: Course, known: Known): Scene {
  const { world, received, moment } = known;
  const { phrases, landlord, rules } = world;
  const { channel } = received.address;
  const language = course.state.language.tag;
  const audience: Audience = {
    phrases,
    landlord,
    rules,
    language,
    channel,
    now: moment.now,
    noCalls: course.state.noCalls !== undefined,
  };
  return {
    conversation: known.conversation,
    said,
    playbook: world.playbook,
    ...(known.incidents !== undefined && { incidents: known.incidents }),
    setting: {
      playbook: world.playbook,
      label: (option) => (phrases.has(option.phrase) ? sayLine(option, audience) : ''),
      has: (phrase) => phrases.has(phrase),
      languageName: (tag) => phrases.languages.find((each) => each.tag === tag)?.name ?? tag,
      speaks: (tag) => phrases.languages.some((each) => each.tag === tag),
      words: (list) => [...phrases.words(list, language), ...(language === 'en' ? [] : phrases.words(list, 'en'))],
      detail: (slot, words) => world.details.find(slot, words, received.receivedAt),
      silenceMinutes: landlord.silenceMinutes[channel === 'sms' ? 'sms' : 'web'],
      now: received.receivedAt,
    },
  };
}

export function meansOf(
  known: Known,
  parts: { readonly actions: Actions; readonly bringPerson: typeof bringPerson },
): Means {
  return {
    actions: parts.actions,
    facts: (course) => factsOf(course, knownNow(course, known)),
    input: (course, frame, slots) => ({
      slots,
      enquiry: enquiryOf(frame),
      frame: frame.id,
      toldAt: frame.toldAt ?? {},
      conversation: known.conversation,
      state: course.state,
      received: known.received,
      person: knownNow(course, known).person,
      speaker: known.speaker,
      route: known.route,
      ...(known.incidents !== undefined && { incidents: known.incidents }),
      world: known.world,
      moment: known.moment,
    }),
    bringPerson: (course, wanted) => parts.bringPerson(course, wanted, knownNow(course, known)),
  };
}

/** Whose matters they are may change within a turn: the record that was read before it is then of somebody else. */
function knownNow({ state }: Course, known: Known): Known {
  return known.person?.id === customerOf(state) ? known : { ...known, person: undefined };
}
