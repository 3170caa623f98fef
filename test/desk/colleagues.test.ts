// What agents do with each other: notes that name somebody, questions, handing over to a colleague, and the words that nobody has sent yet.

import { expect } from 'chai';
import { ColleaguesAnswer, MentionsAnswer } from '../../src/desk/colleagues/schema.ts';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { deskService } from '../support/desk-service.ts';
import type { Service } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';
import { startTranslating } from '../support/translating.ts';

interface View {
  readonly owner: { readonly is: string; readonly agent?: string };
  readonly notes: readonly { readonly text: string; readonly mentions: readonly string[]; readonly asks: boolean }[];
  readonly draft: { readonly text: string; readonly sendingAs?: string } | null;
  readonly sequence: number;
}

describe('colleagues at the desk', function () {
  this.timeout(90_000);
  let service: Service;
  /** In every team. */
  let agent: Agent;
  let priya: Agent;
  let sam: Agent;

  before(async () => {
    ({ service, agent } = await deskService());
    priya = await invited(service, agent, { name: 'Priya Shah', teams: ['contact-centre'] });
    sam = await invited(service, agent, { name: 'Sam Reed', teams: ['contact-centre'] });
  });

  const accepted = async (who: Agent, ...words: readonly string[]) => {
    const tenant = await newTenant(service.url);
    for (const each of words) await tenant.say(each);
    await tenant.say('I want to talk to a person');
    const { id } = await who.waitingFor(tenant.conversation);
    await who.call('POST', `/handovers/${id}/accept`, {});
    return { tenant, id, talk: `/conversations/${tenant.conversation}` };
  };
  const view = async (who: Agent, talk: string) => (await who.call('GET', talk)).body as unknown as View;
  const mentions = async (who: Agent) => {
    const { body } = await who.call('GET', '/mentions');
    expect(MentionsAnswer.safeParse(body).error?.issues).to.equal(undefined);
    return (body.mentions as readonly { conversation: string; text: string; asks: boolean }[]).map(({ text }) => text);
  };

  it('are named in notes, which are unread to them until they read them, and reach no tenant', async () => {
    const { tenant, talk } = await accepted(priya);
    const before = await tenant.read();
    const text = '<script>alert(1)</script> ask @Sam about the roof';
    const written = await priya.call('POST', `${talk}/notes`, { text, mentions: [sam.id, priya.id, sam.id] });
    expect(written.status, JSON.stringify(written.body)).to.equal(201);

    expect(await mentions(sam)).to.deep.equal([text]);
    expect(await mentions(priya)).to.deep.equal([]);
    const { notes } = await view(sam, talk);
    expect(notes.map(({ text, mentions, asks }) => ({ text, mentions, asks }))).to.deep.equal([
      { text, mentions: [sam.id], asks: false },
    ]);
    await sam.call('POST', `${talk}/mentions/read`, {});
    expect(await mentions(sam)).to.deep.equal([]);
    expect(await tenant.read()).to.deep.equal(before);
  });

  it('are told at once on an open page that something was noted', async () => {
    const { tenant, talk } = await accepted(priya);
    const stream = await sam.stream();
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await stream.wait(({ message }) => /is with you now/.test(message?.text ?? ''));
    await priya.call('POST', `${talk}/notes`, { text: 'She is deaf' });

    await stream.wait(({ type, conversation }) => type === 'changed' && conversation === tenant.conversation);
    expect(JSON.stringify(stream.told)).not.to.include('She is deaf');
    await stream.close();
  });

  it('are asked without the conversation leaving its agent; the question is open until it is answered', async () => {
    const { talk } = await accepted(priya);
    await priya.call('POST', `${talk}/notes`, { text: 'Is this ours to mend?', mentions: [sam.id], asks: true });
    await sam.call('POST', `${talk}/mentions/read`, {});
    expect(await mentions(sam)).to.deep.equal(['Is this ours to mend?']);
    await sam.call('POST', `${talk}/notes`, { text: 'Yes, it is', mentions: [priya.id] });

    expect(await mentions(sam)).to.deep.equal([]);
    expect(await mentions(priya)).to.deep.equal(['Yes, it is']);
    expect((await view(sam, talk)).owner.agent).to.equal(priya.id);
    expect((await priya.call('POST', `${talk}/notes`, { text: 'Who?', asks: true })).status).to.equal(400);
  });

  it('[WHG-21] are not named in what they may not read, nor handed it', async () => {
    const { id, talk } = await accepted(agent, 'My husband hit me', 'yes', 'nothing');
    const noted = await agent.call('POST', `${talk}/notes`, { text: 'Look', mentions: [sam.id] });
    const handed = await agent.call('POST', `/handovers/${id}/transfer`, { agent: sam.id, reason: 'lunch' });

    const restricted = (await agent.queue()).mine.find((each) => each.id === id)?.restricted;
    expect(restricted).to.equal(true);
    expect([noted.status, handed.status]).to.deep.equal([400, 400]);
    expect((await agent.call('POST', `${talk}/notes`, { text: 'Look', mentions: ['nobody'] })).status).to.equal(400);
  });

  it('[GUH-06] are handed a conversation, which is with exactly one of them, and the tenant is told who', async () => {
    const { tenant, id, talk } = await accepted(priya);
    const { body } = await priya.call('GET', '/colleagues');
    expect(ColleaguesAnswer.safeParse(body).error?.issues).to.equal(undefined);
    const colleagues = body.colleagues as readonly { id: string; free: boolean }[];
    expect(colleagues.find((each) => each.id === sam.id)?.free).to.equal(true);
    expect(colleagues.find((each) => each.id === priya.id)).to.equal(undefined);
    const handed = await priya.call('POST', `/handovers/${id}/transfer`, { agent: sam.id, reason: 'speaks of roofs' });
    expect(handed.status, JSON.stringify(handed.body)).to.equal(200);

    expect((await tenant.read()).at(-1)?.text).to.match(/^Sam Reed from our team is with you now/);
    expect((await sam.queue()).mine.map((each) => each.id)).to.include(id);
    expect((await priya.queue()).mine.map((each) => each.id)).not.to.include(id);
    const { sequence } = await view(priya, talk);
    const late = { text: 'One more thing', clientMessageId: `late-${id}`, seenSequence: sequence };
    expect((await priya.call('POST', `${talk}/messages`, late)).status).to.equal(409);
    expect((await sam.call('POST', `${talk}/messages`, late)).status).to.equal(201);
    await sam.call('POST', `/handovers/${id}/close`, {});
  });

  it('are not handed one more than they take, nor when they are not there', async () => {
    const { id } = await accepted(priya);
    const hand = () => priya.call('POST', `/handovers/${id}/transfer`, { agent: sam.id, reason: 'lunch' });
    await sam.call('PUT', '/me/presence', { state: 'away' });
    expect((await hand()).body.type).to.match(/not-free$/);
    await sam.call('PUT', '/me/presence', { state: 'available', capacity: 0 });
    expect((await hand()).status).to.equal(409);
    await sam.call('PUT', '/me/presence', { state: 'available' });
    expect((await hand()).status).to.equal(200);
    await sam.call('POST', `/handovers/${id}/close`, {});
  });

  it('give a conversation back for a dialog that there is, and for no other', async () => {
    const { tenant, id } = await accepted(priya);
    const { body } = await priya.call('GET', '/dialogs');
    expect(body.dialogs).to.include('repair.report').and.not.to.include('identity.prove');
    for (const dialog of ['repair.fix', 'identity.prove', '__proto__'])
      expect((await priya.call('POST', `/handovers/${id}/return`, { dialog })).status, dialog).to.equal(400);
    expect((await priya.call('POST', `/handovers/${id}/return`, { dialog: 'repair.report' })).status).to.equal(200);

    const { channelData } = (await tenant.read()).at(-1) ?? { channelData: {} };
    expect(JSON.stringify(channelData)).to.include('repair.report');
  });

  it('find their words again on another machine, and after they were sent there are none', async () => {
    const { tenant, talk } = await accepted(priya);
    await priya.call('PUT', `${talk}/draft`, { text: 'Dear Mrs', sendingAs: 'send-1' });
    const { body } = await agent.call('POST', '/links', { name: 'Priya Shah', teams: ['contact-centre'] });
    const elsewhere = await signIn(service, String(body.link));
    const found = await view(elsewhere, talk);

    expect(found.draft).to.include({ text: 'Dear Mrs', sendingAs: 'send-1' });
    expect((await view(sam, talk)).draft).to.equal(null);
    const message = { text: 'Dear Mrs', clientMessageId: 'send-1', seenSequence: found.sequence };
    expect((await elsewhere.call('POST', `${talk}/messages`, message)).status).to.equal(201);
    expect((await view(priya, talk)).draft).to.equal(null);
    await tenant.post('And you are?');
    await eventually(
      async () => ((await view(priya, talk)).sequence > found.sequence + 1 ? true : undefined),
      'The message',
    );
    await priya.call('PUT', `${talk}/draft`, { text: 'Priya' });
    const stale = { text: 'Priya', clientMessageId: 'send-2', seenSequence: found.sequence };
    const refused = await priya.call('POST', `${talk}/messages`, stale);
    expect(refused.body.type).to.match(/stale$/);
    expect((await view(priya, talk)).draft?.text).to.equal('Priya');
  });

  it('see who else is looking, as long as they do', async () => {
    const { tenant } = await accepted(priya);
    const watch = { type: 'watch', conversation: tenant.conversation, after: 0 };
    const [first, second] = [await priya.stream(), await sam.stream()];
    const lookers = (stream: typeof first) =>
      stream.told.filter(({ type }) => type === 'looking').map((told) => (told as { agents?: unknown }).agents);
    first.say(watch);
    second.say(watch);
    await first.wait((told) => JSON.stringify(told).includes('"agents":["Sam Reed"]'));
    await second.wait((told) => JSON.stringify(told).includes('"agents":["Priya Shah"]'));
    await second.close();
    await eventually(() => (JSON.stringify(lookers(first).at(-1)) === '[]' ? true : undefined), 'Their leaving');
    await first.close();
  });
});

describe('a note beside a translated conversation', function () {
  this.timeout(120_000);

  it('is given to no translator', async () => {
    const { service, agent, api, end } = await startTranslating();
    api.translates((text) => `In English: ${text}`);
    const tenant = await newTenant(service.url);
    await tenant.say('Chcę porozmawiać z człowiekiem, nie z automatem');
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    const talk = `/conversations/${tenant.conversation}`;
    await agent.call('POST', `${talk}/notes`, { text: 'Her neighbour told us of the leopard' });
    const { body } = await agent.call('GET', `${talk}/translations`);

    expect(JSON.stringify(body)).to.include('In English');
    expect(JSON.stringify(api.asked)).to.include('Chcę').and.not.to.include('leopard');
    await end();
  });
});
