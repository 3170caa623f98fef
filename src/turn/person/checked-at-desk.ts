// The agent who has a conversation asks what the assistant would ask: three details that only the tenant knows together. They are told
// whether these are right, and nothing else; tries are counted with all others.

import type { Act } from '../act.ts';
import { proofOf, whoseDetails } from '../actions/identity.ts';
import { addressKey, tenancyKey } from '../actions/tries.ts';
import { withFact, withState } from '../course.ts';
import { courseOf, type Done, refused } from '../handover/held.ts';
import type { Looking } from '../promises/tell.ts';
import type { Refusal } from '../refusal.ts';

type Checked = Extract<Act, { is: 'identity-checked' }>;

export async function checkedAtDesk(act: Checked, around: Omit<Looking, 'promise'>): Promise<Done | Refusal> {
  const { agent, details } = act;
  const { conversation, world, moment } = around;
  const { owner } = conversation;
  if (owner.is !== 'agent' || owner.agent !== agent.id) return refused('not-yours');
  const keys = [tenancyKey(details.tenancy), addressKey({ received: conversation, conversation })];
  const found = await whoseDetails(details, { world, moment, keys });
  const course = courseOf(conversation);
  switch (found.is) {
    case 'away':
      return refused('not-now');
    case 'locked':
      return refused('locked');
    case 'no-match':
      return { course: { ...withFact(course, 'proof.failed', undefined, { by: 'desk' }), failedProofs: keys } };
    case 'proved':
      return { course: withFact(withState(course, proofOf(found.person, { world, moment })), 'proof.given') };
  }
}
