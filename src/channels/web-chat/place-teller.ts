// Looks now and then where everybody stands who waits for a person, and tells it where it has moved.

import { type Logger, nameOf } from '../../log.ts';
import type { Place, WaitingPlaces } from '../channel.ts';

interface Parts {
  readonly places?: WaitingPlaces;
  readonly logger: Logger;
  readonly placesEveryMs?: number;
}

export function createPlaceTeller(
  { places, logger, placesEveryMs = 10_000 }: Parts,
  tell: (conversation: string, place: Place) => void,
): { stop(): void } {
  let told: ReadonlyMap<string, string> = new Map();
  const look = async (all: WaitingPlaces) => {
    const now = await all();
    const news = new Map([...now].map(([conversation, place]) => [conversation, JSON.stringify(place)]));
    for (const [conversation, place] of now) {
      if (told.get(conversation) !== news.get(conversation)) tell(conversation, place);
    }
    told = news;
  };
  const timer = setInterval(() => {
    if (places === undefined) return;
    look(places).catch((error: unknown) => {
      // The next look is soon; nobody waits any longer for it.
      logger.warn('places in the queue could not be read', { error: nameOf(error) });
    });
  }, placesEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
