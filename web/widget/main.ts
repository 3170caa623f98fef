// The embed script: `<script async src="https://…/widget.js"></script>` and nothing else. It finds where it came from,
// and puts one element at the end of the page, unless the page has one of its own. Everything it asks for, it asks of that same address.

import { defineLauncher } from './launcher.ts';

// Read while the script runs: later it is null.
const script = document.currentScript as HTMLScriptElement | null;
const settings = { language: 'language', position: 'position', theme: 'theme', pageTools: 'page-tools' };

function start(): void {
  if (script === null) return;
  // A second copy of the script finds the element of the first.
  const isThere = document.querySelector('doorstep-chat') !== null;
  defineLauncher(script.src.replace(/\/widget\.js.*$/, ''));
  if (isThere) return;
  const element = document.createElement('doorstep-chat');
  for (const [name, attribute] of Object.entries(settings)) {
    const value = script.dataset[name];
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  stay(element);
}

/** A site that changes its page without loading another may throw away all that stood in it. */
function stay(element: HTMLElement): void {
  const watcher = new MutationObserver(() => {
    // Another one, put there by the page, takes over.
    if (document.querySelector('doorstep-chat') === null) put();
  });
  const put = () => {
    document.body.append(element);
    watcher.observe(document.documentElement, { childList: true });
    watcher.observe(document.body, { childList: true });
  };
  put();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
