import { expect } from 'chai';
import type { RouteChange } from '../../src/desk/ports.ts';
import { Retention } from '../../src/model/retention.ts';
import { createContactRoutes } from '../../src/store/contact-routes.ts';
import { createKeptData } from '../../src/store/privacy/past-their-time.ts';
import { forEachStore } from '../support/stores.ts';
import { freshId } from '../support/turns.ts';

describe('agreed routes', () => {
  forEachStore((store) => {
    const routes = () => createContactRoutes(store().db, 'secret');
    const add = (person: string, more: Partial<RouteChange> = {}) =>
      routes().add({
        person,
        isDone: 'set',
        route: 'named-contact',
        contact: 'Nia Bello',
        reason: 'Forty calls a day',
        until: '2026-12-11',
        reviewOn: '2026-12-01',
        agent: 'agent-1',
        at: new Date('2026-11-23T10:00:00Z'),
        ...more,
      });

    it('[WHG-20] hold until their last day, and not a day longer', async () => {
      const person = freshId('person');
      await add(person);

      expect(await routes().holding(person, '2026-12-11')).to.deep.include({
        person,
        contact: 'Nia Bello',
        until: '2026-12-11',
      });
      expect(await routes().holding(person, '2026-12-12')).to.equal(undefined);
      expect(await routes().holding(freshId('person'), '2026-12-11')).to.equal(undefined);
    });

    it('[WHG-20] hold as they were set last; what came before stays written down', async () => {
      const person = freshId('person');
      await add(person);
      await add(person, { isDone: 'changed', route: 'written-weekly', weekday: 'friday' });
      const changed = await routes().holding(person, '2026-12-01');
      await add(person, { isDone: 'ended', reason: 'It has worked' });

      expect(changed).to.include({ route: 'written-weekly', weekday: 'friday' });
      expect(await routes().holding(person, '2026-12-01')).to.equal(undefined);
      expect((await routes().historyOf(person)).map(({ isDone }) => isDone)).to.deep.equal(['ended', 'changed', 'set']);
    });

    it('[WHG-20] are listed while they hold, each once', async () => {
      const [holds, over] = [freshId('person'), freshId('person')];
      await add(holds);
      await add(holds, { isDone: 'changed', until: '2027-01-29' });
      await add(over);
      await add(over, { isDone: 'ended' });
      const listed = (await routes().allHolding('2027-01-01')).filter(({ person }) => [holds, over].includes(person));

      expect(listed.map(({ person }) => person)).to.deep.equal([holds]);
    });

    it('are forgotten when their time is up, and no sooner', async () => {
      const person = freshId('person');
      await add(person, { until: '2020-01-31' });
      const kept = createKeptData(store().db, Retention.parse(undefined));
      await kept.deleteOld(new Date('2021-01-30T10:00:00Z'));
      expect(await routes().historyOf(person)).to.have.length(1);
      await kept.deleteOld(new Date('2021-02-02T10:00:00Z'));

      expect(await routes().historyOf(person)).to.deep.equal([]);
    });
  });
});
