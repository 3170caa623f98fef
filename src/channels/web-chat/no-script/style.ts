// The page's styles, in the page itself: one request is all that it takes. The policy names them by their hash. Colours are written
// out where they stand: the browser of an old phone knows no variables.

import { createHash } from 'node:crypto';
import { type Look, usualLook } from './look.ts';

interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly paper: string;
  readonly theirs: string;
  readonly own: string;
  readonly agent: string;
  readonly line: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly link: string;
  readonly note: string;
  readonly bad: string;
}

const usual: Palette = {
  ink: '#1c1f23',
  soft: '#474e55',
  paper: '#fff',
  theirs: '#f3f5f6',
  own: '#e3f1f1',
  agent: '#fdf1e2',
  line: '#767e86',
  accent: '#0b5d66',
  onAccent: '#fff',
  link: '#0b4f8a',
  note: '#fff4cf',
  bad: '#fdeceb',
};
const dark: Palette = {
  ink: '#f2f4f5',
  soft: '#c3cad0',
  paper: '#1f2429',
  theirs: '#15191c',
  own: '#163339',
  agent: '#3a2a14',
  line: '#8d979f',
  accent: '#9adbe2',
  onAccent: '#0c1113',
  link: '#a8d4ff',
  note: '#3a2f08',
  bad: '#4a1c1c',
};
const black = '#000';
const contrast: Palette = {
  ...{ ink: '#fff', soft: '#fff', line: '#fff', accent: '#ffeb3b', link: '#ffeb3b' },
  ...{ paper: black, theirs: black, own: black, agent: black, note: black, bad: black, onAccent: black },
};
/** Every pair of text and ground is 7:1 or more. */
const palettes: Readonly<Record<Look['colours'], Palette>> = {
  usual,
  cream: { ...usual, paper: '#fff8e1', theirs: '#f7edcb', own: '#efe9d8', soft: '#4d4a3f' },
  blue: { ...usual, paper: '#eaf3fc', theirs: '#d6e6f6', own: '#cfe9ea', soft: '#414a55', link: '#0a4579' },
  dark,
  contrast,
};

function styleOf({ size, spacing, colours, simple }: Look): string {
  const { ink, soft, paper, theirs, own, agent, line, accent, onAccent, link, note, bad } = palettes[colours];
  const wide = spacing === 'wide' ? 'body{line-height:1.9;letter-spacing:.12em;word-spacing:.16em}' : '';
  const plain = simple ? 'button{display:block;width:100%;font-size:1.1em}.m{margin:1rem 0}' : '';
  return `
html{font-size:${size}%}
body{max-width:40rem;margin:0 auto;padding:1rem;font:1.0625rem/1.5 system-ui,sans-serif;color:${ink};background:${paper};word-wrap:break-word;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.2rem;margin:1.5rem 0 .5rem}
a{color:${link}}ol,ul{list-style:none;margin:0;padding:0}p{margin:.5rem 0}li a,p a{display:inline-block;min-height:1.5rem}
.m{margin:.75rem 0;padding:.5rem .9rem;border:0 solid ${line};border-width:0 .3rem;background:${theirs}}
.you{border-color:${accent};background:${own}}.agent{border-color:#a35c0c;background:${agent}}
.m h3{font-size:.9375rem;margin:0;color:${soft}}.m p{white-space:pre-wrap}
label+br{display:none}label,legend{display:block;font-weight:600;margin:.75rem 0 .25rem;padding:0}fieldset{border:0;margin:0;padding:0}
textarea,input,select{font:inherit;color:inherit;box-sizing:border-box;max-width:100%;padding:.5rem;border:1px solid ${line};border-radius:.3rem;background:${paper}}
textarea,input[type=text],input[type=tel],input[type=email]{width:100%}
select,option{background:${paper};color:${ink}}
button{font:inherit;font-weight:600;min-height:2.75rem;margin:.25rem 0;padding:.4rem 1rem;border:2px solid ${accent};border-radius:.3rem;background:${paper};color:${ink};text-align:start}
.send{background:${accent};color:${onAccent}}
.note,.bad{padding:.6rem .9rem;border:2px solid #8a6d00;background:${note}}.bad{border-color:#c2272e;background:${bad}}
.foot{margin-top:2rem;padding-top:.5rem;border-top:1px solid ${line}}
:focus{outline:3px solid ${ink}}:focus-visible{outline:3px solid ${ink};box-shadow:0 0 0 6px #ffcf33}
${wide}${plain}`;
}

export interface Dress {
  readonly style: string;
  /** The Content-Security-Policy that lets this style in and nothing else. */
  readonly policy: string;
}

const made = new Map<string, Dress>();

export function dressFor(look: Look): Dress {
  const key = JSON.stringify(look);
  const known = made.get(key);
  if (known !== undefined) return known;
  const style = styleOf(look);
  const dress = { style, policy: policyFor(style) };
  made.set(key, dress);
  return dress;
}

function policyFor(style: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** As a page looks about whose reader nothing is known. */
export const { style, policy } = dressFor(usualLook);
