// What the landlord's people get of a promise, in the housing system where their work is: a reminder before its day, the promise that
// is late, and whom to reach by telephone, e-mail or post because they asked for that. No words of the tenant stand in them.

import type { Conversation } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import { teamOf } from '../../model/routes.ts';
import type { OpenPromise } from '../act.ts';
import type { KeyedEffect } from '../turn.ts';
import type { Moment, World } from '../world.ts';
import type { Ways } from './reach.ts';

/** Why a person has to do what a text would have done. */
export const textsStopped = 'texts-stopped';

interface About {
  readonly promise: OpenPromise;
  readonly conversation: Conversation;
  readonly world: World;
  readonly moment: Moment;
}

const ownTeam = ({ promise, world }: About): string => teamOf(promise.enquiry ?? 'default', world.landlord);

/** A restricted matter stays with its own team. */
export function lateTeam(about: About): string {
  const { landlord } = about.world;
  if (about.promise.restricted) return ownTeam(about);
  return landlord.promises.lateTeam ?? teamOf('default', landlord);
}

export function warnTask(about: About): KeyedEffect {
  return task(about, { kind: 'promise-due', team: ownTeam(about), due: about.promise.by.slice(0, 10) });
}

export function lateTask(about: About, newsBy: string, ways?: Ways): KeyedEffect {
  const wanted = { kind: 'promise-late', team: lateTeam(about), due: newsBy } as const;
  return task(about, ways?.person === undefined ? wanted : { ...wanted, ways });
}

/** Undefined where what we sent is what the tenant wants. */
export function tellTask(about: About, ways: Ways): KeyedEffect | undefined {
  if (ways.person === undefined) return undefined;
  const { now } = about.moment;
  const today = localTime(now, about.world.landlord.timeZone).date;
  return task(about, { kind: 'tell-tenant', team: ownTeam(about), due: today, ways });
}

interface Wanted {
  readonly kind: 'promise-due' | 'promise-late' | 'tell-tenant';
  readonly team: string;
  readonly due: string;
  /** In which the tenant is reached. */
  readonly ways?: Ways;
}

function task({ promise, conversation, world }: About, { kind, team, due, ways }: Wanted): KeyedEffect {
  const { id, what, by, owner, reference, person } = promise;
  const own = world.references.make('TSK', `promise:${id}:${kind}:${due}`);
  return {
    kind: 'housing.create-task',
    key: `housing:${own}`,
    payload: {
      reference: own,
      team,
      kind,
      ...(person !== undefined && { person }),
      words: '',
      language: conversation.state.language.tag,
      due,
      conversation: promise.restricted ? '' : conversation.id,
      details: {
        promised: what,
        by,
        owner,
        ...(reference !== undefined && { about: reference }),
        ...(ways?.person !== undefined && { tell: ways.person }),
        ...(ways?.stopped && { why: textsStopped }),
      },
    },
  };
}
