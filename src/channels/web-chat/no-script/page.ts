// The page: the conversation, ways to answer, and what else can be done. Forms and links only.

import { contentTypes } from '../../../model/file-kinds.ts';
import type { Message, Option } from '../../../model/message.ts';
import type { Place } from '../../channel.ts';
import { type Html, html } from './html.ts';
import { hidden, type Screen, screen, small, to, waysOf } from './screen.ts';
import { type Show, showTranscript } from './transcript.ts';
import { say, type Words } from './words.ts';

export interface Page extends Screen {
  readonly messages: readonly Message[];
  readonly show: Omit<Show, 'words' | 'language'>;
  /** The answer to the last message is not there yet. */
  readonly waiting: boolean;
  /** A person has the conversation, or is awaited: what they write comes at any time. */
  readonly withPerson: boolean;
  /** Of who waits. */
  readonly place?: Place;
  /** The page looks by itself whether there is something new: no forms, so that nothing half written is lost. */
  readonly isWatching: boolean;
  readonly note?: string;
  readonly problem?: string;
  /** What was written and not taken: it is in the field again. */
  readonly kept?: string;
  /** An earlier part of the conversation is looked at: no forms. */
  readonly isEarlier: boolean;
}

const starters = ['start-repair', 'start-complaint', 'start-adjustment', 'start-person'];
/** Of 15 KB (15,360 bytes). */
const mostBytes = 15_000;
const watchSeconds = 30;

/** The frame first, then as much of the conversation as there is room for: a page is as small in Bengali as in English. */
export function drawPage(page: Page): string {
  const frame = Buffer.byteLength(drawn(page, 0));
  return drawn(page, mostBytes - frame);
}

function drawn(page: Page, roomBytes: number): string {
  const { words, problem, note, isEarlier, isWatching } = page;
  const body = html`${note === undefined ? '' : html`<p class="note" role="status">${note}</p>`}
${problem === undefined ? '' : html`<p class="bad" role="alert" id="bad">${problem}</p>`}
${conversation(page, roomBytes)}
${isEarlier || isWatching ? '' : answering(page)}`;
  const foot = html`${languageForm(page)}
${page.hasConversation ? menuForm(page) : ''}
${page.hasConversation ? small(page, { act: 'leave', label: say(words, 'clear') }) : ''}
<h2>${say(words, 'ways')}</h2>${waysOf(page.landlord)}
<p><a href="/">${say(words, 'page-back')}</a></p>`;
  return screen(page, { body, foot, alarmed: problem !== undefined, ...(isWatching ? { again: again(page) } : {}) });
}

/** WCAG 2.2.1 and 2.2.4: only when it was asked for, and it can be stopped. */
function again(page: Page): Html {
  const last = page.messages.at(-1)?.sequence ?? 0;
  return html`<meta http-equiv="refresh" content="${watchSeconds};url=${to(page, { watch: last })}">`;
}

function conversation(page: Page, roomBytes: number): Html | undefined {
  const { messages, show, words, language, waiting, isEarlier } = page;
  if (messages.length === 0) return undefined;
  const { list, earlierThan } = showTranscript(messages, { ...show, words, language: language.tag }, roomBytes);
  const earlier = earlierThan === undefined ? '' : way(page, { before: earlierThan }, say(words, 'page-earlier'));
  return html`<h2>${say(words, 'page-conversation')}</h2>
${earlier}
${list}
${waiting ? html`<p class="note" role="status">${say(words, 'page-waiting')}</p>` : ''}
${page.place === undefined || isEarlier ? '' : html`<p class="note">${placeWords(page.place, words)}</p>`}
${page.isWatching ? watching(page) : way(page, {}, say(words, isEarlier ? 'page-newest' : 'page-refresh'))}
${page.withPerson && !isEarlier && !page.isWatching ? watch(page) : ''}`;
}

function placeWords({ position, waitMinutes }: Place, words: Words): string {
  const place = say(words, position === 1 ? 'queue-next' : 'queue-place', { position });
  return waitMinutes === undefined ? place : `${place} ${say(words, 'queue-wait', { minutes: waitMinutes })}`;
}

function watch(page: Page): Html {
  const label = say(page.words, 'page-watch', { seconds: watchSeconds });
  return way(page, { watch: page.messages.at(-1)?.sequence ?? 0 }, label);
}

function watching(page: Page): Html {
  const { words } = page;
  return html`<p class="note">${say(words, 'page-watching', { seconds: watchSeconds })}</p>
${way(page, {}, say(words, 'page-watch-stop'))}`;
}

/** A link; where cookies are blocked a form, for it has to show who asks. */
function way(page: Page, query: Parameters<typeof to>[1], label: string): Html {
  if (page.token === undefined) return html`<p><a href="${to(page, query)}">${label}</a></p>`;
  return small(page, { act: 'see', label, ...query });
}

function answering(page: Page): Html {
  const { words } = page;
  return html`<h2>${say(words, 'page-answer')}</h2>
${choiceForm(page)}
<form method="post" action="/chat" enctype="multipart/form-data">
${hidden(page)}
<label for="text">${say(words, 'write')}</label><br>
${field(page)}
<br><label for="file">${say(words, 'page-file')}</label><br>
<input type="file" id="file" name="file" accept="${Object.values(contentTypes).join(',')}">
<p><button class="send" name="act" value="send">${say(words, 'send')}</button></p>
</form>`;
}

/** A form of its own, so that Enter in the text field sends the text and never the first choice. */
function choiceForm(page: Page): Html | undefined {
  const options = choicesOf(page);
  if (options.length === 0) return undefined;
  // One below the other, in a text browser too.
  const buttons = options.map(({ value, label }) => html`<button name="choice" value="${value}">${label}</button><br>`);
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

/** What can be asked for at any time, in words that the service knows. */
const menu = ['menu-keep', 'menu-end', 'menu-text', 'ways-ask'];

/** The words of one of the menu's buttons. */
export function menuWords(value: string, words: Words): string | undefined {
  return menu.includes(value) ? say(words, value) : undefined;
}

function menuForm(page: Page): Html {
  const { words } = page;
  const buttons = menu.map((key) => html`<button name="choice" value="${key}">${say(words, key)}</button> `);
  return html`<form method="post" action="/chat"><fieldset><legend>${say(words, 'menu')}</legend>${hidden(page)}${buttons}</fieldset></form>`;
}

const lines = {
  name: html` type="text" autocomplete="name"`,
  phone: html` type="tel" autocomplete="tel"`,
  email: html` type="email" autocomplete="email"`,
  postcode: html` type="text" autocomplete="postal-code" autocapitalize="characters"`,
  reference: html` type="text" autocomplete="off" autocapitalize="characters"`,
} as const;

function field({ messages, problem, kept = '' }: Page): Html {
  const newest = messages.findLast(({ kind }) => kind === 'message');
  const asked = newest?.author === 'customer' ? undefined : newest?.data;
  const expects = asked?.expects === 'text' && asked.asks === 'name' ? 'name' : asked?.expects;
  const faulty = problem === undefined ? '' : html` aria-describedby="bad"`;
  const line = expects !== undefined && expects in lines ? lines[expects as keyof typeof lines] : undefined;
  // An e-mail field would refuse "I have none": the words are always taken.
  if (line !== undefined) return html`<input id="text" name="text" dir="auto"${line}${faulty} value="${kept}">`;
  return html`<textarea id="text" name="text" rows="3" dir="auto"${faulty}>
${kept}</textarea>`;
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
