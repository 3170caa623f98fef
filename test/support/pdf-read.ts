// Reads a PDF back as a program that reads aloud does: along its structure, taking the words that an element holds before its glyphs.

import { getDocument, OPS, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Leaf {
  readonly role: string;
  readonly text: string;
  readonly lang?: string | undefined;
}

export interface Run {
  readonly str: string;
  readonly page: number;
  readonly x: number;
  readonly width: number;
  readonly size: number;
}

export interface ReadPdf {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly outline: readonly string[];
  readonly isTagged: boolean;
  readonly isUa: boolean;
  readonly pages: number;
  /** Headings, paragraphs, labels and bullets, in reading order. */
  readonly leaves: readonly Leaf[];
  /** Roles of all elements, a parent before its children. */
  readonly roles: readonly string[];
  /** How many shapes are drawn, beside letters. */
  readonly shapes: number;
  /** What is written, as it is drawn. */
  readonly runs: readonly Run[];
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly Node[];
}

const whole = ['P', 'H1', 'H2', 'Lbl'];

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    return await read(await loading.promise);
  } finally {
    await loading.destroy();
  }
}

async function read(pdf: PDFDocumentProxy): Promise<ReadPdf> {
  const { info, metadata } = await pdf.getMetadata();
  const about = info as { Title?: string; Author?: string; Language?: string };
  const leaves: Leaf[] = [];
  const roles: string[] = [];
  const runs: Run[] = [];
  let shapes = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const { fnArray } = await page.getOperatorList();
    shapes += fnArray.filter((operator) => operator === OPS.constructPath).length;
    const texts = new Map<string, string>();
    const open: (string | undefined)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((each) => each !== undefined);
        if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
        const [, , , size = 0, x = 0] = item.transform as number[];
        runs.push({ str: item.str, page: number, x, width: item.width, size: Math.abs(size) });
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? undefined);
    }
    let isFirst = number > 1;
    const visit = (node: Node): void => {
      if (node.role !== undefined) roles.push(node.role);
      if (node.role !== undefined && whole.includes(node.role)) {
        const text = (node.alt ?? textOf(node, texts)).replaceAll(/\s+/g, ' ').trim();
        // A paragraph that goes on overleaf is in the structure of both pages, and its words whole in both.
        const isSame = node.alt !== undefined && isFirst && leaves.at(-1)?.text === text;
        if (!isSame) leaves.push({ role: node.role, text, lang: node.lang });
        isFirst = false;
      } else for (const child of node.children ?? []) visit(child);
    };
    const tree = (await page.getStructTree()) as Node | null;
    if (tree !== null) visit(tree);
  }
  const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title);
  return {
    title: about.Title ?? '',
    author: about.Author ?? '',
    language: about.Language ?? '',
    outline,
    isTagged: ((await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null)?.get('Marked') === true,
    isUa: metadata?.get('pdfuaid:part') === '1',
    pages: pdf.numPages,
    leaves,
    roles,
    runs,
    shapes,
  };
}

function textOf(node: Node, texts: ReadonlyMap<string, string>): string {
  if (node.type === 'content') return texts.get(node.id ?? '') ?? '';
  return (node.children ?? []).map((child) => textOf(child, texts)).join('');
}
