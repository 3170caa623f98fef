// `node tools/train.ts` learns the models and says how long it took; nothing to do when they are up to date.
// What they are worth is told by `npm run examples -- check`.

import { loadUnderstanding } from '../src/content/understanding.ts';

const started = performance.now();
loadUnderstanding(new URL('..', import.meta.url).pathname);
console.log(`models ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
