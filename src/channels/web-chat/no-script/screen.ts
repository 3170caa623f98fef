// What every screen of the page has: head, the way out, and the parts of which its forms are made.

import { printedPhone } from '../../../model/said/printed-phone.ts';
import { Html, html } from './html.ts';
import type { Look } from './look.ts';
import { dressFor } from './style.ts';
import { type PageLanguage, say, type Words } from './words.ts';

export interface Ways {
  readonly name: string;
  readonly phone: string;
  readonly textNumber?: string | undefined;
  readonly email?: string | undefined;
}

export interface Screen {
  readonly landlord: Ways;
  readonly language: PageLanguage;
  readonly languages: readonly PageLanguage[];
  readonly words: Words;
  readonly look: Look;
  /** Names this rendering: sent back with an answer, so that a page sent twice is one message. */
  readonly once: string;
  readonly hasConversation: boolean;
  /** Who is there, for a browser that has shown no cookie. */
  readonly token?: string;
  /** The same for an address, where the browser keeps no cookies. */
  readonly carried?: string;
}

interface Parts {
  readonly body: Html;
  readonly foot: Html;
  readonly alarmed?: boolean;
  /** What makes the browser ask again by itself. */
  readonly again?: Html;
}

export function screen(about: Screen, { body, foot, alarmed = false, again }: Parts): string {
  const { landlord, language, words, look } = about;
  const title = say(words, 'page-title', { landlord: landlord.name });
  // Nothing of how it looks can be kept where no cookie is.
  const isKept = about.token === undefined || !about.hasConversation;
  return html`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${again}
<title>${alarmed ? '! ' : ''}${title}</title>
<style>${new Html(dressFor(look).style)}</style>
</head>
<body>
<header>
<p><a href="/chat/leave" rel="noreferrer nofollow">${say(words, 'leave')}</a>${
    isKept ? html` · <a href="/chat/settings?language=${language.tag}">${say(words, 'settings')}</a>` : ''
  }</p>
<h1>${title}</h1>
<p>${say(words, 'page-intro')}</p>
</header>
<main>
${body}
</main>
<footer class="foot">
${foot}
</footer>
</body>
</html>`.markup;
}

export function hidden({ once, language, token }: Screen): Html {
  return html`<input type="hidden" name="once" value="${once}"><input type="hidden" name="speak" value="${language.tag}">${
    token === undefined ? '' : html`<input type="hidden" name="token" value="${token}">`
  }`;
}

interface Where {
  readonly before?: number;
  readonly watch?: number;
}

/** The address differs each time: to one that differs in nothing but its end, a browser only scrolls. */
export function to({ once, carried }: Pick<Screen, 'once' | 'carried'>, { before, watch }: Where): string {
  const query = new URLSearchParams({ now: once.slice(0, 8) });
  if (before !== undefined) query.set('before', String(before));
  if (watch !== undefined) query.set('watch', String(watch));
  if (carried !== undefined) query.set('carry', carried);
  return `/chat?${query}${before === undefined ? '#newest' : ''}`;
}

/** A form that is one button. */
export function small(about: Screen, { act, label, before, watch }: Where & { act: string; label: string }): Html {
  const where = Object.entries({ before, watch }).map(([name, value]) =>
    value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="/chat">${hidden(about)}${where}<button name="act" value="${act}">${label}</button></form>`;
}

export function waysOf({ phone, textNumber, email }: Ways): Html {
  const link = (href: string, label: string) => html`<li><a href="${href}" dir="ltr">${label}</a></li>`;
  return html`<ul>${link(`tel:${phone}`, printedPhone(phone))}${
    textNumber !== undefined && link(`sms:${textNumber}`, `SMS ${printedPhone(textNumber)}`)
  }${email !== undefined && link(`mailto:${email}`, email)}</ul>`;
}
