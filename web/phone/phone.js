// The page of the phone simulator. It shows one number's thread, live, and sends texts from it.

const person = document.querySelector('#person');
const own = document.querySelector('#own');
const digits = document.querySelector('#digits');
const thread = document.querySelector('#thread');
const text = document.querySelector('#text');
const state = document.querySelector('#state');

let number = '';
let stream;
let sending = false;

function tell(words, wrong = false) {
  state.textContent = words;
  state.classList.toggle('wrong', wrong);
}

/** +447700900123 as people write it. */
function spoken(e164) {
  return e164.replace(/^\+44(\d{4})(\d{6})$/, '0$1 $2');
}

/** Links in a text can be tapped, as on a phone; all else is words. */
function withLinks(words) {
  return words.split(/(https?:\/\/[^\s<>"”]+)/).map((part, at) => {
    if (at % 2 === 0) return part;
    const link = document.createElement('a');
    link.href = part;
    link.target = '_blank';
    link.rel = 'noreferrer';
    link.textContent = part;
    return link;
  });
}

function show(message) {
  const at = `text-${message.sid}`;
  const before = document.getElementById(at);
  const item = before ?? document.createElement('div');
  const note = `${message.segments} ${message.segments === 1 ? 'segment' : 'segments'} · ${message.status}`;
  if (before) {
    item.querySelector('small').textContent = note;
    return;
  }
  item.id = at;
  item.className = message.mine ? 'text mine' : 'text';
  const from = document.createElement('span');
  from.className = 'unseen';
  from.textContent = message.mine ? 'You: ' : 'Landlord: ';
  const body = document.createElement('p');
  body.dir = 'auto';
  body.append(...withLinks(message.body));
  const small = document.createElement('small');
  small.textContent = note;
  // A status that changes is not worth a screen reader’s breath.
  small.setAttribute('aria-live', 'off');
  item.append(from, body, small);
  thread.append(item);
  thread.scrollTop = thread.scrollHeight;
}

async function read() {
  const asked = number;
  const response = await fetch(`/phone/messages?number=${encodeURIComponent(asked)}`);
  if (!response.ok || asked !== number) return;
  const { messages } = await response.json();
  for (const message of messages) show(message);
}

function listen(to) {
  number = to;
  sessionStorage.setItem('number', to);
  stream?.close();
  thread.replaceChildren();
  tell(`This is ${spoken(to)}.`);
  stream = new EventSource(`/phone/stream?number=${encodeURIComponent(to)}`);
  // Read after the stream is open, each time that it opens: nothing falls in between, and what comes twice is shown once.
  stream.addEventListener('open', () => void read());
  stream.addEventListener('message', (event) => show(JSON.parse(event.data)));
  stream.addEventListener('error', () => tell('The connection was lost. Trying again…', true));
  stream.addEventListener('open', () => tell(`This is ${spoken(to)}.`));
}

async function send() {
  const body = text.value.trim();
  if (body === '' || sending) return;
  sending = true;
  try {
    const response = await fetch('/phone/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from: number, text: body }),
    });
    if (response.ok) text.value = '';
    const problem = response.ok ? undefined : await response.json().catch(() => undefined);
    tell(response.ok ? 'Sent.' : (problem?.title ?? 'That could not be sent.'), !response.ok);
  } catch {
    tell('The service cannot be reached. Your words are kept: please send again.', true);
  } finally {
    sending = false;
    text.focus();
  }
}

document.querySelector('#write').addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void send();
});
person.addEventListener('change', () => {
  own.hidden = person.value !== '';
  if (person.value !== '') listen(person.value);
  else digits.focus();
});
document.querySelector('#choose').addEventListener('submit', (event) => {
  event.preventDefault();
  if (/^\d{3}$/.test(digits.value)) listen(`+447700900${digits.value}`);
});

for (const button of document.querySelectorAll('#try button'))
  button.addEventListener('click', () => {
    text.value = button.textContent;
    text.focus();
  });

const { people } = await (await fetch('/phone/people')).json();
for (const one of people) person.append(new Option(`${one.name}, ${spoken(one.number)}`, one.number));
person.append(new Option('Another number', ''));
const before = sessionStorage.getItem('number');
const known = people.find((one) => one.number === before) ?? (before ? undefined : people[0]);
person.value = known?.number ?? '';
own.hidden = person.value !== '';
if (known) listen(known.number);
else if (before) {
  digits.value = before.slice(-3);
  listen(before);
}
