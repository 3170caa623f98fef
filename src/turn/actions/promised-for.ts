// What stands promised for a case, for whoever asks after it: the day that was told last, and, when it has passed, that it is late and
// why. What we told the tenant goes before what the housing system has: it is what they wait for.

import { localTime } from '../../model/london-time.ts';
import type { OpenPromise } from '../act.ts';
import type { ActionInput } from '../action.ts';

export const promisedSlots = ['by', 'dated', 'late', 'late_was', 'late_why'] as const;

/**
 * `late`: `told` where the tenant has a day by which they hear again, `new` where they have none.
 *
 * @param onFile the next day that the housing system has, an ISO date; empty when it has none
 */
export async function promisedFor(input: ActionInput, reference: string, onFile: string) {
  const { world, moment } = input;
  const [next] = (await world.promises.of(reference)).filter(({ restricted }) => !restricted);
  const was = next?.by.slice(0, 10) ?? onFile;
  const today = localTime(moment.now, world.landlord.timeZone).date;
  const by = next?.newsBy ?? was;
  const late = was === '' || was >= today ? 'no' : by >= today ? 'told' : 'new';
  return { by, dated: by === '' ? 'no' : 'yes', late, late_was: was, late_why: whyFor(input, next) };
}

/** Written to the tenant, it may hold more than whoever has the reference should read. */
function whyFor({ conversation, state }: ActionInput, promise: OpenPromise | undefined): string {
  if (promise?.why === undefined) return 'none';
  return state.proof !== undefined || promise.conversation === conversation.id ? promise.why : 'none';
}
