// Leaving quickly: whoever comes in sees a page about the weather, and the way back does not lead to ours.

interface Leaving {
  /** A page that says nothing of us. */
  readonly to: string;
  /** Takes everything off this device. */
  readonly forget: () => void;
}

export function leave({ to, forget }: Leaving): void {
  // Nothing is seen while the other page loads, and a slow line gives nothing away.
  document.documentElement.style.setProperty('display', 'none', 'important');
  document.title = '';
  forget();
  // This page's place in the history is taken by the other: the way back leads past it.
  location.replace(to);
}

const presses = 3;
const withinMs = 5_000;

/** Three times Shift, by itself: a key that types nothing, wherever on the page one is. Returns what ends it. */
export function onThreePresses(go: () => void): () => void {
  let times: readonly number[] = [];
  const heard = ({ key, repeat }: KeyboardEvent) => {
    if (repeat) return;
    const now = Date.now();
    times = key === 'Shift' ? [...times.filter((time) => now - time < withinMs), now] : [];
    if (times.length >= presses) go();
  };
  addEventListener('keydown', heard, true);
  return () => removeEventListener('keydown', heard, true);
}
