// When a need is asked about again, and that none is over by itself.

import { expect } from 'chai';
import { afterReview, isReviewDue, withNeedsHeld } from '../../src/model/needs.ts';
import type { Need, Person } from '../../src/model/person.ts';
import { patchFor } from '../../src/model/profile-patch.ts';
import { type Line, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const short: Need = {
  kind: 'adjustment',
  adjustments: ['two people at visits'],
  since: '2026-01-01',
  until: '2026-11-20',
};
const hours: Line = { say: 'what are your opening hours' };

describe('a need for a time', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[LIV-01] holds after its last day until somebody was asked', () => {
    const person = { id: 'P-1', needs: [short] } as unknown as Person;

    expect(withNeedsHeld(person).needs).to.deep.equal([short]);
    expect(isReviewDue(short, '2026-11-19')).to.equal(false);
    expect(isReviewDue(short, '2026-11-20')).to.equal(true);
  });

  it('[LIV-01] that is over is no need any more, and stays on record with the day', () => {
    const over = afterReview(short, { on: '2026-11-23', is: 'over', next: '2027-11-23' });

    expect(over).to.include({ until: '2026-11-23', endedOn: '2026-11-23' });
    expect(withNeedsHeld({ id: 'P-1', needs: [over] } as unknown as Person).needs).to.deep.equal([]);
    expect(isReviewDue(over, '2030-01-01')).to.equal(false);
  });

  it('[LIV-08] that is still right is asked about again on its next day, and what was not due is left alone', () => {
    const later: Need = { kind: 'mobility', until: 'long-term', review: '2027-04-01' };
    const person = { id: 'P-1', needs: [short, later] } as unknown as Person;
    const reviewed = { on: '2026-11-23', is: 'right', next: '2027-11-23' } as const;
    const patch = patchFor(person, { needs: { add: [], reviewed } });

    expect(patch.needs).to.deep.equal([{ ...short, until: '2027-11-23', review: '2027-11-23' }, later]);
    expect(patchFor({ ...person, needs: patch.needs ?? [] }, { needs: { add: [], reviewed } })).to.deep.equal({});
  });

  it('[LIV-01] ends on the word of who has shown who they are, and not before', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1006', locale: 'en' });
    await stage.play(hours);
    const before = await stage.world.housing.person('P-1006');
    await stage.play({ value: 'over' });
    const after = await stage.world.housing.person('P-1006');

    expect(before).not.to.have.nested.property('value.needs[0].endedOn');
    expect(after).to.have.nested.property('value.needs[0].endedOn', '2026-11-23');
  });

  it('[LIV-08] is asked about again after a while when nobody answered, and not at once', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1006', locale: 'en' });
    const asks = async (line: Line) => (await stage.play(line)).replies.at(-1)?.data.asks;

    expect(await asks(hours)).to.equal('still_right');
    await stage.play({ say: 'skip' });
    expect(await asks({ ...hours, after: '10d' })).not.to.equal('still_right');
    expect(await asks({ ...hours, after: '6d' })).to.equal('still_right');
  });
});

describe('a sign of a need', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  const tap: Line = { say: 'The tap in my kitchen drips all day, and I am hard of hearing' };

  it('[WHG-09] told beside another matter changes nothing of it, and is on no record', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1001', locale: 'en' });
    const written: string[] = [];
    let last: string | undefined;
    for (let turns = 0; turns < 12 && last !== 'wanted'; turns += 1) {
      const line = turns === 0 ? tap : { say: last === 'confirm' ? 'yes' : 'skip' };
      const { effects, replies } = await stage.play(line);
      written.push(...effects.map(({ kind }) => kind));
      last = replies.at(-1)?.data.asks;
    }
    await stage.play({ say: 'no' });
    const { value } = (await stage.world.housing.person('P-1001')) as { value: Person };

    expect(last).to.equal('wanted');
    expect(written).to.include('housing.create-repair').and.not.to.include('housing.update-person');
    expect(value.needs).to.deep.equal([]);
  });

  it('[WHG-09] that is on file already is not offered again, nor in the midst of something grave', async () => {
    const known = stageOf({ channel: 'sms', from: '+447700900109', locale: 'en' });
    expect((await known.play({ say: 'What are your opening hours? I am deaf' })).replies.at(-1)?.data.asks).to.equal(
      undefined,
    );
    const grave = stageOf({ channel: 'web', identity: 'P-1001', locale: 'en' });
    await grave.play({ say: 'My husband hit me and I am scared, I cannot cope' });
    expect(grave.conversation().state.noticed).to.equal(undefined);
  });
});
