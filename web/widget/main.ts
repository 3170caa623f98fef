// The embed script: `<script async src="https://…/widget.js"></script>` and nothing else. It finds where it came from,
// and puts one element at the end of the page. Everything it asks for, it asks of that same address.

import { defineLauncher } from './launcher.ts';

// Read while the script runs: later it is null.
const script = document.currentScript as HTMLScriptElement | null;

function start(): void {
  if (script === null || document.querySelector('doorstep-chat') !== null) return;
  defineLauncher();
  const element = document.createElement('doorstep-chat');
  element.setAttribute('base', script.src.replace(/\/widget\.js.*$/, ''));
  const { language } = script.dataset;
  element.setAttribute('language', language ?? (document.documentElement.lang || navigator.language));
  if (language !== undefined) element.setAttribute('language-set', '');
  document.body.append(element);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
