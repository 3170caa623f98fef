// What a file is, told by its bytes and never by its name; and photographs written anew, so that where they were taken is not in them.

import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { contentTypes, type FileKind } from '../../../model/file-kinds.ts';

/** Enough to see a crack in a wall; a telephone's 48-megapixel picture is brought down to it. */
const longestEdge = 4_096;
/** More than this is no photograph but an attempt to fill our memory. */
const mostPixels = 120_000_000;

/** Undefined when it is none that we take. */
export async function kindOf(bytes: Buffer): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return Object.keys(contentTypes).find((kind): kind is FileKind => kind === found?.ext);
}

/**
 * The same picture, upright, without EXIF, GPS, comments or colour profile.
 *
 * @returns nothing when it is no whole picture of its kind
 */
export async function rewriteImage(bytes: Buffer, kind: Exclude<FileKind, 'pdf'>): Promise<Buffer | undefined> {
  try {
    const moves = kind === 'gif' || kind === 'webp';
    return await sharp(bytes, { animated: moves, limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 20 })
      .toFormat(kind === 'jpg' ? 'jpeg' : kind, kind === 'jpg' || kind === 'webp' ? { quality: 85 } : {})
      .toBuffer();
  } catch {
    return undefined;
  }
}
