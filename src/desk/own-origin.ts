// Whether a browser's request comes from the desk's own page. The cookie is SameSite=Strict; the origin is checked beside it,
// also for the socket, where browsers ask nobody before they connect.

interface Asked {
  readonly headers: { readonly origin?: string | undefined; readonly host?: string | undefined };
}

/** A request without an origin is no browser's of another site: browsers send it with every request that changes something. */
export function isOwnOrigin({ headers }: Asked, publicUrl: string): boolean {
  const { origin, host } = headers;
  return origin === undefined || origin === new URL(publicUrl).origin || origin === `http://${host}`;
}
