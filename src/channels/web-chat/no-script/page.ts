// The page: the conversation, ways to answer, and what else can be done. Forms and links only.

import { contentTypes } from '../../../model/file-kinds.ts';
import type { Message, Option } from '../../../model/message.ts';
import { type Html, html } from './html.ts';
import { style } from './style.ts';
import { type Show, showTranscript } from './transcript.ts';
import { type PageLanguage, say, type Words } from './words.ts';

export interface Page {
  readonly landlord: string;
  readonly language: PageLanguage;
  readonly languages: readonly PageLanguage[];
  readonly words: Words;
  readonly messages: readonly Message[];
  readonly show: Omit<Show, 'words' | 'language'>;
  /** Names this rendering: sent back with an answer, so that a page sent twice is one message. */
  readonly once: string;
  readonly hasConversation: boolean;
  /** The answer to the last message is not there yet. */
  readonly waiting: boolean;
  readonly note?: string;
  readonly problem?: string;
  /** What was written and not taken: it is in the field again. */
  readonly kept?: string;
  /** An earlier part of the conversation is looked at: no forms. */
  readonly isEarlier: boolean;
}

const starters = ['start-repair', 'start-complaint', 'start-adjustment', 'start-person'];

export function drawPage(page: Page): string {
  const { landlord, language, words, problem } = page;
  const title = say(words, 'page-title', { landlord });
  return html`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${problem === undefined ? '' : '! '}${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${say(words, 'page-intro')}</p>
</header>
<main>
${page.note === undefined ? '' : html`<p class="note" role="status">${page.note}</p>`}
${problem === undefined ? '' : html`<p class="bad" role="alert" id="bad">${problem}</p>`}
${conversation(page)}
${page.isEarlier ? '' : answering(page)}
</main>
<footer class="foot">
${languageForm(page)}
${page.hasConversation ? small(page, 'leave', say(words, 'clear')) : ''}
<p><a href="/">${say(words, 'page-back')}</a></p>
</footer>
</body>
</html>`.markup;
}

/** Ours, and without a sign that would end the element. */
function raw(text: string): Html {
  return Object.assign(html``, { markup: text });
}

function conversation({ messages, show, words, language, waiting, isEarlier, once }: Page): Html | undefined {
  if (messages.length === 0) return undefined;
  // The address differs each time: to one that differs in nothing but its end, a browser only scrolls.
  const { list, earlierThan } = showTranscript(messages, { ...show, words, language: language.tag });
  const earlier =
    earlierThan === undefined
      ? ''
      : html`<p><a href="/chat?before=${earlierThan}">${say(words, 'page-earlier')}</a></p>`;
  return html`<h2>${say(words, 'page-conversation')}</h2>
${earlier}
${list}
${waiting ? html`<p class="note" role="status">${say(words, 'page-waiting')}</p>` : ''}
<p><a href="/chat?now=${once}#newest">${say(words, isEarlier ? 'page-newest' : 'page-refresh')}</a></p>`;
}

function answering(page: Page): Html {
  const { words } = page;
  return html`<h2>${say(words, 'page-answer')}</h2>
${choiceForm(page)}
<form method="post" action="/chat" enctype="multipart/form-data">
${hidden(page)}
<label for="text">${say(words, 'write')}</label>
${field(page)}
<label for="file">${say(words, 'page-file')}</label>
<input type="file" id="file" name="file" accept="${Object.values(contentTypes).join(',')}">
<p><button class="send" name="act" value="send">${say(words, 'send')}</button></p>
</form>`;
}

/** A form of its own, so that Enter in the text field sends the text and never the first choice. */
function choiceForm(page: Page): Html | undefined {
  const options = choicesOf(page);
  if (options.length === 0) return undefined;
  const buttons = options.map(({ value, label }) => html`<button name="choice" value="${value}">${label}</button>`);
  return html`<form method="post" action="/chat"><fieldset><legend>${say(page.words, 'choices')}</legend>${hidden(page)}${buttons}</fieldset></form>`;
}

/** The choices that the page offers now; before anything is written, what people write about most. */
export function choicesOf({ messages, words }: Pick<Page, 'messages' | 'words'>): readonly Option[] {
  const newest = messages.findLast(({ kind }) => kind === 'message');
  if (newest === undefined) return starters.map((key) => ({ value: key, label: say(words, key) }));
  if (newest.author === 'customer') return [];
  if (newest.data.options !== undefined && newest.data.options.length > 0) return newest.data.options;
  if (newest.data.expects !== 'yes-no') return [];
  return ['yes', 'no'].map((value) => ({ value, label: say(words, value) }));
}

const lines = {
  phone: html` type="tel" autocomplete="tel"`,
  email: html` type="email" autocomplete="email"`,
  postcode: html` type="text" autocomplete="postal-code" autocapitalize="characters"`,
  reference: html` type="text" autocomplete="off" autocapitalize="characters"`,
} as const;

function field({ messages, problem, kept = '' }: Page): Html {
  const newest = messages.findLast(({ kind }) => kind === 'message');
  const expects = newest?.author === 'customer' ? undefined : newest?.data.expects;
  const faulty = problem === undefined ? '' : html` aria-describedby="bad"`;
  const line = expects !== undefined && expects in lines ? lines[expects as keyof typeof lines] : undefined;
  // An e-mail field would refuse "I have none": the words are always taken.
  if (line !== undefined) return html`<input id="text" name="text" dir="auto"${line}${faulty} value="${kept}">`;
  return html`<textarea id="text" name="text" rows="3" dir="auto"${faulty}>
${kept}</textarea>`;
}

function hidden({ once, language }: Page): Html {
  return html`<input type="hidden" name="once" value="${once}"><input type="hidden" name="speak" value="${language.tag}">`;
}

function small(page: Page, act: string, label: string): Html {
  return html`<form method="post" action="/chat">${hidden(page)}<button name="act" value="${act}">${label}</button></form>`;
}

function languageForm(page: Page): Html | undefined {
  const { languages, language, words } = page;
  if (languages.length < 2) return undefined;
  const options = languages.map(
    ({ tag, name }) =>
      html`<option value="${tag}" lang="${tag}"${tag === language.tag ? html` selected` : ''}>${name}</option>`,
  );
  return html`<form method="post" action="/chat">${hidden(page)}<label for="language">${say(words, 'language')}</label>
<select id="language" name="language">${options}</select> <button name="act" value="language">${say(words, 'page-language')}</button></form>`;
}
