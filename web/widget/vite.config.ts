// The widget is one classic script with everything in it, and the same styles once more as a file for browsers
// that cannot make style sheets in script (Safari before 16.4): a <link> needs no 'unsafe-inline' either.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const styleFile: Plugin = {
  name: 'widget-style-file',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'widget.css', source: readFileSync(here('./style.css'), 'utf8') });
  },
};

/** The English words come from the catalogue, so that there is one place to write them. The no-script page's stay on the server. */
const englishWords: Plugin = {
  name: 'widget-english-words',
  resolveId: (id) => (id === 'doorstep:english' ? '\0doorstep:english' : null),
  load(id) {
    if (id !== '\0doorstep:english') return null;
    const all = Object.entries(parse(readFileSync(here('../../locales/en/widget.yaml'), 'utf8')));
    const words = Object.fromEntries(all.filter(([key]) => !key.startsWith('page-') && key !== '_about'));
    return `export const english = ${JSON.stringify(words)};`;
  },
};

export default defineConfig({
  root: here('.'),
  publicDir: false,
  logLevel: 'warn',
  plugins: [styleFile, englishWords],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../../build'),
    // The desk is built into a folder of its own beside it.
    emptyOutDir: false,
    target: ['chrome64', 'safari12', 'firefox67'],
    lib: { entry: here('./main.ts'), formats: ['iife'], name: 'doorstep', fileName: () => 'widget.js' },
    reportCompressedSize: false,
  },
});
