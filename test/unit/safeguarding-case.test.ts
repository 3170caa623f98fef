// What is told of somebody at risk: seen by its own team alone, and looked at within a day of the message.

import { expect } from 'chai';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

describe('a case of somebody at risk', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [kind, lines] of [
    [
      'safeguarding',
      [
        { say: 'I’m worried about a child next door' },
        { say: 'The boy is left alone at night' },
        { say: 'yes' },
        { say: '07700 900150' },
      ],
    ],
    ['domestic-abuse', [{ say: 'My husband hit me and I am scared' }, { say: 'yes' }, { value: 'person' }]],
  ] as const) {
    it(`[WHG-11] is restricted, an emergency, and for somebody to act on within a day: ${kind}`, async () => {
      const stage = stageOf({ channel: 'web', locale: 'en' });
      const turns = [];
      for (const line of lines) turns.push(await stage.play(line));
      const opened = turns.flatMap(({ cases }) => cases).find((each) => each.kind === kind);
      const made = turns
        .flatMap(({ effects }) => effects)
        .find((each) => each.kind === 'housing.create-case' && each.payload.kind === kind);

      expect(opened).to.deep.include({ kind, restricted: true });
      expect(made?.payload).to.deep.include({ priority: 'emergency' });
      const hours = (Date.parse(opened?.due[0]?.by ?? '') - (opened?.receivedAt.getTime() ?? 0)) / 3_600_000;
      expect(hours).to.be.greaterThan(0).and.at.most(24);
    });
  }
});
