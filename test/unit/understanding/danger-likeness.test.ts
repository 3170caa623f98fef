// What is learned of danger, on a handful of examples: both models together, and parts of long messages.

import { expect } from 'chai';
import { learnDanger } from '../../../src/content/training/danger.ts';
import { learnEnquiries } from '../../../src/content/training/enquiries.ts';
import { createConcepts } from '../../../src/turn/understanding/concepts.ts';
import { createLikeness, oddsOf } from '../../../src/turn/understanding/danger-likeness.ts';
import { menderFor } from '../../../src/turn/understanding/misspelling.ts';
import { wordsOf } from '../../../src/turn/understanding/words.ts';

const labels = ['emergency.gas', 'repair.report', 'none'];
const urgent = ['emergency.gas'];
const rooms = ['kitchen', 'hall', 'bathroom', 'bedroom', 'cupboard', 'cellar'];
const each = (way: (room: string) => string, label: number, isLookalike = false) =>
  rooms.map((room) => ({ text: way(room), label, language: 'en', isLookalike }));
const enquiries = {
  labels,
  examples: [
    ...each((room) => `I smell gas in the ${room}`, 0),
    ...each((room) => `gas is leaking in my ${room} and we feel sick`, 0),
    ...each((room) => `the tap in the ${room} drips`, 1),
    ...each((room) => `please mend the door of the ${room}`, 1),
    ...each((room) => `what does the gas bill for my ${room} come to`, 2, true),
    ...each((room) => `tell me a joke about a ${room}`, 2),
  ],
};
const concepts = createConcepts({});

describe('likeness to danger', () => {
  const danger = learnDanger(enquiries, { concepts, seed: 1, urgent });
  const { model: kinds, vocabulary } = learnEnquiries(enquiries, { concepts, seed: 1 });
  const reading = { concepts, mend: menderFor(vocabulary), idf: kinds.idf };
  const likenessTo = createLikeness({ kinds, danger }, reading, urgent);
  const like = (text: string) => likenessTo(wordsOf(text));

  it('is great for danger and small for what has a word of it', () => {
    expect(like('we smell gas in the loft')).to.deep.include({ kind: 'emergency.gas' });
    expect(like('we smell gas in the loft').any).to.be.above(0.6);
    expect(like('what does the gas bill come to').any).to.be.below(0.3);
    expect(like('the door drips').any).to.be.below(0.3);
  });

  it('is not lost in the middle of other matters', () => {
    const before = 'please mend the door of the shed, it has been like this since we moved in and nobody wrote back. ';
    const after = ' please tell me a joke about a plumber, and mend the tap in the hall when somebody is here anyway.';

    expect(like(`${before}I smell gas in the kitchen.${after}`).any).to.be.above(0.5);
    expect(like(`${before}${after}`).any).to.be.below(0.3);
  });

  it('is learned the same every time', () => {
    const again = learnDanger(enquiries, { concepts, seed: 1, urgent });

    expect(again.weights).to.deep.equal(danger.weights);
    expect(again.bias).to.deep.equal(danger.bias);
  });

  it('has odds that are bounded, so that no model is surer than can be', () => {
    expect(oddsOf(0.5)).to.equal(0);
    expect(oddsOf(0)).to.equal(-6);
    expect(oddsOf(1)).to.equal(6);
  });
});

describe('words of a language without spaces', () => {
  it('are its characters, and other words in between stay whole', () => {
    expect(wordsOf('煤气味很重。SOS help')).to.deep.equal(['煤', '气', '味', '很', '重', '.', 'sos', 'help']);
  });
});
