// The widget is four classic scripts: the launcher, which every page of the site loads; the chat, which it fetches when it is wanted; and
// what the first answer does not need (more/). The fourth (page/) is reading tools for a
// page that asks for them. `--mode chat` builds the second, `--mode more` the third, `--mode page` the fourth. The styles come once more as a file, for browsers that cannot make style sheets in script (Safari
// before 16.4): a <link> needs no 'unsafe-inline' either.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const styleFile: Plugin = {
  name: 'widget-style-file',
  generateBundle() {
    const source = ['./launcher.css', './panel.css', './more/more.css']
      .map((path) => readFileSync(here(path), 'utf8'))
      .join('\n');
    this.emitFile({ type: 'asset', fileName: 'widget.css', source });
  },
};

/** The English words come from the catalogue, so that there is one place to write them. The no-script page's stay on the server. */
const englishWords: Plugin = {
  name: 'widget-english-words',
  resolveId: (id) => (id.startsWith('doorstep:') ? `\0${id}` : null),
  load(id) {
    if (!id.startsWith('\0doorstep:')) return null;
    const isMore = id.endsWith('more-english');
    const isPage = id.endsWith('page-english');
    const all = Object.entries(parse(readFileSync(here('../../locales/en/widget.yaml'), 'utf8')));
    const own = all.filter(
      ([key]) =>
        !key.startsWith('page-') &&
        key !== '_about' &&
        (isPage ? ofPage.test(key) : !/^tools/.test(key) && ofMore.test(key) === isMore),
    );
    return `export const ${isMore ? 'moreEnglish' : 'english'} = ${JSON.stringify(Object.fromEntries(own))};`;
  },
};

/** Words of what is in the third script. */
const ofMore =
  /^(settings-done|text-size|spacing|colours|simple|aloud|read-aloud|stop-reading|no-voice|dictate|ways|menu|clear|clear-sure|wrong|percent-sent|cancel-sending|attach|remove-file|answer-photo|file-many|more-choices|machine|original|sent-at|delivered|read|desk|with-person|queue)(-|$)/;

/** Words of the tools for the page. */
const ofPage = /^(tools|text-size|spacing|colours|stop-reading|no-voice)(-|$)/;

const scripts = {
  launcher: { entry: './main.ts', name: 'doorstep', file: 'widget.js' },
  chat: { entry: './panel.tsx', name: 'doorstepPanel', file: 'widget-chat.js' },
  more: { entry: './more/more.tsx', name: 'doorstepMore', file: 'widget-more.js' },
  page: { entry: './page/page.ts', name: 'doorstepPage', file: 'widget-page.js' },
};

/** The third takes Preact from the second (kit.ts). */
const shared = { 'preact/jsx-runtime': 'doorstepPanel.kit.jsx', 'preact/hooks': 'doorstepPanel.kit.hooks' };

export default defineConfig(({ mode }) => {
  const { entry, name, file } = scripts[mode === 'chat' || mode === 'more' || mode === 'page' ? mode : 'launcher'];
  return {
    root: here('.'),
    publicDir: false,
    logLevel: 'warn',
    // Whatever the mode is called: it is for production.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: name === 'doorstep' ? [styleFile] : [englishWords],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: here('../../build'),
      // The desk is built into a folder of its own beside it.
      emptyOutDir: false,
      target: ['chrome64', 'safari12', 'firefox67'],
      // Logical sides made into physical ones are a third of the sheet; without them an older browser shows a plainer chat.
      cssTarget: ['chrome89', 'safari15', 'firefox90'],
      lib: { entry: here(entry), formats: ['iife'], name, fileName: () => file },
      rolldownOptions: mode === 'more' ? { external: Object.keys(shared), output: { globals: shared } } : {},
      reportCompressedSize: false,
    },
  };
});
