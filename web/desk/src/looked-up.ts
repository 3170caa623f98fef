// What the desk shows beside the queue and is not told of by the socket: looked up when the queue is told, but not at each stroke of a
// busy day, and now and then when the queue is quiet.

import { useCallback, useEffect, useRef, useState } from 'react';
import { isSignedOut } from './call.ts';

const soonestMs = 5_000;
const latestMs = 60_000;

/**
 * @param look the same function each time, or it is looked up anew at each drawing
 * @param toldAt when the queue was last told
 * @returns what was found last, and a way to do something about it and look again; what is refused is told, but for what `took` takes
 */
export function useLookedUp<Found>(
  look: () => Promise<Found>,
  { toldAt, tell }: { readonly toldAt: number; readonly tell: (problem?: unknown) => void },
) {
  const [found, setFound] = useState<Found>();
  const [changedAt, setChangedAt] = useState(0);
  const readAt = useRef(0);

  const read = useCallback(() => {
    readAt.current = Date.now();
    // Nobody asked for this reading: that it failed is no news, unless the session is over.
    const failed = (problem: unknown) => isSignedOut(problem) && tell(problem);
    return look().then(setFound, failed);
  }, [look, tell]);
  useEffect(() => {
    const timer = setTimeout(read, Math.max(0, readAt.current + soonestMs - Math.max(toldAt, changedAt)));
    const quiet = setInterval(read, latestMs);
    return () => {
      clearTimeout(timer);
      clearInterval(quiet);
    };
  }, [read, toldAt, changedAt]);
  const change = async (act: () => Promise<unknown>, took?: (refused: unknown) => boolean) => {
    tell();
    await act().catch((refused) => took?.(refused) || tell(refused));
    await read();
    setChangedAt(Date.now());
  };
  return { found, change };
}
