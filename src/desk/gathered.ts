// Work that is asked for often and done once.

/**
 * Once for all that was asked within `ms`.
 *
 * @param work what it throws is not told: whoever asks often is soon asked again
 */
export function gathered(ms: number, work: () => Promise<void>): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      void work().catch(() => undefined);
    }, ms);
  };
}
