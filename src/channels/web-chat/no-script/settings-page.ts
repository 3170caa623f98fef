// How the page looks, and how else to reach the landlord: a page of its own, so that the conversation's stays small.

import { colourings, sizes, spacings } from '../../../model/measures.ts';
import { type Html, html } from './html.ts';
import { hidden, type Screen, screen, small, waysOf } from './screen.ts';
import { say } from './words.ts';

export function drawSettings(page: Screen): string {
  const { words, look, landlord } = page;
  const body = html`<h2>${say(words, 'settings')}</h2>
<form method="post" action="/chat">${hidden(page)}
${choice({
  name: 'size',
  legend: say(words, 'text-size'),
  all: sizes.map((value) => [`${value}`, `${value} %`]),
  now: `${look.size}`,
})}
${choice({
  name: 'spacing',
  legend: say(words, 'spacing'),
  all: spacings.map((value) => [value, say(words, `spacing-${value}`)]),
  now: look.spacing,
})}
${choice({
  name: 'colours',
  legend: say(words, 'colours'),
  all: colourings.map((value) => [value, say(words, `colours-${value}`)]),
  now: look.colours,
})}
<p><label><input type="checkbox" name="simple" value="simple"${look.simple && html` checked`}> ${say(words, 'simple')}</label></p>
<p><button class="send" name="act" value="look">${say(words, 'settings-done')}</button></p>
</form>
<h2>${say(words, 'ways')}</h2>${waysOf(landlord)}`;
  const foot = html`${page.hasConversation ? small(page, { act: 'leave', label: say(words, 'clear') }) : ''}
<p><a href="/chat?language=${page.language.tag}">${say(words, 'page-conversation')}</a></p>`;
  return screen(page, { body, foot });
}

interface Choice {
  readonly name: string;
  readonly legend: string;
  readonly all: readonly (readonly [value: string, label: string])[];
  readonly now: string;
}

function choice({ name, legend, all, now }: Choice): Html {
  const each = all.map(
    ([value, label]) =>
      html`<label><input type="radio" name="${name}" value="${value}"${value === now && html` checked`}> ${label}</label>`,
  );
  return html`<fieldset><legend>${legend}</legend>${each}</fieldset>`;
}
