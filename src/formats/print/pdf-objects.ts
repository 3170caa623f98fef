// The objects of a PDF as Typst writes it, taken apart and put together again: what is in them may have changed its length.

export interface Objects {
  readonly header: string;
  /** `1 0 obj … endobj`, in order. */
  readonly bodies: readonly string[];
  readonly trailer: string;
}

/** As Typst writes them: one after the other, and a table of where each begins. */
export function objectsOf(pdf: Uint8Array): Objects | undefined {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
  const table = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.slice(-100))?.[1];
  const [head, count] = /^xref\s+0 (\d+)\s+/.exec(file.slice(Number(table), Number(table) + 40)) ?? [];
  if (table === undefined || head === undefined) return undefined;
  const end = Number(table);
  const rows = file.slice(end + head.length).split('\n', Number(count));
  const places = rows.filter((row) => / n\s*$/.test(row)).map((row) => Number(row.slice(0, 10)));
  const starts = [...places].sort((a, b) => a - b);
  const trailer = /trailer\s+<<[\s\S]*?>>\s*(?=startxref)/.exec(file.slice(end))?.[0];
  if (trailer === undefined || starts.length !== Number(count) - 1) return undefined;
  return {
    header: file.slice(0, starts[0]),
    bodies: starts.map((start, at) => file.slice(start, starts[at + 1] ?? end)),
    trailer,
  };
}

export function joined({ header, bodies, trailer }: Objects): Uint8Array {
  let at = header.length;
  const places = new Map<number, number>();
  for (const body of bodies) {
    places.set(Number.parseInt(body, 10), at);
    at += body.length;
  }
  const rows = bodies.map((_, index) => `${String(places.get(index + 1) ?? 0).padStart(10, '0')} 00000 n\r\n`);
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f\r\n${rows.join('')}`;
  return Buffer.from(`${header}${bodies.join('')}${table}${trailer}startxref\n${at}\n%%EOF`, 'latin1');
}
