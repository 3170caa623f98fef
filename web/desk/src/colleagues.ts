// Who else works at the desk, as the page asks for them when something is to be handed or noted to them.

import { useEffect, useState } from 'react';
import { api } from './api.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
  readonly state: string;
  /** Can be handed one more conversation now. */
  readonly free: boolean;
}

export interface Mentions {
  readonly mentions: readonly {
    readonly id: string;
    readonly agent: string;
    readonly text: string;
    readonly asks: boolean;
    readonly conversation: string;
    readonly enquiry: string;
    readonly channel: string;
  }[];
  readonly agents: Readonly<Record<string, string>>;
}

/** Asked for anew with each conversation: who is free changes. */
export function useColleagues(tell: (problem?: unknown) => void): readonly Colleague[] {
  const [colleagues, setColleagues] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    api.colleagues().then((found) => setColleagues(found.colleagues), tell);
  }, [tell]);
  return colleagues;
}
