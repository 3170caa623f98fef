// How the page for photographs looks: a heading, one form, and what became of the last one.

import type { PhotoView } from '../../sms/photo-page.ts';
import { Html, html } from './html.ts';
import { style } from './style.ts';

export function drawPhotoPage(view: PhotoView): string {
  const { language, direction, say, problem, is } = view;
  const title = say('title');
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<meta name="referrer" content="no-referrer">
<title>${problem === undefined ? '' : '! '}${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${is === 'open' ? open(view) : html`<p class="note" role="status">${say(is)}</p>`}
</main>
</body>
</html>`.markup;
}

function open({ say, problem, count, once, accept }: PhotoView): Html {
  return html`<p>${say('what')}</p>
${problem === undefined ? '' : html`<p class="bad" role="alert" id="bad">${problem}</p>`}
${count > 0 && problem === undefined ? html`<p class="note" role="status">${say('got', { count })}</p>` : ''}
<form method="post" enctype="multipart/form-data">
<input type="hidden" name="once" value="${once}">
<label for="file">${say('choose')}</label>
<input type="file" id="file" name="file" accept="${accept}"${problem === undefined ? '' : html` aria-describedby="bad"`}>
<p><button class="send" name="act" value="send">${say('send')}</button></p>
</form>
${count > 0 ? html`<form method="post"><input type="hidden" name="once" value="${once}"><button name="act" value="done">${say('finish')}</button></form>` : ''}`;
}
