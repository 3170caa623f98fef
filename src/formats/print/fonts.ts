// The fonts that letters are printed in: Noto, which has every script that we speak in one style, and before it the landlord's own. What
// is installed on the machine is never used: a letter looks the same wherever it was made.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { create } from 'fontkitten';

const require = createRequire(import.meta.url);

const noto: readonly {
  readonly family: string;
  readonly scripts: readonly string[];
  readonly files: readonly string[];
}[] = [
  {
    family: 'Noto Sans',
    scripts: ['Latn', 'Cyrl', 'Grek', 'Deva'],
    files: [
      require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
    ],
  },
  {
    family: 'Noto Sans Arabic',
    scripts: ['Arab'],
    files: [
      require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
    ],
  },
  {
    family: 'Noto Sans Bengali',
    scripts: ['Beng'],
    files: [
      require.resolve('@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf'),
    ],
  },
  {
    family: 'Noto Sans Gurmukhi',
    scripts: ['Guru'],
    files: [
      require.resolve('@expo-google-fonts/noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-sans-gurmukhi/700Bold/NotoSansGurmukhi_700Bold.ttf'),
    ],
  },
  {
    family: 'Noto Emoji',
    scripts: ['Zsye'],
    files: [
      require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
      require.resolve('@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf'),
    ],
  },
];

/** A font of the landlord's. */
export interface OwnFont {
  readonly path: string;
  readonly family: string;
}

/** The script that a language is written in, as Unicode's likely subtags have it: `pa` is Gurmukhi, `pa-Arab` is not. */
export function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? 'Latn';
  } catch {
    return 'Latn';
  }
}

/** Whether Noto, as we have it, writes this language. */
export function isWritten(language: string): boolean {
  return noto.some(({ scripts }) => scripts.includes(scriptOf(language)));
}

/**
 * The landlord's own fonts, in the order of their file names.
 *
 * @throws Error that says what is wrong with the folder, for whoever starts the service
 */
export function readOwnFonts(folder: string): readonly OwnFont[] {
  const files = filesIn(folder)
    .filter((name) => /\.(ttf|otf)$/i.test(name))
    .sort();
  if (files.length === 0) throw new Error(`print.fonts: there is no font (.ttf or .otf) in ${folder}.`);
  return files.map((name) => {
    const path = join(folder, name);
    try {
      const font = create(readFileSync(path));
      if (!('familyName' in font) || font.characterSet.length === 0) throw new Error('it holds no single font');
      return { path, family: font.familyName };
    } catch (error) {
      const why = error instanceof Error ? error.message : 'it cannot be read';
      throw new Error(`print.fonts: ${basename(path)} in ${folder} is no font that can be used: ${why}.`);
    }
  });
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new Error(`print.fonts: there is no folder ${folder}.`);
  }
}

export interface LoadedFonts {
  /** For the compiler; ours and the landlord's only. */
  readonly blobs: readonly Buffer[];
  /** Families to try, in order, for words in a language. */
  familiesFor(language: string): readonly string[];
  /** Whether one font has all characters of a cluster, so that it is shaped as one. */
  covers(cluster: string): boolean;
}

export function loadFonts(own: readonly OwnFont[]): LoadedFonts {
  const files = [...own.map(({ path }) => path), ...noto.flatMap(({ files }) => files)];
  const blobs = files.map((path) => readFileSync(path));
  const sets = blobs.map((blob) => charactersOf(blob));
  const covered = new Map<string, boolean>();
  return {
    blobs,
    familiesFor(language) {
      const script = scriptOf(language);
      // The script's own font first: joiners and marks that two fonts have must be shaped with the letters beside them.
      const first = noto.filter(({ scripts }) => scripts.includes(script));
      return [...new Set([...own, ...first, ...noto].map(({ family }) => family))];
    },
    covers(cluster) {
      const known = covered.get(cluster);
      if (known !== undefined) return known;
      const points = [...cluster].map((each) => each.codePointAt(0) ?? 0).filter((point) => !isInvisible(point));
      const has = sets.some((set) => points.every((point) => set.has(point)));
      if (covered.size > 20_000) covered.clear();
      covered.set(cluster, has);
      return has;
    },
  };
}

function charactersOf(blob: Buffer): ReadonlySet<number> {
  const font = create(blob);
  return new Set('characterSet' in font ? font.characterSet : []);
}

/** Joiners, variation selectors and the like: shapers need no glyph for them. */
function isInvisible(point: number): boolean {
  return /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(point));
}
