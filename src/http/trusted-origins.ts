// Which origins may carry the chat: the landlord's sites, and the service's own pages.

/** @param listed the landlord's sites, as addresses; their paths do not matter */
export function trustedOrigins(publicUrl: string, listed: readonly string[]): readonly string[] {
  return [...ownOrigins(publicUrl), ...listed.map((each) => new URL(each).origin)];
}

/** A browser on this machine may have been given any name of it. */
function ownOrigins(publicUrl: string): readonly string[] {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  if (!loopback.includes(hostname)) return [origin];
  return loopback.map((name) => new URL(`${protocol}//${name}:${port}`).origin);
}
