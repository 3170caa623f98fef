// In which language the widget begins.
//
// A Polish tenant on the landlord's English page wants Polish: the page is English because everybody lands on it, and the tenant
// has told the browser what they read best. A Welsh page is another thing: whoever reads it has gone there, most of them with a
// browser set to English. So: what the landlord sets (`data-language`) is kept. A page in another language than the landlord's own
// was chosen, and is kept. On a page in the landlord's own language the browser's languages decide, in their order, the page's
// among them; and where the landlord speaks none of them, it is the page's.

export interface Visitor {
  /** The page's language, or the one that the landlord has set. */
  readonly page: string;
  /** What the browser asks for, the best first; none when the landlord has set a language. */
  readonly browser: readonly string[];
}

interface Spoken {
  readonly tag: string;
}

/** @param spoken what the landlord speaks, the own language first */
export function languageFor({ page, browser }: Visitor, spoken: readonly Spoken[]): string {
  const ofPage = nearest(page, spoken);
  if (ofPage !== undefined && ofPage !== spoken[0]?.tag) return ofPage;
  const asked = browser.map((tag) => nearest(tag, spoken)).filter((tag) => tag !== undefined);
  return asked[0] ?? ofPage ?? page;
}

function nearest(wanted: string, spoken: readonly Spoken[]): string | undefined {
  const lower = wanted.toLowerCase();
  return spoken.find(({ tag }) => lower === tag || lower.startsWith(`${tag}-`))?.tag;
}
