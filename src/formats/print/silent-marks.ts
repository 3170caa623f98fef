// Marks pieces of text in a page that say nothing of their own. Typst 0.14 sets a sign that is raised or lowered (the dots of Arabic
// letters in Noto, Bengali vowels below) as a piece of text apart, and gives it the letter that it belongs to, which the piece before it
// holds already: whoever copies or searches would find “ججمعہ”. PDF has ActualText for it (ISO 32000-1, 14.9.4).

import { deflateSync, inflateSync } from 'node:zlib';

/** @param body an object of the file; anything but the content of a page comes back as it is */
export function withSilentMarks(body: string): string {
  const [head, length] =
    /^\d+ 0 obj\s+<<\s+\/Length (\d+)\s+\/Filter \/FlateDecode\s+>>\s+stream\r?\n/.exec(body) ?? [];
  if (head === undefined) return body;
  const packed = Buffer.from(body.slice(head.length, head.length + Number(length)), 'latin1');
  const content = inflateSync(packed).toString('latin1');
  const silent = silentMarks(content);
  if (silent === content) return body;
  const stream = deflateSync(Buffer.from(silent, 'latin1')).toString('latin1');
  return `${head.replace(/\/Length \d+/, `/Length ${stream.length}`)}${stream}${body.slice(head.length + Number(length))}`;
}

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly y: number;
  readonly size: number;
}

const pieces = /1 0 0 -1 [\d.-]+ ([\d.-]+) cm\s(?:(?!BT\s)[^\n]*\n)*?BT\n[\s\S]*?\nET\n/g;

function silentMarks(content: string): string {
  const found = [...content.matchAll(pieces)].map(
    (match): Piece => ({
      start: match.index + match[0].indexOf('BT\n'),
      text: match[0].slice(match[0].indexOf('BT\n')),
      y: Number(match[1]),
      size: Number(/\/f\d+ ([\d.]+) Tf/.exec(match[0])?.[1] ?? 0),
    }),
  );
  const marks = linesOf(found).flatMap((line) => offTheirLine(line));
  let silent = content;
  for (const { start, text } of marks.reverse()) {
    const bare = text.replace(/\/Span <<\s+\/ActualText <[0-9A-F]*>\s+>> BDC\n([\s\S]*?)EMC\n/g, '$1');
    const said = `/Span <<\n  /ActualText <FEFF>\n>> BDC\n${bare}EMC\n`;
    silent = `${silent.slice(0, start)}${said}${silent.slice(start + text.length)}`;
  }
  return silent;
}

/** Pieces that follow each other within half a letter of height are one line: lines are a whole letter apart at the least. */
function linesOf(found: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [];
  for (const piece of found) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line !== undefined && first !== undefined && Math.abs(first.y - piece.y) < piece.size * 0.6) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

/** The line stands where most of its glyphs do. */
function offTheirLine(line: readonly Piece[]): readonly Piece[] {
  const weights = new Map<number, number>();
  for (const { y, text } of line) weights.set(y, (weights.get(y) ?? 0) + text.length);
  const [baseline] = [...weights].sort(([, a], [, b]) => b - a)[0] ?? [];
  return line.filter(({ y }) => y !== baseline);
}
