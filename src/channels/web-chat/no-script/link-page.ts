// The light page behind a link in a text: a heading and what belongs to it. It is found nowhere, and tells nobody where it was opened.

import { Html, html } from './html.ts';
import { style } from './style.ts';

export interface LinkPage {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** Something did not work: the title says so first. */
  readonly isAlarmed?: boolean;
  readonly body: Html;
}

export function drawLinkPage({ language, direction, title, isAlarmed = false, body }: LinkPage): string {
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<meta name="referrer" content="no-referrer">
<title>${isAlarmed ? '! ' : ''}${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`.markup;
}
