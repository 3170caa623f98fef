// Links to stored files: signed, good for an hour, and made anew whenever a message is read. Files are served so that a browser can do
// nothing with them but show or save them.

import type { Request, RequestHandler } from 'express';
import { Problem } from '../../../http/problem.ts';
import type { Attachment } from '../../../model/message.ts';
import { createSeal } from '../access/seal.ts';
import type { FileStore } from './file-store.ts';

export interface FileLinks {
  linkTo(attachment: Attachment): string;
  /** Answers `GET /files/:id?t=…`. */
  readonly serve: RequestHandler<{ id: string }>;
}

const lifeMs = 60 * 60 * 1_000;

export function createFileLinks(parts: {
  publicUrl: string;
  secret: string;
  clock: () => Date;
  files: FileStore;
}): FileLinks {
  const seal = createSeal(parts.secret, 'file link', parts.clock);
  return {
    linkTo({ id, name }) {
      return `${parts.publicUrl}/files/${id}?t=${seal.close(JSON.stringify([id, name]), lifeMs)}`;
    },
    async serve(request, response) {
      const { id } = request.params;
      const name = nameIn(seal.open(ticketOf(request)), id);
      const file = await parts.files.find(id);
      if (file === undefined) throw new Problem(404, 'no-such-file', { title: 'There is no such file.' });
      if (name === undefined) throw new Problem(403, 'link-expired', { title: 'This link is no longer valid.' });
      response.set({
        'Content-Type': file.contentType,
        'Content-Disposition': disposition(file.contentType, name),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        // The widget shows pictures on the landlord's site, which is another origin.
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'private, max-age=3600, immutable',
      });
      response.sendFile(id, { root: file.folder, cacheControl: false, lastModified: false });
    },
  };
}

function ticketOf(request: Request<{ id: string }>): string {
  const { t } = request.query;
  return typeof t === 'string' ? t : '';
}

function nameIn(sealed: string | undefined, id: string): string | undefined {
  if (sealed === undefined) return undefined;
  const [sealedId, name] = JSON.parse(sealed) as [string, string];
  return sealedId === id ? name : undefined;
}

/** RFC 6266: the name in UTF-8, and in plain letters for what cannot read that. */
function disposition(contentType: string, name: string): string {
  const how = contentType === 'application/pdf' ? 'attachment' : 'inline';
  const plain = name.replace(/[^\w.-]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}
