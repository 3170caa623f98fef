// Whether there are more answers below the edge. Where scroll bars hide until they are used, a clean edge looks like the end.

import { useLayoutEffect, useState } from 'preact/hooks';
import { say, type Words } from '../words/say.ts';

/** Less than this is the space below the last choice. */
const hiddenPixels = 8;

interface Props {
  readonly group: { readonly current: HTMLElement | null };
  readonly words: Words;
}

/** For eyes and fingers: the Tab key and a screen reader come to every choice without it. */
export function Below({ group, words }: Props) {
  const [isMore, setMore] = useState(false);
  useLayoutEffect(() => {
    const { current: all } = group;
    if (all === null) return;
    const look = () => setMore(all.scrollHeight - all.scrollTop - all.clientHeight > hiddenPixels);
    look();
    all.addEventListener('scroll', look);
    const watcher = 'ResizeObserver' in window ? new ResizeObserver(look) : undefined;
    watcher?.observe(all);
    return () => {
      all.removeEventListener('scroll', look);
      watcher?.disconnect();
    };
  }, [group]);
  if (!isMore) return null;
  return (
    <button
      type="button"
      class="more"
      tabIndex={-1}
      aria-hidden="true"
      onClick={() => group.current?.scrollBy(0, group.current.clientHeight)}
    >
      {say(words, 'more-choices')} <span>▾</span>
    </button>
  );
}
