// A landlord's own site, at another origin than the service: pages that carry the widget in the ways that docs/embedding.md tells.

import { type OpenServer, openServer } from './open-server.ts';

export interface LandlordsSite extends OpenServer {
  /** Serves a page. @returns its address */
  page(path: string, page: { readonly head?: string; readonly body?: string; readonly policy?: string }): string;
}

export async function openLandlordsSite(): Promise<LandlordsSite> {
  const opened = await openServer();
  return {
    ...opened,
    page(path, { head = '', body = '', policy }) {
      opened.app.get(path, (_request, response) => {
        if (policy !== undefined) response.set('Content-Security-Policy', policy);
        response
          .type('html')
          .send(
            `<!doctype html><html lang="en"><head><title>A landlord</title>${head}</head><body>${body}</body></html>`,
          );
      });
      return opened.url + path;
    },
  };
}
