// Who else has a conversation open. Looking is a lease, told from page to page and kept nowhere: who says nothing for a while is gone.

import type { Agent } from './ports.ts';

export interface LookingSign {
  readonly agent: string;
  readonly name: string;
  /** `here`: has just come, and wants to know who is. */
  readonly is: 'here' | 'still' | 'left';
}

export interface Looking {
  readonly looking: (conversation: string, sign: LookingSign) => void;
  readonly watchLooking: (conversation: string, heard: (sign: LookingSign) => void) => () => void;
}

const saidEveryMs = 15_000;
const lastsMs = 40_000;

/** @param tell is called with the names of the others whenever they change. Returns the way to stop */
export function lookAt(
  conversation: string,
  { agent: { id: agent, name }, tell }: { readonly agent: Agent; readonly tell: (names: readonly string[]) => void },
  { looking, watchLooking }: Looking,
): () => void {
  const others = new Map<string, { readonly name: string; readonly until: number }>();
  let told = '[]';
  const say = (is: LookingSign['is']) => looking(conversation, { agent, name, is });
  const tellChanged = () => {
    const now = performance.now();
    for (const [id, { until }] of others) if (until < now) others.delete(id);
    const names = [...others.values()].map((each) => each.name).toSorted();
    if (JSON.stringify(names) === told) return;
    told = JSON.stringify(names);
    tell(names);
  };
  const unwatch = watchLooking(conversation, (sign) => {
    if (sign.agent === agent) {
      // Another page of the same agent was closed: this one is still open.
      if (sign.is === 'left') say('still');
      return;
    }
    if (sign.is === 'left') others.delete(sign.agent);
    else others.set(sign.agent, { name: sign.name, until: performance.now() + lastsMs });
    if (sign.is === 'here') say('still');
    tellChanged();
  });
  const beat = setInterval(() => {
    say('still');
    tellChanged();
  }, saidEveryMs);
  beat.unref();
  say('here');
  return () => {
    clearInterval(beat);
    unwatch();
    say('left');
  };
}
