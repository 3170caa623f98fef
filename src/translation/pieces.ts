// A long text in pieces that a service takes: cut between paragraphs, then between sentences, never within a word.

/** Well below what a request may hold, so that marks have room. */
const mostInPiece = 3_000;

/** Put together they are the text again. A line break always ends a piece: services lose some of them. */
export function pieces(text: string): readonly string[] {
  return text.split(/(?<=\n)/).flatMap((line) => (line.length <= mostInPiece ? [line] : sentences(line)));
}

function sentences(line: string): readonly string[] {
  const parts = [...new Intl.Segmenter('und', { granularity: 'sentence' }).segment(line)].map(({ segment }) => segment);
  return joined(parts.flatMap((part) => (part.length <= mostInPiece ? [part] : words(part))));
}

function words(sentence: string): readonly string[] {
  return sentence.split(/(?<=\s)/).flatMap((word) => word.match(new RegExp(`[^]{1,${mostInPiece}}`, 'gu')) ?? []);
}

function joined(parts: readonly string[]): readonly string[] {
  const all: string[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last !== undefined && last.length + part.length <= mostInPiece) all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}
