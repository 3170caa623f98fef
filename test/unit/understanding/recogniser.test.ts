// What is learned of enquiries, on a handful of examples: what was taught is known, and a slip of the finger changes nothing.

import { expect } from 'chai';
import { learnEnquiries } from '../../../src/content/training/enquiries.ts';
import { readEnquiries, writeEnquiries } from '../../../src/content/training/model-file.ts';
import { vocabularyOf } from '../../../src/content/training/vocabulary.ts';
import { createConcepts } from '../../../src/turn/understanding/concepts.ts';
import { menderFor } from '../../../src/turn/understanding/misspelling.ts';
import { createRecogniser } from '../../../src/turn/understanding/recogniser.ts';

const labels = ['repair.report', 'repair.status', 'none'];
const things = ['kitchen tap', 'front door', 'bath', 'boiler', 'kitchen window', 'front gate'];
const each = (way: (thing: string) => string, label: number) =>
  things.map((thing) => ({ text: way(thing), label, language: 'en' }));
const examples = [
  ...each((thing) => `the ${thing} is broken`, 0),
  ...each((thing) => `when will the ${thing} be mended`, 1),
  ...each((thing) => `any news of the ${thing}`, 1),
  ...each((thing) => `tell me a joke about a ${thing}`, 2),
  // Word for word like news of a repair, and all the same a report.
  { text: 'any news of the kitchen', label: 0, language: 'en' },
];
const concepts = createConcepts({});

describe('the recogniser', () => {
  const learned = learnEnquiries({ labels, examples }, { concepts, seed: 1 });
  const recogniserOf = ({ model, vocabulary }: typeof learned) =>
    createRecogniser(model, { concepts, mend: menderFor(vocabulary), idf: model.idf });
  const recogniser = recogniserOf(learned);
  const best = (text: string) => recogniser.recognise(text, 'en')[0];

  it('is sure of what it was taught word for word, whatever stands near it', () => {
    const untaught = recogniserOf({ ...learned, model: { ...learned.model, taught: new Map() } });

    expect(best('Any news of the kitchen?')).to.deep.include({ enquiry: 'repair.report' });
    expect(best('Any news of the kitchen?')?.confidence).to.be.above(0.9);
    expect(untaught.recognise('Any news of the kitchen?', 'en')[0]?.confidence).to.be.below(0.8);
    expect(best('any news of the front')?.enquiry).to.equal('repair.status');
  });

  it('takes a slip for the word that it was meant to be', () => {
    const asWritten = best('the kitchen tap is broken');

    expect(best('the kitchne tap is brokn')).to.deep.equal(asWritten);
  });

  it('mends to common words alone, and never what stands in an example', () => {
    const mend = menderFor(vocabularyOf([...examples, { text: 'the kitchens' }]));

    expect(mend('kitchem')).to.equal('kitchen');
    expect(mend('kitchens')).to.equal('kitchens');
    expect(mend('newts')).to.equal('newts');
    expect(mend('boilar')).to.equal('boiler');
    expect(mend('shedd')).to.equal('shedd');
  });

  it('is the same after it was written to a file and read', () => {
    const again = recogniserOf(readEnquiries(writeEnquiries(learned)));

    for (const text of ['any news of the kitchen', 'the bath is brokem', 'when will it be mended'])
      expect(again.recognise(text, 'en')).to.deep.equal(recogniser.recognise(text, 'en'));
  });
});
