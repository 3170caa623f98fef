// From a text to the chat: a link that opens this conversation there, once and for some minutes. The chat shows what was said by text,
// so nobody gets it of whom we doubt that the number is theirs, nor where something restricted came up and nobody has shown who they are.

import { type Course, withFact, withLines, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import { isQuiet } from '../quiet.ts';
import { saying } from './parts.ts';

export function linkToChat(course: Course, known: Known): Course {
  const { received, conversation, world, moment } = known;
  const { address } = received;
  if (address.channel !== 'sms') return course;
  const { state } = course;
  const isProved = state.proof !== undefined;
  if (state.doubted !== undefined || (isQuiet(state, world) && !isProved)) return withLines(course, saying('no_link'));
  const { number, ours, account } = address;
  const line = { ...state.line, number, ours, account, now: 'sms' as const };
  const url = world.chatLink(conversation.id, moment.now);
  return withFact(withLines(withState(course, { line }), saying('link', { url })), 'chat-link.sent');
}
