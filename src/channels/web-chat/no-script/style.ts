// The page's styles, in the page itself: one request is all that it takes. The policy names them by their hash.

import { createHash } from 'node:crypto';

export const style = `
:root{color-scheme:light;--accent:#0b5d66}
body{max-width:40rem;margin:0 auto;padding:1rem;font:1.0625rem/1.5 system-ui,sans-serif;color:#1c1f23;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.2rem;margin-block:1.5rem .5rem}
a{color:#0b4f8a}ol,ul{list-style:none;margin:0;padding:0}p{margin-block:.5rem}
.m{margin-block:.75rem;padding:.5rem .9rem;border-inline-start:.3rem solid #767e86;background:#f3f5f6}
.you{border-color:var(--accent);background:#e3f1f1;margin-inline-start:2rem}.agent{border-color:#8a4b00;background:#fdf1e2}
.m h3{font-size:.9375rem;margin:0;color:#474e55}.m p{white-space:pre-wrap}
label,legend{display:block;font-weight:600;margin-block:.75rem .25rem}fieldset{border:0;margin:0;padding:0}
textarea,input,select{font:inherit;color:inherit;box-sizing:border-box;max-width:100%;padding:.5rem;border:1px solid #767e86;border-radius:.3rem;background:#fff}
textarea,input[type=text],input[type=tel],input[type=email]{width:100%}
button{font:inherit;font-weight:600;min-height:2.75rem;margin:.25rem .5rem .25rem 0;padding:.4rem 1rem;border:2px solid var(--accent);border-radius:.3rem;background:#fff;color:#1c1f23;text-align:start}
.send{background:var(--accent);color:#fff}
.note,.bad{padding:.6rem .9rem;border:2px solid #8a6d00;background:#fff4cf}.bad{border-color:#a3181f;background:#fdeceb}
.foot{margin-block-start:2rem;padding-block-start:.5rem;border-top:1px solid #767e86}
:focus-visible{outline:3px solid #1c1f23;box-shadow:0 0 0 6px #ffcf33}
`;

export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
