// nlp.js as its README uses it, but for its class of its own for nothing, which no set has: learns from the rows that come in, says what it takes the others for, and how long that took.
const { dockStart } = require('@nlpjs/basic');

async function main({ train, test }) {
  const dock = await dockStart({
    settings: { nlp: { autoSave: false, log: false, nlu: { log: false, useNoneFeature: false } } },
    use: ['Basic', 'LangEn'],
  });
  const nlp = dock.get('nlp');
  nlp.addLanguage('en');
  for (const [text, label] of train) nlp.addDocument('en', text, label);
  const started = performance.now();
  await nlp.train();
  const trainMs = performance.now() - started;
  for (const text of test.slice(0, 200)) await nlp.process('en', text);
  const taken = [];
  const asked = performance.now();
  for (const text of test) {
    const { intent, score } = await nlp.process('en', text);
    taken.push([intent, intent === 'none' ? -score : score]);
  }
  const messageUs = ((performance.now() - asked) * 1000) / test.length;
  process.send({ taken, trainMs, messageUs }, () => process.exit(0));
}

process.once('message', main);
