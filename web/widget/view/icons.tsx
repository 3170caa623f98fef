// biome-ignore-all lint/a11y/noSvgWithoutTitle: hidden from assistive technology; the buttons that they stand in have names
// Drawn with the text's own colour, so that forced colours reach them.

import { chatPath } from './chat-path.ts';

const box = { viewBox: '0 0 24 24', 'aria-hidden': true, focusable: 'false' } as const;

export const ChatIcon = () => (
  <svg {...box}>
    <path d={chatPath} fill="currentColor" />
  </svg>
);

interface Stroke {
  readonly d: string;
  readonly width: number;
  /** Points the other way where it is written from right to left. */
  readonly mirrored?: boolean;
}

const Line = ({ d, width, mirrored }: Stroke) => (
  <svg {...box} class={mirrored ? 'mirrored' : undefined}>
    <path d={d} stroke="currentColor" stroke-width={width} stroke-linecap="round" stroke-linejoin="round" fill="none" />
  </svg>
);

export const CloseIcon = () => <Line d="M5 5l14 14M19 5L5 19" width={2.5} />;

export const SendIcon = () => <Line d="M4 12h14M12 5l7 7-7 7" width={2.5} mirrored />;

/** Somebody going out of a door. */
export const LeaveIcon = () => <Line d="M10 4H5v16h5M10 12h11M16.5 7.5 21 12l-4.5 4.5" width={2.2} mirrored />;

/** A small and a large letter. */
export const SettingsIcon = () => <Line d="M2 19 8.5 4 15 19M4.4 14h8.2M15.5 19l3.2-8 3.3 8M16.7 16.4h4" width={2} />;
