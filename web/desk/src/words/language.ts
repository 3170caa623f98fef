// The language of the page: that which was chosen on this machine, else the browser's where we have it. It is written on the page itself,
// so that a screen reader speaks it, and nothing but the page keeps it.

export const languages = { en: 'English', cy: 'Cymraeg' } as const;
export type Language = keyof typeof languages;

const kept = 'doorstep-desk-language';
const isOurs = (tag: string | null | undefined): tag is Language => tag === 'en' || tag === 'cy';

export function language(): Language {
  const tag = document.documentElement.lang;
  return isOurs(tag) ? tag : 'en';
}

/** How times and amounts are written: where a browser has no Welsh, as they are in Britain, and not as where it comes from. */
export function locale(): string[] {
  return [`${language()}-GB`, 'en-GB'];
}

/** Before anything is drawn. */
export function beginLanguage(): void {
  const [browsers] = navigator.language.split('-');
  const remembered = localStorage.getItem(kept);
  document.documentElement.lang = isOurs(remembered) ? remembered : isOurs(browsers) ? browsers : 'en';
}

const changed = 'doorstep-language';

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(kept, chosen);
  document.documentElement.lang = chosen;
  document.dispatchEvent(new Event(changed));
}

/** Whoever draws the page draws it anew. */
export function onLanguage(draw: () => void): () => void {
  document.addEventListener(changed, draw);
  return () => document.removeEventListener(changed, draw);
}
