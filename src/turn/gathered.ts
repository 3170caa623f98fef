// Which of several quick messages stands by itself. An answer to what was asked, or a word that steers the conversation, is whole as it
// is; anything else may be the beginning of a story that goes on in the next text.

import type { Conversation } from '../model/conversation.ts';
import { photosDone } from '../model/message.ts';
import type { Received } from './turn.ts';
import { findControl } from './understanding/control.ts';
import type { World } from './world.ts';

const steers: readonly string[] = [
  'person',
  'cancel',
  'never_mind',
  'restart',
  'repeat',
  'menu',
  'photo_link',
  'help',
  'danger',
  'language',
  'resume',
  'on_web',
];
const answers: readonly string[] = ['yes', 'no', 'skip', 'why'];

export function gatheredAs(
  received: Received,
  { state }: Pick<Conversation, 'state'>,
  { phrases }: Pick<World, 'phrases'>,
): 'alone' | 'text' | 'photo' | 'last' {
  const { kind, name, keyword, value, text, attachments } = received;
  if (kind === 'event') return name === photosDone ? 'last' : 'alone';
  if (keyword !== undefined || value !== undefined) return 'alone';
  if (attachments.length > 0 && text === '') return 'photo';
  return isWhole(text, state, phrases) ? 'alone' : 'text';
}

function isWhole(text: string, state: Conversation['state'], phrases: World['phrases']): boolean {
  const isAsked = state.stack.length > 0 || state.offered !== undefined;
  if (isAsked && /^\W*\d{1,2}\W*$/.test(text)) return true;
  const control = findControl(text, state.language.tag, phrases)?.is ?? '';
  return steers.includes(control) || (isAsked && answers.includes(control));
}
