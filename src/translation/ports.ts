// What translating needs of others: a cache, and somebody who counts what it costs.

/**
 * Translations that were made before, for a day: what is said again costs nothing. Keys are hashes; values are words of people, so none
 * is kept longer than it is of use.
 */
export interface Cache {
  /** In the order of the keys; undefined where nothing is known, or the cache cannot be asked. */
  read(keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  write(entries: ReadonlyMap<string, string>): Promise<void>;
  /** Forgets all of them: nobody can tell which are the words of one person. */
  clear(): Promise<void>;
}

export const keptForMs = 24 * 60 * 60 * 1_000;

/** The service is paid by the character. */
export interface Meter {
  /** Counts characters that are about to be sent in the landlord's month; false, and not counted, when they are more than it pays for. */
  spend(characters: number): Promise<boolean>;
  /** How many may still be sent in this month. */
  left(): Promise<number>;
}
