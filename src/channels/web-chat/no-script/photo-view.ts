// How the page for photographs looks: a heading, one form, and what became of the last one.

import type { PhotoView } from '../../sms/ports.ts';
import { type Html, html } from './html.ts';
import { drawLinkPage } from './link-page.ts';

export function drawPhotoPage(view: PhotoView): string {
  const { language, direction, say, problem, is } = view;
  const body = is === 'open' ? open(view) : html`<p class="note" role="status">${say(is)}</p>`;
  return drawLinkPage({ language, direction, title: say('title'), isAlarmed: problem !== undefined, body });
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
