// Cells on pages as embossers print them: forty to a line, twenty-five lines to a page, the last of which is the page's number.

/** One line of thought, in cells: how far in it begins, how far in its next lines, and whether it stays with what comes after it. */
export interface Block {
  readonly cells: string;
  readonly first: number;
  readonly next: number;
  readonly isCentred?: boolean;
  /** An empty line before it. */
  readonly hasSpace?: boolean;
  /** A heading is never the last of a page. */
  readonly staysWithNext?: boolean;
}

const width = 40;
const linesOfText = 24;
export const emptyCell = '⠀';

/** Lines of each page, at most 25, in Unicode Braille. */
export function pagesOf(blocks: readonly Block[]): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  const page = () => pages.at(-1) as string[];
  const put = (line: string) => {
    if (page().length === linesOfText) pages.push([]);
    page().push(line);
  };
  blocks.forEach((block, at) => {
    const lines = linesOf(block);
    const space = block.hasSpace && page().length > 0 ? [''] : [];
    if (page().length + space.length + together(lines, block, at + 1 < blocks.length) > linesOfText) pages.push([]);
    else space.forEach(put);
    lines.forEach(put);
  });
  return pages.map((lines, at) => [...lines, ...Array(linesOfText - lines.length).fill(''), numberLine(at + 1)]);
}

/** How much of it a page must have room for: of a heading all, and two lines of what it introduces. */
function together(lines: readonly string[], { staysWithNext }: Block, hasNext: boolean): number {
  return staysWithNext && hasNext ? lines.length + 2 : 1;
}

function linesOf({ cells, first, next, isCentred }: Block): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const indent = () => emptyCell.repeat(lines.length === 0 ? first : next);
  for (const word of cells.split(/[⠀ ]+/).flatMap((each) => inPieces(each, width - Math.max(first, next)))) {
    const longer = line === '' ? indent() + word : line + emptyCell + word;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = indent() + word;
  }
  if (line !== '') lines.push(line);
  return isCentred ? lines.map(centred) : lines;
}

function inPieces(word: string, most: number): readonly string[] {
  return word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [];
}

function centred(line: string): string {
  const bare = line.replace(/^⠀+/, '');
  return emptyCell.repeat(Math.floor((width - bare.length) / 2)) + bare;
}

/** The sign for numbers and a to j are the same in all of these languages. */
function numberLine(page: number): string {
  const digits = [...String(page)].map((digit) => '⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊'[Number(digit)]).join('');
  return `⠼${digits}`.padStart(width, emptyCell);
}

/** North American ASCII Braille: a character for each of the 64 cells, in the order of Unicode's. */
const ascii = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=';

/** What embossers take: lines that end as they want it, a form feed after each page. */
export function brf(pages: readonly (readonly string[])[]): Uint8Array {
  const text = pages.map((page) => `${page.map((line) => inAscii(line).trimEnd()).join('\r\n')}\r\n\f`).join('');
  return Buffer.from(text, 'latin1');
}

function inAscii(line: string): string {
  return [...line].map((cell) => ascii[cell.charCodeAt(0) - 0x2800] ?? '').join('');
}
