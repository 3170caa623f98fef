// Reads what a form of the page sent. What is not on the page is nobody's business.

import express, { type Request, type Response } from 'express';
import multer from 'multer';
import { z } from 'zod';

const Form = z.object({
  act: z.enum(['send', 'language', 'leave', 'look', 'see', 'done']).default('send').catch('send'),
  text: z.string().default('').catch(''),
  choice: z.string().max(200).optional().catch(undefined),
  language: z.string().max(35).optional().catch(undefined),
  /** The language in which the page was shown. */
  speak: z.string().max(35).optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
  watch: z.coerce.number().int().nonnegative().optional().catch(undefined),
  size: z.string().optional().catch(undefined),
  spacing: z.string().optional().catch(undefined),
  colours: z.string().optional().catch(undefined),
  simple: z.string().optional().catch(undefined),
  once: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional()
    .catch(undefined),
});

export type Form = z.infer<typeof Form> & {
  readonly file?: { readonly bytes: Buffer; readonly name: string; readonly claims: string };
};

/** Reads a form of the page, with or without a file. @throws what body-parser and multer throw */
export type FormReader = (request: Request, response: Response) => Promise<Form>;

export function createFormReader(maxBytes: number): FormReader {
  const fields = express.urlencoded({ extended: false, limit: '256kb' });
  const withFile = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { fileSize: maxBytes, files: 1, fields: 12, fieldSize: 256 * 1024, parts: 14 },
  }).single('file');
  return async (request, response) => {
    for (const read of [fields, withFile]) {
      await new Promise<void>((resolve, reject) => {
        read(request, response, (error: unknown) => (error ? reject(asBadForm(error)) : resolve()));
      });
    }
    return formIn(request);
  };
}

/** What the multipart parser throws without a code is a body that it could not make sense of. */
function asBadForm(error: unknown): unknown {
  const { status, code } = error as { status?: unknown; code?: unknown };
  return status === undefined && code === undefined
    ? Object.assign(new Error('unreadable form'), { status: 400 })
    : error;
}

function formIn(request: Request): Form {
  const form = Form.parse(request.body ?? {});
  const text = form.text.replaceAll('\r\n', '\n').replaceAll('\u0000', '\uFFFD').toWellFormed().trim();
  const { file } = request;
  if (file === undefined || file.size === 0) return { ...form, text };
  return { ...form, text, file: { bytes: file.buffer, name: file.originalname, claims: file.mimetype } };
}
