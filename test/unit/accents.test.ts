// Accents in texts: the wish of the person, wherever it is told, in every text that they get.

import { expect } from 'chai';
import type { Person } from '../../src/model/person.ts';
import { accentsIn, withAccents } from '../../src/turn/accents.ts';
import { courseFrom } from '../../src/turn/course.ts';
import { type Ways, withNews } from '../../src/turn/promises/reach.ts';
import { compose } from '../../src/turn/reply/compose.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const bare = /^[^âêîôûŵŷ]+$/u;
const circumflex = /[âêîôûŵŷ]/u;

describe('accents in texts', function () {
  this.timeout(180_000);

  const { phrases, landlord, rules } = readAll();
  const now = new Date('2026-11-23T10:00:00Z');
  const audience = { phrases, landlord, rules, language: 'cy', channel: 'sms', now } as const;
  const long = [
    'access.contact_preference.avoid_why',
    'access.contact_preference.called_as_why',
    'access.contact_preference.prefer',
  ]
    .concat(['access.contact_preference.never_why', 'access.contact_preference.visit_by_why'])
    .map((phrase) => ({ phrase, values: {} }));

  it('[TPC-05] [TPC-17] go by the person’s wish, and by the pack without one', () => {
    const said = (lines: typeof long, accents?: 'keep' | 'fit' | 'leave-out') =>
      compose(lines, { ...audience, accents })[0]?.text ?? '';

    expect(said(long)).to.match(bare);
    expect(said(long, 'keep')).to.match(circumflex);
    expect(said(long.slice(2, 3))).to.match(circumflex);
    expect(said(long.slice(2, 3), 'leave-out')).to.match(bare);

    const keeping = { ...landlord, texts: { ...landlord.texts, keepAccents: ['cy'] } };
    expect(accentsIn('cy', undefined, keeping)).to.equal('keep');
    expect(accentsIn('pl', undefined, keeping)).to.equal('fit');
    expect(accentsIn('cy', 'leave-out', keeping)).to.equal('leave-out');
  });

  it('[TPC-05] are as they wish in what nobody asked for as well, also where it was told elsewhere', async () => {
    const stage = stageOf({ channel: 'web' });
    const person = { ...(await sian(stage.world)), contact: { accents: 'leave-out' } };
    const conversation = { ...stage.conversation(), state: { ...stage.conversation().state, language } };
    const ways: Ways = { here: 'sent', mobile: '+447700900105' };
    const line = { phrase: 'access.contact_preference.prefer', values: {} };
    const telling = { conversation, ways, world: stage.world, moment: { now } };
    const news = (each: Person) => {
      const course = withNews(courseFrom(conversation.state, { is: 'bot' }), line, { ...telling, person: each });
      const [effect] = course.effects;
      return { text: effect?.kind === 'sms.send' ? effect.payload.text : '', state: course.state };
    };

    expect(news(person).text).to.match(bare);
    expect(news(person).state.accents).to.deep.equal({ is: 'leave-out' });
    expect(news({ ...person, contact: {} }).text).to.match(circumflex);
  });

  it('[TPC-05] what was told here holds until the record can have it; then the record has the last word', async () => {
    const person = { ...(await sian(stageOf({ channel: 'web' }).world)), contact: { accents: 'keep' } };
    const state = { ...stageOf({ channel: 'sms' }).conversation().state, accents: told };
    const later = new Date(now.getTime() + 25 * 3_600_000);

    expect(withAccents(state, person, now).accents).to.deep.equal(told);
    expect(withAccents(state, person, later).accents).to.deep.equal({ is: 'keep' });
    expect(withAccents(state, { ...person, contact: {} }, later)).to.not.have.property('accents');
    expect(withAccents(state, undefined, later).accents).to.deep.equal(told);
  });

  const told = { is: 'leave-out', toldAt: now.toISOString() } as const;
  const language = { tag: 'cy', from: 'chosen' } as const;

  async function sian(world: ReturnType<typeof stageOf>['world']): Promise<Person> {
    const answer = await world.housing.person('P-1005');
    if (answer.is === 'away' || answer.value === null) throw new Error('Nobody there.');
    return answer.value;
  }
});
