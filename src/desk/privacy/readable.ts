// The same copy for people: one page that any browser opens and prints, with nothing from outside in it.

import type { Copy } from './export.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const plain = (text: unknown): string => String(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
const day = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
const who: Readonly<Record<string, string>> = {
  customer: 'You',
  service: 'Automated assistant',
  agent: 'Our colleague',
};

const style = `body{font:1.1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
h2{border-bottom:2px solid}dt{font-weight:bold}.line{margin:.7rem 0}.from{font-weight:bold}img{max-width:100%}`;

export function readable(copy: Copy): string {
  const { about, conversations, leftOutForReview, howItIsKept } = copy;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Your information: ${plain(about.request)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<style>${style}</style></head><body>
<h1>Your information</h1>
<p>${plain(about.landlord)} holds this about you. Request ${plain(about.request)}, made ${plain(day(about.madeAt))}.</p>
${section('Who you are, and what you need', copy.profile)}
${section('Your rent account', 'account' in copy ? copy.account : null)}
${section('Repairs', 'repairs' in copy ? copy.repairs : [])}
${section('Cases', 'cases' in copy ? copy.cases : [])}
${section('Tasks', 'tasks' in copy ? copy.tasks : [])}
${section('Contacts', 'contacts' in copy ? copy.contacts : [])}
${section('Texts: what you asked for', copy.consentsForTexts)}
${section('How we agreed to be in touch', copy.agreedRoutes)}
<h2>Conversations</h2>
${conversations.map(conversation).join('\n')}
<h2>How long we keep it, and why</h2>
${howItIsKept.map(({ holds, purpose, basis, days }) => `<p>${plain(holds)}: ${days} days. ${plain(purpose)} (${plain(basis)}).</p>`).join('\n')}
${leftOutForReview.length === 0 ? '' : '<p>Some parts are not here, because they tell of other people or a person has to look at them first.</p>'}
</body></html>
`;
}

function section(title: string, value: unknown): string {
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  return isEmpty ? '' : `<h2>${plain(title)}</h2>\n${list(value)}`;
}

/** Whatever the housing system told, by its own names. */
function list(value: unknown): string {
  if (Array.isArray(value)) return `<ul>${value.map((each) => `<li>${list(each)}</li>`).join('')}</ul>`;
  if (value instanceof Date) return plain(day(value.toISOString()));
  if (typeof value !== 'object' || value === null) return plain(value ?? '–');
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `<dl>${entries.map(([name, each]) => `<dt>${plain(name)}</dt><dd>${list(each)}</dd>`).join('')}</dl>`;
}

function conversation({ channel, startedAt, lines, notes, promises }: Copy['conversations'][number]): string {
  return `<h3>${plain(channel)}, from ${plain(day(startedAt))}</h3>
${lines.map(line).join('\n')}
${section('What we promised', promises)}
${section('Notes', notes)}`;
}

function line({
  at,
  author,
  language,
  text,
  files = [],
  ...more
}: Copy['conversations'][number]['lines'][number]): string {
  const original =
    'original' in more ? `<p lang="${plain(more.originalLanguage ?? 'und')}">${plain(more.original)}</p>` : '';
  const shown = files.map((file) =>
    typeof file.content === 'string' && String(file.contentType).startsWith('image/')
      ? `<img alt="${plain(file.name)}" src="data:${plain(file.contentType)};base64,${file.content}">`
      : `<p>File: ${plain(file.name)}</p>`,
  );
  return `<div class="line"><span class="from">${plain(who[author] ?? author)}</span>, ${plain(day(at))}
<div lang="${plain(language)}">${plain(text).replace(/\n/g, '<br>')}</div>${original}${shown.join('')}</div>`;
}
