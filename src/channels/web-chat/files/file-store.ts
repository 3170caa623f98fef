// Files that customers send, in one folder: checked, rewritten, and whole or not there at all. Beside them lies what we made for them.
// An id is random-looking, ends in the file's kind and is all that is needed to find it. Several instances share the folder.

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../http/problem.ts';
import {
  contentTypes,
  type FileKind,
  type MadeKind,
  madeContentTypes,
  pictureKinds,
} from '../../../model/file-kinds.ts';
import type { Attachment } from '../../../model/message.ts';
import { kindOf, rewriteImage } from './images.ts';

export interface FileStore {
  /** The most that one file may have. */
  readonly maxBytes: number;
  /**
   * Keeps a file. Durable when it resolves; when it rejects, nothing is left behind.
   *
   * @throws Problem 413 when it is too large, 415 when it is of no kind that we take or not what it says
   */
  keep(file: Upload): Promise<Kept>;
  /**
   * Keeps a file that we made, under an id of its maker's: made again it is the same file.
   *
   * @throws Error when the id is none
   */
  keepMade(file: { readonly id: string; readonly bytes: Uint8Array }): Promise<void>;
  find(id: string): Promise<StoredFile | undefined>;
  remove(id: string): Promise<void>;
}

interface Upload {
  readonly bytes: Buffer;
  readonly name: string;
  /** What the sender says it is: `image/jpeg`. */
  readonly claims: string;
  /** The same file sent again in the same place is kept once: where a client repeats a message, it repeats its files. */
  readonly place?: string;
}

export interface Kept {
  readonly attachment: Attachment;
  /** False when it lay there already. */
  readonly isNew: boolean;
}

interface StoredFile {
  readonly folder: string;
  readonly contentType: string;
  readonly bytes: number;
}

const allTypes: Readonly<Record<FileKind | MadeKind, string>> = { ...contentTypes, ...madeContentTypes };
const id = new RegExp(`^[0-9a-f]{32}\\.(?<kind>${Object.keys(allTypes).join('|')})$`);
const temporary = /\.part$/;

/** Opens the folder, made if it is missing, and clears away what a killed process left half-written. */
export async function openFileStore(folder: string, maxBytes = 10 * 1024 * 1024): Promise<FileStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await clearAway(folder);
  const find = async (name: string): Promise<StoredFile | undefined> => {
    const kind = id.exec(name)?.groups?.kind as FileKind | MadeKind | undefined;
    if (kind === undefined) return undefined;
    const found = await stat(join(folder, name)).catch(() => undefined);
    return found?.isFile() ? { folder, contentType: allTypes[kind], bytes: found.size } : undefined;
  };
  return {
    maxBytes,
    find,
    async keep(file) {
      if (file.bytes.length > maxBytes) throw new Problem(413, 'too-large', { title: 'This file is too large.' });
      const { kind, bytes } = await clean(file);
      const name = `${nameFor(file)}.${kind}`;
      const lies = await find(name);
      if (lies === undefined) await write(folder, name, bytes);
      return { attachment: describe(file, name, bytes.length), isNew: lies === undefined };
    },
    async keepMade({ id: name, bytes }) {
      if (!id.test(name)) throw new Error('A file that was made has no proper id.');
      await write(folder, name, bytes);
    },
    async remove(name) {
      if (id.test(name)) await rm(join(folder, name), { force: true });
    },
  };
}

async function clean(file: Upload): Promise<{ kind: FileKind; bytes: Buffer }> {
  const kind = await kindOf(file.bytes);
  if (kind === undefined || !isPlausible(file.claims, kind)) throw notTaken();
  if (kind === 'pdf') return { kind, bytes: file.bytes };
  const bytes = await rewriteImage(file.bytes, kind);
  if (bytes === undefined) throw notTaken();
  return { kind, bytes };
}

/** Telephones mix picture kinds up (a WebP saved as .jpg); a picture that says it is a document is not what it says. */
function isPlausible(claims: string, kind: FileKind): boolean {
  const [family] = claims.split('/');
  if (claims === '' || claims === 'application/octet-stream') return true;
  return kind === 'pdf' ? claims === 'application/pdf' : family === 'image';
}

function notTaken(): Problem {
  return new Problem(415, 'file-not-taken', {
    title: 'This file cannot be taken.',
    detail: `It must be a whole picture (${pictureKinds}) or a PDF document, and be what it says it is.`,
  });
}

function nameFor(file: Upload): string {
  if (file.place === undefined) return randomBytes(16).toString('hex');
  return createHash('sha256').update(`${file.place}\n`).update(file.bytes).digest('hex').slice(0, 32);
}

/** The sender's name for it is shown to people, so it keeps its letters but none that steer a terminal, a path or a header. */
function describe(file: Upload, name: string, bytes: number): Attachment {
  const kind = name.slice(name.lastIndexOf('.') + 1) as FileKind;
  const stem = (file.name.toWellFormed().split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}"<>:|?*]/gu, '')
    .trim()
    .slice(0, 100)
    .toWellFormed();
  return { id: name, name: `${stem === '' ? 'file' : stem}.${kind}`, contentType: contentTypes[kind], bytes };
}

async function write(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const half = join(folder, `${name}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(half, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, join(folder, name));
    await syncFolder(folder);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** A rename is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

const abandonedAfterMs = 60 * 60 * 1_000;

/** Another instance may be writing just now: only what is an hour old is surely nobody's. */
async function clearAway(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!temporary.test(name)) continue;
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > abandonedAfterMs)
      await rm(join(folder, name), { force: true });
  }
}
