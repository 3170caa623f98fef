// `node tools/train.ts` learns the models, each in a thread of its own, and says how long it took; nothing to do when they are up
// to date. What they are worth is told by `npm run examples -- check`.

import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { learnModel, type ModelName } from '../src/content/understanding.ts';

const names: readonly ModelName[] = ['enquiries', 'languages', 'danger'];

if (isMainThread) await learnAll();
else learnModel(new URL('..', import.meta.url).pathname, workerData as ModelName);

async function learnAll(): Promise<void> {
  const started = performance.now();
  await Promise.all(names.map(learnApart));
  console.log(`models ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function learnApart(name: ModelName): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: name });
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Learning ${name} ended with ${code}`))));
  });
}
