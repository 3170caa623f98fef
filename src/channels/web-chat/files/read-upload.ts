// Reads Direct Line's multipart upload: one part named `activity`, the rest files. In memory, so bounded in number and size.

import type { Request, Response } from 'express';
import multer from 'multer';
import { Problem } from '../../../http/problem.ts';

export interface UploadedParts {
  /** The parsed `activity` part; a bare message when there is none. */
  readonly activity: unknown;
  readonly files: readonly { readonly bytes: Buffer; readonly name: string; readonly claims: string }[];
}

export type ReadUpload = (request: Request, response: Response) => Promise<UploadedParts>;

export const mostFiles = 5;
/** Each holds its files in memory and keeps a processor busy: more at once would starve the conversations. */
const mostAtOnce = 6;

export function createUploadReader(maxBytes: number): ReadUpload {
  const parse = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { fileSize: maxBytes, files: mostFiles + 1, fields: 4, fieldSize: 256 * 1024, parts: mostFiles + 5 },
  }).any();
  let underWay = 0;
  return async (request, response) => {
    if (!request.is('multipart/form-data')) {
      throw new Problem(415, 'not-multipart', { title: 'Files are uploaded as multipart/form-data.' });
    }
    if (underWay >= mostAtOnce) {
      const headers = { 'Retry-After': '2' };
      throw new Problem(503, 'not-now', { title: 'Too many files are coming in just now.', headers });
    }
    underWay += 1;
    try {
      await new Promise<void>((resolve, reject) => {
        parse(request, response, (error: unknown) => (error === undefined ? resolve() : reject(asProblem(error))));
      });
    } finally {
      underWay -= 1;
    }
    return partsOf(request);
  };
}

function partsOf(request: Request): UploadedParts {
  const parts = (request.files ?? []) as readonly Express.Multer.File[];
  // A browser's FormData sends the activity as a Blob, which arrives as a file; others send a plain field.
  const asFile = parts.find((part) => part.fieldname === 'activity')?.buffer.toString();
  const asField: unknown = request.body?.activity;
  return {
    activity: parseActivity(asFile ?? asField),
    files: parts
      .filter((part) => part.fieldname !== 'activity')
      .map((part) => ({ bytes: part.buffer, name: part.originalname, claims: part.mimetype })),
  };
}

function parseActivity(text: unknown): unknown {
  if (text === undefined) return { type: 'message' };
  try {
    return JSON.parse(String(text));
  } catch {
    throw new Problem(400, 'not-json', { title: 'The activity part is not valid JSON.' });
  }
}

/** What the multipart parser throws without a code is a body that it could not make sense of. */
function asProblem(error: unknown): unknown {
  if (error instanceof multer.MulterError) return error;
  return new Problem(400, 'bad-upload', { title: 'The upload could not be read.' });
}
