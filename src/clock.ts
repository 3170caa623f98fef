// The service's clock: the machine's, or one set to an instant by CLOCK that moves on from there.

/** @param startsAt what the service believes the time is when this is called; absent: the machine's time */
export function createClock(startsAt?: Date): () => Date {
  if (startsAt === undefined) return () => new Date();
  const offsetMs = startsAt.getTime() - Date.now();
  return () => new Date(Date.now() + offsetMs);
}
