import { expect } from 'chai';
import { formatFigures } from '../../src/desk/format-figures.ts';

describe('figures of formats', () => {
  it('[TPC-09] sets what was sent beside what is needed, by format and language, and hides fewer than five', () => {
    const figures = formatFigures({
      needed: [
        { format: 'large-print', language: 'ur', count: 12 },
        { format: 'audio', language: 'en', count: 3 },
      ],
      madeAtOnce: [{ format: 'large-print', language: 'ur', count: 7 }],
      byPeople: [{ format: 'large-print', language: 'ur', count: 4 }],
    });

    expect(figures).to.deep.equal([
      { format: 'audio', language: 'en', needed: null, madeAtOnce: 0, byPeople: 0, fewerThan: 5 },
      { format: 'large-print', language: 'ur', needed: 12, madeAtOnce: 7, byPeople: null, fewerThan: 5 },
    ]);
  });

  it('tells nothing of what is held elsewhere', () => {
    const [row] = formatFigures({ madeAtOnce: [{ format: 'audio', language: 'pl', count: 9 }] });

    expect(row).to.deep.equal({ format: 'audio', language: 'pl', madeAtOnce: 9, fewerThan: 5 });
  });
});
