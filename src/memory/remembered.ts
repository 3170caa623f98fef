// What every turn asks and hardly ever changes: read once, and again when somebody says that it changed or when a while has passed, for a
// notice may be lost.

import type { Bus } from './bus.ts';

export interface Remembered<Value> {
  now(): Promise<Value>;
  /** Tells all instances that it changed. */
  changed(): void;
  /** Called at each change, here or elsewhere. */
  onChange(heard: () => void): void;
}

const oldAfterMs = 5_000;

/**
 * @param topic on which instances tell each other
 * @param load while it fails, what was known last holds
 */
export function createRemembered<Value>(bus: Bus, topic: string, load: () => Promise<Value>): Remembered<Value> {
  let known: { readonly value: Promise<Value>; readonly at: number } | undefined;
  let last: Value | undefined;
  const heard: (() => void)[] = [];
  bus.subscribe<true>(topic, () => {
    known = undefined;
    for (const each of heard) each();
  });

  const read = async (): Promise<Value> => {
    try {
      last = await load();
      return last;
    } catch (error) {
      known = undefined;
      if (last === undefined) throw error;
      return last;
    }
  };
  return {
    now: () => {
      if (known === undefined || performance.now() - known.at > oldAfterMs)
        known = { value: read(), at: performance.now() };
      return known.value;
    },
    changed: () => bus.publish(topic, true, 'changed'),
    onChange: (each) => void heard.push(each),
  };
}
