import { expect } from 'chai';
import { aConversation } from '../support/conversation.ts';
import { readAll } from '../support/world.ts';

describe('proof by three details', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  async function provenWith(born: string) {
    const held = aConversation();
    const { housing } = held.world;
    const known = housing.peopleByTenancy;
    Object.assign(housing, {
      peopleByTenancy: async (reference: string) => {
        const answer = await known(reference);
        return answer.is === 'known'
          ? { ...answer, value: answer.value.map((person) => ({ ...person, born: '1927-03-12' })) }
          : answer;
      },
    });
    await held.say('How much rent do I owe?');
    await held.say('', { value: 'details' });
    for (const said of ['TEN-100102', born]) await held.say(said);
    const turn = await held.say('AW1 4QE');
    return turn.state.proof?.person;
  }

  it('takes a year of two digits that is still to come for the century before', async () => {
    expect(await provenWith('12/03/27')).to.equal('P-1002');
  });

  it('is not given by another day', async () => {
    expect(await provenWith('13/03/27')).to.equal(undefined);
  });
});
