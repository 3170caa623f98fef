// The conversation as a list, the newest at the end, as much of it as keeps the page small.

import type { Attachment, Message } from '../../../model/message.ts';
import { type Html, html } from './html.ts';
import { say, type Words } from './words.ts';

/** Long words are cut here, on the page only. */
const longestShown = 1_500;

export interface Transcript {
  readonly list: Html;
  /** Where the page before this one ends, when there is more. */
  readonly earlierThan?: number;
}

export interface Show {
  readonly words: Words;
  /** The language of the page: messages in it need no `lang` of their own. */
  readonly language: string;
  linkTo(attachment: Attachment): string;
}

/** @param roomBytes what the list may take; the newest message is shown in any case */
export function showTranscript(messages: readonly Message[], show: Show, roomBytes: number): Transcript {
  const shown = messages.filter(({ kind, text, data }) => kind === 'message' && (text !== '' || data.attachments));
  const items: Html[] = [];
  let bytes = 0;
  let index = shown.length;
  while (index > 0) {
    const message = shown[index - 1];
    if (message === undefined) break;
    const item = showMessage(message, { show, isNewest: index === shown.length });
    bytes += Buffer.byteLength(item.markup);
    if (bytes > roomBytes && items.length > 0) break;
    items.unshift(item);
    index -= 1;
  }
  const first = shown[index];
  return {
    list: html`<ol>${items}</ol>`,
    ...(index > 0 && first !== undefined ? { earlierThan: first.sequence } : {}),
  };
}

function showMessage(message: Message, about: { readonly show: Show; readonly isNewest: boolean }): Html {
  const { words, language, linkTo } = about.show;
  const { author, text, data, sequence } = message;
  const lang = message.language === 'und' || message.language === language ? '' : html` lang="${message.language}"`;
  const files = (data.attachments ?? []).map((file) => {
    const key = file.contentType.startsWith('image/') ? 'photo' : 'file';
    return html`<p><a href="${linkTo(file)}">${around(words, key, { file: file.name })}</a></p>`;
  });
  return html`
<li class="m ${classes[author]}" id="m${sequence}"><h3${about.isNewest ? html` id="newest"` : ''}>${sender(message, words)}</h3>${
    text === '' ? '' : html`<p dir="auto"${lang}>${linked(cut(text))}</p>`
  }${files}${origin(message, words)}</li>`;
}

const classes = { customer: 'you', service: 'assistant', agent: 'agent' } as const;

function sender({ author, data }: Message, words: Words): Html | string {
  if (author !== 'agent') return say(words, author === 'customer' ? 'you' : 'assistant');
  return data.agentName === undefined ? say(words, 'agent-unnamed') : around(words, 'agent', { name: data.agentName });
}

/** The phrase around a name, which may be written from the other side. */
function around(words: Words, key: string, values: Readonly<Record<string, string>>): Html {
  const parts = (words[key] ?? key).split(/\{(\w+)\}/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : html`<bdi>${values[part] ?? part}</bdi>`))}`;
}

function origin({ data }: Message, words: Words): Html | undefined {
  const { source, original, originalLanguage } = data;
  if (original === undefined) return source === 'machine' ? html`<p>(${say(words, 'machine')})</p>` : undefined;
  const heading = say(words, source === 'machine' ? 'machine' : 'original');
  return html`<details><summary>${heading}</summary><p dir="auto" lang="${originalLanguage ?? ''}">${cut(original)}</p></details>`;
}

function cut(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown).toWellFormed()}…`;
}

/** British telephone numbers and https addresses; a number inside a reference is none. */
const followable =
  /(?<web>https:\/\/[^\s<>"'“”]+[\w/])|(?<![\w£.,/-])(?<phone>(?:\+44|0)(?:[\s-]?\d){9,10}|999)(?![\w/-]|[.,]\d)/g;

function linked(text: string): readonly (Html | string)[] {
  const parts: (Html | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(followable)) {
    const { web } = match.groups ?? {};
    const href = web ?? `tel:${match[0].replace(/[^\d+]/g, '')}`;
    parts.push(text.slice(from, match.index), html`<a href="${href}" dir="ltr">${match[0]}</a>`);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}
