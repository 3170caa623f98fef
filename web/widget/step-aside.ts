// WCAG 2.2, 2.4.11: the button lies over a corner of the landlord's page. While it would cover what has the focus there, it is not drawn.

/** @returns what ends it */
export function stepAside(host: HTMLElement): () => void {
  const look = () => {
    const button = host.shadowRoot?.querySelector('.launcher')?.getBoundingClientRect();
    const focused = document.activeElement;
    const under =
      focused === null || focused === document.body || focused === host ? undefined : focused.getBoundingClientRect();
    const isOver =
      button !== undefined &&
      under !== undefined &&
      button.left < under.right &&
      button.right > under.left &&
      button.top < under.bottom &&
      button.bottom > under.top;
    host.toggleAttribute('aside', isOver);
  };
  const soon = () => void requestAnimationFrame(look);
  const events = ['focusin', 'focusout', 'scroll'];
  for (const event of events) addEventListener(event, soon, { passive: true });
  return () => {
    for (const event of events) removeEventListener(event, soon);
  };
}
