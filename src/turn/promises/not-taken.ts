// The housing system has refused for good what a tenant was told is there. It is kept, in their words, for a person to put in by hand;
// the tenant hears so rather than ask one day after something that nobody has.

import { contactAt } from '../../model/contact-hours.ts';
import type { Conversation } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import { closedDays } from '../../model/opening-hours.ts';
import { teamOf } from '../../model/routes.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import type { Act } from '../act.ts';
import { withFact, withLines } from '../course.ts';
import { courseOf, type Done, refused } from '../handover/held.ts';
import type { Refusal } from '../refusal.ts';
import type { KeyedEffect } from '../turn.ts';
import type { Moment, World } from '../world.ts';

type NotTaken = Extract<Act, { is: 'not-taken' }>;

interface Around {
  readonly conversation: Conversation;
  readonly world: World;
  readonly moment: Moment;
}

export function notTaken(act: NotTaken, around: Around): Done | Refusal {
  const { conversation, world, moment } = around;
  const { contactHours, timeZone } = world.landlord;
  const known = withFact(courseOf(conversation), 'case.not-taken');
  const course = { ...known, effects: [byHand(act, around)] };
  if (act.restricted) return { course };
  if (conversation.owner.is !== 'bot' || contactAt(moment.now, contactHours, timeZone) > moment.now)
    return refused('nothing-waiting');
  const team = teamOf('default', world.landlord);
  const values = { reference: act.reference, team: world.landlord.teams[team]?.name ?? team };
  const line = { phrase: 'promise.not_taken', values, reference: act.reference };
  return { course: withLines(course, line), notice: 'sent' };
}

function byHand({ delivery, reference }: NotTaken, { conversation, world, moment }: Around): KeyedEffect {
  const own = world.references.make('TSK', `${delivery}:by-hand`);
  const today = localTime(moment.now, world.landlord.timeZone).date;
  return {
    kind: 'housing.create-task',
    key: `housing:${own}`,
    payload: {
      reference: own,
      team: teamOf('default', world.landlord),
      kind: 'put-in-by-hand',
      words: '',
      language: conversation.state.language.tag,
      due: addWorkingDays(today, 1, closedDays(world)),
      conversation: '',
      details: { about: reference, parked: delivery },
    },
  };
}
