// What the desk that is a Bot Framework skill is told of a commit: a conversation is handed to it, what the tenant writes while it has it,
// and that it has it no more. All in one line per conversation, so that nothing overtakes the handover.

import type { Conversation } from '../model/conversation.ts';
import type { SkillOut } from '../model/delivery.ts';
import { withSkill } from './handover/other-desk.ts';
import type { KeyedEffect, Turn } from './turn.ts';

type Before = Pick<Conversation, 'id' | 'owner' | 'state' | 'taken'>;

/** @param seed `m<sequence>` of the message that was answered */
export function skillEffects(turn: Turn, before: Before, seed: string): readonly KeyedEffect[] {
  const [had, has] = [withSkill(before), withSkill(turn)];
  const upTo = Number(/^m(\d+)$/.exec(seed)?.[1] ?? 0);
  const told: Omit<SkillOut, 'conversation'>[] = [];
  if (has !== undefined && has !== had && turn.handover !== undefined)
    told.push({ handover: has, is: 'handed-over', upTo, change: { ...turn.handover } });
  // Words with which it came back to our own people, or was called off, are not theirs any more.
  if (had !== undefined && has === had && upTo > 0) told.push({ handover: had, is: 'said', after: before.taken, upTo });
  if (had !== undefined && has !== had && !turn.handover?.isKnownThere) told.push({ handover: had, is: 'over' });
  const key = `skill:${before.id}`;
  return told.map((each) => ({ kind: 'skill.send', key, payload: { conversation: before.id, ...each } }));
}
