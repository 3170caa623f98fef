// Style sheets in a shadow root, without a <style> element: a strict content security policy allows none.

/** Adds sheets that are part of the script; @returns false where the browser cannot (Safari before 16.4) */
export function addStyles(root: ShadowRoot, css: string): boolean {
  if (!('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype)) return false;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return true;
}

/** The same as a file, which needs no 'unsafe-inline' either. */
export function linkStyles(root: ShadowRoot, base: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `${base}/widget.css`;
  root.append(link);
}
