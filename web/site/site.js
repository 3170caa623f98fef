// The demonstration's page as a landlord's page might be: it signs people in, and opens the chat with words to try. Nothing here is needed
// for the chat; docs/embedding.md tells what it calls.

await customElements.whenDefined('doorstep-chat');
const chat = document.querySelector('doorstep-chat');
const status = document.querySelector('#who');
const people = document.querySelectorAll('[data-person]');

function button(words, pressed) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', () => pressed(made));
  return made;
}

async function token(person) {
  const answer = await fetch(`/site/identity/${person}`, { method: 'POST' });
  return answer.ok ? answer.text() : undefined;
}

function be(card, made) {
  for (const other of document.querySelectorAll('[data-person] [aria-pressed]'))
    other.setAttribute('aria-pressed', 'false');
  made.setAttribute('aria-pressed', 'true');
  // Another person, another conversation.
  chat.clear();
  chat.identify(() => token(card.dataset.person));
  status.textContent = `You are signed in as ${card.querySelector('h3').textContent}.`;
  chat.open();
}

for (const card of people) {
  const made = button(`Be ${card.querySelector('h3').textContent}`, (self) => be(card, self));
  made.setAttribute('aria-pressed', 'false');
  card.append(made);
}

for (const said of document.querySelectorAll('.try q')) {
  const made = button(said.textContent, () => chat.open(said.textContent));
  made.lang = said.lang;
  made.dir = 'auto';
  said.replaceWith(made);
}
