// Views that agents keep: a name and a filter over what their lists show them anyway, by the desk's API.

import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { ListsAnswer } from '../../src/desk/search/schema.ts';
import { ViewsAnswer } from '../../src/desk/views/schema.ts';
import { type Agent, invited } from '../support/agent.ts';
import { letIn } from '../support/by-role.ts';
import { deskService, openHours } from '../support/desk-service.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

interface View {
  readonly id: string;
  readonly name: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly count: number;
}

describe('saved views at the desk', function () {
  this.timeout(60_000);
  let service: Service;
  /** In every team. */
  let agent: Agent;
  let mair: Agent;
  let owen: Agent;

  const mairIn = (...teams: readonly string[]) => invited(service, agent, { name: 'Mair Rees', teams });

  before(async () => {
    ({ service, agent } = await deskService());
    mair = await mairIn('contact-centre');
    owen = await letIn(service, { name: 'Owen Hughes', teams: ['contact-centre', 'managers'] }, openHours);
  });

  const put = (who: Agent, view: unknown, id: string = randomUUID()) => who.call('PUT', `/views/${id}`, view);
  const views = async (who: Agent) => {
    const { status, body } = await who.call('GET', '/views');
    expect(status).to.equal(200);
    expect(ViewsAnswer.safeParse(body).error?.issues).to.equal(undefined);
    return body.views as readonly View[];
  };
  const ids = new Map<string, string>();
  /** What a view with this filter shows, after seeing that it is counted alike. */
  const shows = async (who: Agent, filter: Readonly<Record<string, unknown>>) => {
    const id = ids.get(who.id) ?? randomUUID();
    ids.set(who.id, id);
    expect((await put(who, { name: 'Looked at', filter }, id)).status).to.equal(200);
    const { status, body } = await who.call('GET', `/views/${id}/list`);
    expect(status).to.equal(200);
    expect(ListsAnswer.safeParse(body).error?.issues).to.equal(undefined);
    const lines = body.lines as readonly { conversation: string; state: string }[];
    expect((await views(who)).find((each) => each.id === id)?.count).to.equal(lines.length);
    return lines.map(({ conversation }) => conversation);
  };
  const waits = async (...words: readonly string[]) => {
    const tenant = await newTenant(service.url);
    for (const each of words) await tenant.say(each);
    const line = await agent.waitingFor(tenant.conversation);
    return { tenant, line };
  };
  const act = async (who: Agent, what: `${string}/${string}`, body = {}) =>
    expect((await who.call('POST', `/handovers/${what}`, body)).status, what).to.equal(200);
  const problem = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) =>
    String(body.type).split('/').at(-1);

  it('are kept, changed and deleted, by who has them alone', async () => {
    const id = randomUUID();
    const kept = await put(mair, { name: '  Polish by text ', filter: { language: 'pl', channel: 'sms' } }, id);
    expect(kept.status).to.equal(200);
    expect(await views(mair)).to.deep.equal([
      { id, name: 'Polish by text', filter: { language: 'pl', channel: 'sms' }, count: 0 },
    ]);
    await put(mair, { name: 'By text', filter: { channel: 'sms' } }, id);
    expect((await views(mair)).map(({ name, filter }) => [name, filter])).to.deep.equal([
      ['By text', { channel: 'sms' }],
    ]);

    expect((await views(owen)).map((each) => each.id)).not.to.include(id);
    expect((await put(owen, { name: 'Mine now', filter: {} }, id)).status).to.equal(404);
    expect((await owen.call('GET', `/views/${id}/list`)).status).to.equal(404);
    expect((await owen.call('DELETE', `/views/${id}`)).status).to.equal(404);
    expect((await views(mair)).map(({ name }) => name)).to.deep.equal(['By text']);

    expect((await mair.call('DELETE', `/views/${id}`)).status).to.equal(204);
    expect((await mair.call('DELETE', `/views/${id}`)).status).to.equal(404);
    expect(await views(mair)).to.deep.equal([]);
  });

  it('show by state, team, channel, language, topic, urgency and whose it is', async () => {
    const { tenant, line } = await waits('I want to talk to a person');
    const of = tenant.conversation;
    const topic = 'contact.person';
    const { team } = line;
    const waiting = { state: 'waiting', team, channel: 'web', language: 'en', topic };
    expect(await shows(mair, waiting)).to.include(of);
    for (const other of [{ channel: 'sms' }, { language: 'cy' }, { topic: 'rent.arrears' }, { team: 'safeguarding' }])
      expect(await shows(mair, { ...waiting, ...other }), JSON.stringify(other)).not.to.include(of);
    expect(await shows(mair, { urgent: true })).not.to.include(of);
    expect(await shows(mair, { with: 'me' })).not.to.include(of);

    await act(mair, `${line.id}/accept`);
    expect(await shows(mair, waiting)).not.to.include(of);
    expect(await shows(mair, { state: 'accepted', with: 'me' })).to.include(of);
    expect(await shows(owen, { state: 'accepted', with: 'me' })).not.to.include(of);
    expect(await shows(owen, { with: 'colleague' })).to.include(of);
    await act(mair, `${line.id}/hold`, { reason: 'asked the roofer', until: '2026-11-24T09:30:00Z' });
    expect(await shows(mair, { state: 'accepted' })).not.to.include(of);
    expect(await shows(mair, { state: 'held' })).to.include(of);
    await act(mair, `${line.id}/close`);
    expect(await shows(mair, { state: 'ended' })).to.include(of);
  });

  it('show an agent no more than their lists do, also after they left a team; a manager sees all teams', async () => {
    const { tenant, line } = await waits('I want to talk to a person');
    mair = await mairIn('contact-centre', 'safeguarding');
    const id = randomUUID();
    await put(mair, { name: 'Safeguarding', filter: { team: 'safeguarding' } }, id);
    await act(owen, `${line.id}/accept`);
    await act(owen, `${line.id}/transfer`, { team: 'safeguarding', reason: 'worried about a child' });
    await act(agent, `${(await agent.waitingFor(tenant.conversation)).id}/accept`);
    const listed = async () => {
      const { body } = await mair.call('GET', `/views/${id}/list`);
      return (body.lines as readonly { conversation: string }[]).map(({ conversation }) => conversation);
    };
    expect(await listed()).to.include(tenant.conversation);
    expect(await shows(owen, { team: 'safeguarding' })).to.include(tenant.conversation);

    mair = await mairIn('contact-centre');
    expect(await listed()).not.to.include(tenant.conversation);
    await mair.call('DELETE', `/views/${id}`);
  });

  it('[WHG-21] neither show nor count a restricted matter of another team, but what came after it, which they may open', async () => {
    const { tenant } = await waits('My husband hit me with a kettle', 'yes', 'nothing', 'I want to talk to a person');
    const seen = async (who: Agent) => (await shows(who, {})).includes(tenant.conversation);
    expect(await seen(agent)).to.equal(true);
    expect(await seen(mair)).to.equal(false);
    expect(await shows(mair, { restricted: true })).to.deep.equal([]);
    expect(await seen(owen)).to.equal(false);

    const restricted = await agent.waitingFor(tenant.conversation);
    expect(restricted.restricted).to.equal(true);
    await act(agent, `${restricted.id}/accept`);
    await act(agent, `${restricted.id}/close`);
    const after = await askedAgain(tenant);
    expect(after.restricted).to.equal(false);
    expect(await seen(agent)).to.equal(true);
    expect(await seen(mair)).to.equal(true);
    expect((await mair.call('GET', `/conversations/${tenant.conversation}`)).status).to.equal(200);
    expect(await shows(mair, { restricted: true })).to.deep.equal([]);
  });

  const askedAgain = async (tenant: Tenant) => {
    await tenant.say('What are your opening hours?');
    await tenant.say('I want to talk to a person');
    return await agent.waitingFor(tenant.conversation);
  };

  it('are refused, each for its reason, with nothing changed', async () => {
    await put(mair, { name: 'Urgent', filter: { urgent: true } });
    const before = await views(mair);
    for (const name of ['', '   ', '\u200b \u200b', 'x'.repeat(61), 'two\nlines', 'nul\u0000', 7, undefined]) {
      const answer = await put(mair, { name, filter: {} });
      expect([answer.status, problem(answer)], String(name)).to.deep.equal([400, 'bad-request']);
      expect(answer.body.detail).to.match(/^name: /);
    }
    const unknown = await put(mair, { name: 'Blue', filter: { colour: 'blue' } });
    expect([unknown.status, problem(unknown)]).to.deep.equal([400, 'bad-request']);
    expect(unknown.body.detail).to.match(/^filter: .*colour/);
    for (const [filter, why] of [
      [{ team: 'nobodys' }, 'no-such-team'],
      [{ team: 'repairs' }, 'no-such-team'],
      [{ team: 'constructor' }, 'no-such-team'],
      [{ topic: 'rent.unicorns' }, 'no-such-topic'],
      [{ channel: 'pigeon' }, 'bad-request'],
      [{ state: 'asleep' }, 'bad-request'],
      [{ language: 'not a tag' }, 'bad-request'],
      [{ urgent: false }, 'bad-request'],
      [[], 'bad-request'],
      [undefined, 'bad-request'],
    ] as const) {
      const answer = await put(mair, { name: 'Odd', filter });
      expect([answer.status, problem(answer)], JSON.stringify(filter)).to.deep.equal([400, why]);
    }
    const taken = await put(mair, { name: 'urgent', filter: {} });
    expect([taken.status, problem(taken)]).to.deep.equal([409, 'name-taken']);
    expect((await put(mair, { name: 'No uuid', filter: {} }, 'view-1')).status).to.equal(404);
    expect(await views(mair)).to.deep.equal(before);
    expect((await put(owen, { name: 'Urgent', filter: {} })).status).to.equal(200);
  });

  it('are twenty at most, also when two machines keep some at once', async () => {
    for (const { id } of await views(mair)) await mair.call('DELETE', `/views/${id}`);
    const wanted = Array.from({ length: 22 }, (_each, at) => ({ name: `View ${at}`, filter: {} }));
    const kept = await Promise.all(wanted.map((view) => put(mair, view)));
    const refused = kept.filter(({ status }) => status !== 200);

    expect(refused.map((each) => [each.status, problem(each)])).to.deep.equal([
      [409, 'too-many-views'],
      [409, 'too-many-views'],
    ]);
    const [one] = await views(mair);
    expect(await views(mair)).to.have.length(20);
    // One that is there can still be changed.
    expect((await put(mair, { name: 'Changed', filter: {} }, one?.id)).status).to.equal(200);
  });
});
