// Typst at work: one compiler, kept warm, with the fonts read once. Runs in the process of press-child.ts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Draft } from './draft.ts';
import { loadFonts, type OwnFont } from './fonts.ts';
import { joined, objectsOf } from './pdf-objects.ts';
import { type Said, saidWhole } from './said-whole.ts';
import { withSilentMarks } from './silent-marks.ts';
import { typeset } from './typeset.ts';

export interface Compositor {
  /** @throws anything, with words of the draft in it: nobody may log it */
  print(draft: Draft): Uint8Array;
}

export function createCompositor(own: readonly OwnFont[]): Compositor {
  const fonts = loadFonts(own);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts.blobs] }] });
  const mainFileContent = readFileSync(join(import.meta.dirname, 'sheet.typ'), 'utf8');
  return {
    print(draft) {
      const { sheet, said } = typeset(draft, fonts);
      const compiled = compiler.compile({ mainFileContent, inputs: { sheet } });
      const { result } = compiled;
      if (result === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
      try {
        return readAloud(compiler.pdf(result, { pdfStandard: 'ua-1' }), said);
      } catch {
        // A cluster that no font shapes after all: a letter with a gap is better than none. It is tagged all the same.
        return readAloud(compiler.pdf(result), said);
      } finally {
        compiler.evictCache(3);
      }
    },
  };
}

/** The same pages, and under them the text as it is read. */
function readAloud(pdf: Uint8Array, said: readonly Said[]): Uint8Array {
  const objects = objectsOf(pdf);
  if (objects === undefined) return pdf;
  return joined({ ...objects, bodies: saidWhole(objects.bodies, said).map(withSilentMarks) });
}
