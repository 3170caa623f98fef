// The pictures of easy read: OpenMoji, CC BY-SA 4.0, as Iconify packs them. Printed as they are, with their source in the document.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const Icons = z.object({
  width: z.number(),
  height: z.number(),
  icons: z.record(z.string(), z.object({ body: z.string() })),
});

/**
 * SVG by name, of those that are named; nine megabytes of others are read and forgotten.
 *
 * @throws Error that names the pictures that there are not, for whoever starts the service
 */
export function readPictures(names: readonly string[]): ReadonlyMap<string, string> {
  const path = createRequire(import.meta.url).resolve('@iconify-json/openmoji/icons.json');
  const { width, height, icons } = Icons.parse(JSON.parse(readFileSync(path, 'utf8')));
  const missing = names.filter((name) => icons[name] === undefined);
  if (missing.length > 0) {
    throw new Error(`locales/easy-read.yaml: OpenMoji has no picture called ${[...new Set(missing)].join(', ')}.`);
  }
  return new Map(names.map((name) => [name, svg(icons[name]?.body ?? '', width, height)]));
}

function svg(body: string, width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}
