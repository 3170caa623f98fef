// Signs in what somebody tells of themselves that they may need something done differently, or some help. A sign is no proof: it is kept
// nowhere but in the conversation, offered once when the matter is over, and on record only when they say so.

import type { Frame } from '../../model/conversation.ts';
import { wordsBegun } from '../../model/said/words-held.ts';
import { type Course, withoutState, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import { isPrivateUnderWay } from '../grave.ts';
import { type Episode, opened } from './frames.ts';
import type { Scene } from './scene.ts';

const noticedDialog = 'access.noticed';

/** What a sign may lead to, and the kinds of need that make it no news. */
const signs = {
  sight: { leadsTo: 'access.format', known: /visual|sight/ },
  hearing: { leadsTo: 'access.adjustment', known: /hearing|deaf/ },
  reading: { leadsTo: 'access.format', known: /reading|literacy|dyslexi|learning/ },
  moving: { leadsTo: 'access.adjustment', known: /mobility|physical/ },
  coping: { leadsTo: 'support.referral', known: /mental|bereave|support/ },
} as const;
type Sign = keyof typeof signs;

/** Only in words of their own, and never where something grave came up. */
export function withNoticed(course: Course, { said, setting }: Pick<Scene, 'said' | 'setting'>): Course {
  const { state } = course;
  const isPrivate = isPrivateUnderWay(state.stack, setting.playbook);
  const isGrave = state.quiet || said.danger.length > 0 || isPrivate;
  if (isGrave || state.noticed !== undefined || said.received.value !== undefined) return course;
  for (const sign of Object.keys(signs) as Sign[]) {
    const words = wordsBegun(setting.words(`sign_${sign}`), said.text);
    if (words !== undefined && !(state.signsAsked ?? []).includes(sign))
      return withState(course, { noticed: { sign, words } });
  }
  return course;
}

export function isNoticed({ state }: Course, { person }: Pick<Known, 'person'>): boolean {
  const sign = state.noticed?.sign as Sign | undefined;
  if (sign === undefined || state.quiet) return false;
  return !(person?.needs ?? []).some(({ kind }) => signs[sign].known.test(kind));
}

export function isNoticedOffer({ dialog }: Frame): boolean {
  return dialog === noticedDialog;
}

/** Asked once, whatever is answered. */
export function noticedOpened(course: Course, episode: Episode): Course {
  const { noticed } = course.state;
  const sign = noticed?.sign as Sign;
  const asked = withoutState(withSignAsked(course, sign), 'noticed');
  const begun = opened(asked, { enquiry: noticedDialog, words: noticed?.words ?? '' }, episode);
  const frame = begun.state.stack.at(-1);
  if (frame === undefined) return begun;
  const slots = { ...frame.slots, sign, sign_words: noticed?.words ?? '', leads_to: signs[sign].leadsTo };
  return withState(begun, { stack: [...begun.state.stack.slice(0, -1), { ...frame, slots }] });
}

/** Who has just asked for it by themselves is not asked whether they would like it. */
export function withoutNoticed(course: Course, after: string): Course {
  const sign = course.state.noticed?.sign;
  if (sign === undefined || !/^(?:access|support)\./.test(after)) return course;
  return withoutState(withSignAsked(course, sign), 'noticed');
}

function withSignAsked(course: Course, sign: string): Course {
  return withState(course, { signsAsked: [...(course.state.signsAsked ?? []), sign] });
}
