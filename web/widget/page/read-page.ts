// Reads the landlord's page out, block by block, with the device's own voice for the page's language. What of it is hidden is not read.

const blocks = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, blockquote, figcaption, summary, label';

/** False where there is no voice for the language: another language's would read it as noise. */
export function readPage(ended: () => void): boolean {
  const language = document.documentElement.lang || navigator.language;
  const wanted = language.toLowerCase().split('-')[0];
  const fitting = speechSynthesis.getVoices().filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === wanted);
  const voice = fitting.find(({ localService }) => localService) ?? fitting[0];
  const texts = textsOf(document.querySelector('main, [role=main], article') ?? document.body);
  if (voice === undefined || texts.length === 0) return false;
  speechSynthesis.cancel();
  texts.forEach((text, index) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    if (index === texts.length - 1) utterance.onend = utterance.onerror = ended;
    speechSynthesis.speak(utterance);
  });
  return true;
}

function textsOf(root: Element): readonly string[] {
  return Array.from(root.querySelectorAll<HTMLElement>(blocks))
    .filter((block) => block.querySelector(blocks) === null && block.getClientRects().length > 0)
    .map((block) => block.innerText.trim())
    .filter((text) => text !== '');
}
