// Tells programs that read aloud what each paragraph says. The pieces of a line in Arabic script are kept in a PDF from left to right, and
// letters of Indian scripts in the order in which they are drawn: read piece by piece, words come out backwards or broken. So each heading
// and paragraph in such a script holds its words once more, in the order in which they are read (ActualText, ISO 32000-1, 14.9.4).

/** A paragraph as it is read aloud, and whether the glyphs that are drawn say it wrongly. */
export interface Said {
  readonly text: string;
  readonly isDrawnOtherwise: boolean;
}

/**
 * @param bodies  the objects of a file
 * @param said    every heading, paragraph, label and bullet, in reading order
 * @returns       the same objects where the file's structure is not what was said: then it is left alone
 */
export function saidWhole(bodies: readonly string[], said: readonly Said[]): readonly string[] {
  const byNumber = new Map(bodies.map((body) => [Number.parseInt(body, 10), body]));
  const root = bodies.find((body) => body.includes('/Type /StructTreeRoot'));
  const leaves = root === undefined ? [] : kidsOf(root).flatMap((kid) => leavesOf(kid, byNumber));
  if (leaves.length !== said.length) return bodies;
  const texts = new Map(leaves.map((leaf, at) => [leaf, said[at]]));
  return bodies.map((body) => {
    const { text = '', isDrawnOtherwise = false } = texts.get(Number.parseInt(body, 10)) ?? {};
    if (!isDrawnOtherwise) return body;
    return body.replace(/\/S \/\w+\n/, (kind) => `${kind}  /ActualText <${utf16(text)}>\n`);
  });
}

/** What is read as one: a paragraph, a heading, a bullet or what a fact is called. */
const whole = /\/S \/(?:P|H1|H2|Lbl)\n/;

function leavesOf(number: number, byNumber: ReadonlyMap<number, string>): readonly number[] {
  const body = byNumber.get(number) ?? '';
  if (whole.test(body)) return [number];
  const kids = kidsOf(body);
  if (kids.length > 0) return kids.flatMap((kid) => leavesOf(kid, byNumber));
  // What holds no text (where a picture stands) says nothing.
  return /\/K \[\d/.test(body) ? [number] : [];
}

/** Elements inside an element, not the text that it holds itself. */
function kidsOf(body: string): readonly number[] {
  const inside = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? '';
  return [...inside.matchAll(/(\d+) 0 R(?!\s*\/MCID)/g)].map(([, number]) => Number(number));
}

function utf16(text: string): string {
  return `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}`;
}
