// Where a browser goes after it has signed in: to a page of the desk, never elsewhere.

/** A page of the desk; the desk itself when what was asked for is not one. */
export function returnPath(wanted: unknown, publicUrl: string): string {
  if (typeof wanted !== 'string' || !/^\/desk(?:[/?#]|$)/.test(wanted) || !URL.canParse(wanted, publicUrl))
    return '/desk';
  const { origin, pathname, search, hash } = new URL(wanted, publicUrl);
  const isOurs = origin === new URL(publicUrl).origin && /^\/desk(?:\/|$)/.test(pathname);
  return isOurs && !pathname.startsWith('/desk/sign') ? `${pathname}${search}${hash}` : '/desk';
}
