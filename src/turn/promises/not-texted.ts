// A notice was on its way when its number stopped texts. It is not sent; a person tells the tenant in another way.

import { localTime } from '../../model/london-time.ts';
import { teamOf } from '../../model/routes.ts';
import type { Act } from '../act.ts';
import { withFact } from '../course.ts';
import { courseOf, type Done, refused } from '../handover/held.ts';
import type { Refusal } from '../refusal.ts';
import { waysTo } from './reach.ts';
import { textsStopped } from './tasks.ts';
import type { Looking } from './tell.ts';

type NotTexted = Extract<Act, { is: 'not-texted' }>;

export async function notTexted(
  { delivery, restricted }: NotTexted,
  { conversation, world, moment }: Omit<Looking, 'promise'>,
): Promise<Done | Refusal> {
  const id = conversation.state.person?.id;
  const answer = id === undefined ? undefined : await world.housing.person(id);
  if (answer?.is === 'away') return refused('nothing-waiting');
  const ways = await waysTo(conversation, answer?.value ?? undefined, world);
  const reference = world.references.make('TSK', `${delivery}:tell`);
  const payload = {
    reference,
    team: teamOf('default', world.landlord),
    kind: 'tell-tenant',
    ...(id !== undefined && !restricted && { person: id }),
    words: '',
    language: conversation.state.language.tag,
    due: localTime(moment.now, world.landlord.timeZone).date,
    conversation: restricted ? '' : conversation.id,
    details: { parked: delivery, tell: ways.person ?? 'telephone', why: textsStopped },
  };
  const course = withFact(courseOf(conversation), 'text.stopped');
  return { course: { ...course, effects: [{ kind: 'housing.create-task', key: `housing:${reference}`, payload }] } };
}
