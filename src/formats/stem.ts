// What a made file is called: `large-print-24-cream.ur`. The name tells what it is and nothing of whom it is for.

export function formatStem(parts: readonly (string | number | undefined)[], language: string): string {
  return `${parts.filter((part) => part !== undefined).join('-')}.${language}`;
}
