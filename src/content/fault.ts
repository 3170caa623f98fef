// A fault in content: where it is and what to do about it. All are told at once, then the start stops.

export interface Fault {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly line?: number | undefined;
  readonly message: string;
}

function printFault({ file, line, message }: Fault): string {
  return line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}

/** One error that lists them all. */
export function contentError(faults: readonly Fault[]): Error {
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  return new Error(`The content has ${count}:\n${faults.map((fault) => `  ${printFault(fault)}`).join('\n')}`);
}

/** ` Did you mean room?` for a misspelt name, else nothing. */
export function didYouMean(name: string, names: Iterable<string>): string {
  let [best, least] = ['', Math.max(2, Math.floor(name.length / 3)) + 1];
  for (const each of names) {
    const distance = editDistance(name, each);
    if (distance < least) [best, least] = [each, distance];
  }
  return best === '' ? '' : ` Did you mean ${best}?`;
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
