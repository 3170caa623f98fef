// What was said in languages that the agent does not read: looked up when something new was said, beside the conversation itself, so that
// a slow translation keeps nobody from the original.

import { useEffect, useState } from 'react';
import { api, type ConversationView } from './api.ts';

export interface Translation {
  /** BCP 47. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

type BySequence = ReadonlyMap<number, Translation>;

export function useTranslations(
  { id, sequence }: Pick<ConversationView, 'id' | 'sequence'>,
  isOn: boolean,
): BySequence {
  const [found, setFound] = useState<{ readonly id: string; readonly lines: BySequence }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of the last message tells that there is something new
  useEffect(() => {
    if (!isOn) return;
    let isWanted = true;
    const take = ({ to, lines }: Awaited<ReturnType<typeof api.translations>>) => {
      if (isWanted) setFound({ id, lines: new Map(lines.map((line) => [line.sequence, { ...line, to }])) });
    };
    // Nobody asked for it: without it the originals stand there.
    api.translations(id).then(take, () => undefined);
    return () => {
      isWanted = false;
    };
  }, [id, sequence, isOn]);
  return found?.id === id ? found.lines : new Map();
}
