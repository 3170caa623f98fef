// Something restricted may come up while an ordinary agent speaks with the tenant: told by the tenant, or as a case that the agent opens.
// The agent goes on with it; from when they no longer have it, what was said is for that matter's own team alone.

import type { ConversationState } from '../../model/conversation.ts';
import type { HandoverChange } from '../turn.ts';
import type { World } from '../world.ts';
import { teamFor } from './teams.ts';

/** The first of these that only its own team may see. */
export function restrictedOf(enquiries: readonly string[], { playbook }: Pick<World, 'playbook'>): string | undefined {
  return enquiries.find((each) => playbook.get(each)?.restricted);
}

/** The restricted enquiry that came up since the handover was asked for. */
export function restrictedSince(
  { handover }: Pick<ConversationState, 'handover'>,
  world: Pick<World, 'playbook'>,
): string | undefined {
  const { danger = {}, casesOpened = [] } = handover ?? {};
  return restrictedOf([...Object.keys(danger), ...casesOpened], world);
}

/** @param before the state in which the handover was still open */
export function keptToTeam(change: HandoverChange, before: ConversationState, world: World): HandoverChange {
  if (change.is !== 'ended' || before.handover?.restricted) return change;
  const quiet = restrictedSince(before, world);
  return quiet === undefined ? change : { ...change, team: teamFor(quiet, world.landlord), restricted: true };
}
