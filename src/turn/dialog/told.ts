// What people tell of themselves along the way outlives the enquiry in which they told it: a person who comes later would
// ask for it again. Nothing of a restricted matter: a number told there was told with conditions.

import type { Frame, Told } from '../../model/conversation.ts';
import type { Outcome } from '../../model/message.ts';
import { type Course, withState } from '../course.ts';
import type { Playbook } from './flow.ts';

/** Longer than this is a story, and stands in the conversation. */
const longestKept = 300;
const mostNeeds = 6;

/**
 * Keeps what was told in the enquiry that speaks, and in the dialogs that it called.
 *
 * @param outcome how the enquiry ends, if it does
 */
export function withTold(course: Course, playbook: Playbook, outcome?: Outcome): Course {
  const { stack, told } = course.state;
  const own = stack.findLastIndex((frame) => !frame.called);
  const frames = stack.slice(Math.max(0, own));
  if (frames.some((frame) => playbook.get(frame.dialog)?.restricted)) return course;
  const grown = frames.reduce((before, frame) => more(before, frame, outcome), told ?? nothing);
  return grown === nothing || grown === told ? course : withState(course, { told: grown });
}

const nothing: Told = { needs: [] };

function more(told: Told, frame: Frame, outcome: Outcome | undefined): Told {
  const [name, phone, onBehalfOf] = ['name', 'phone', 'their_name'].map((slot) => textIn(frame, slot));
  const needs = needsIn(frame, outcome).filter((need) => !told.needs.includes(need));
  if ([name, phone, onBehalfOf].every((each) => each === undefined) && needs.length === 0) return told;
  return {
    ...told,
    ...(name !== undefined && { name }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(phone !== undefined && { phone }),
    needs: [...told.needs, ...needs].slice(-mostNeeds),
  };
}

/** Where the enquiry itself is for a need, what is asked for is the need, unless it was called off. */
function needsIn(frame: Frame, outcome: Outcome | undefined): readonly string[] {
  const text = (slot: string) => (outcome === 'left' && slot !== 'needs' ? undefined : textIn(frame, slot));
  const inDialog: Readonly<Record<string, readonly (string | undefined)[]>> = {
    'access.adjustment': [text('what') ?? text('words'), text('more')],
    'access.format': [text('wish') ?? text('format')?.replaceAll('_', ' ')],
  };
  return (inDialog[frame.dialog] ?? [text('needs')]).filter((need) => need !== undefined);
}

function textIn({ slots }: Frame, slot: string): string | undefined {
  const value = slots[slot];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, longestKept) : undefined;
}
