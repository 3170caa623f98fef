// Where it is evident by itself that an enquiry need not have been: what they ask after is late, we missed a visit, or they say again
// what they have told us. The other causes are an agent's to tell.

import type { AvoidableCause } from '../../model/avoidable.ts';
import type { Frame } from '../../model/conversation.ts';

/** Nothing of one that was called off: nobody knows what it would have been. */
export function causeOf({ dialog, slots }: Frame, outcome: string): AvoidableCause | undefined {
  if (outcome === 'left') return undefined;
  if (slots.late === 'told' || slots.late === 'new') return 'chased';
  if (dialog === 'repair.missed_visit') return 'missed-visit';
  return slots.repeated === 'yes' ? 'asked-again' : undefined;
}
