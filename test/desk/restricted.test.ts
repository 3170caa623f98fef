// Attempts to read a restricted matter from where it is none of one's business: another team's desk, the figures, the same phone.

import { expect } from 'chai';
import { type Agent, eventually, invited } from '../support/agent.ts';
import { deskService } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const secret = /husband|hit me|0808 2000 247|safe to write|safe_contact|domestic/i;

describe('[WHG-21] a restricted matter', function () {
  this.timeout(60_000);
  let service: Service;
  let agent: Agent;
  let outsider: Agent;

  before(async () => {
    ({ service, agent } = await deskService());
    outsider = await invited(service, agent, { name: 'Only Contact', teams: ['contact-centre'] });
  });

  const tellsOfAbuse = async (tenant: Tenant) => {
    await tenant.say('My husband hit me and I am scared');
    await tenant.say('yes');
    await tenant.post('Nothing', { value: 'nothing' });
  };
  const waitsForItsTeam = async () => {
    const tenant = await newTenant(service.url);
    const talk = `/conversations/${tenant.conversation}`;
    for (const words of ['My husband hit me and I am scared', 'yes']) await tenant.say(words);
    await tenant.post('person', { value: 'person' });
    const quiet = await agent.waitingFor(tenant.conversation);
    return { tenant, talk, quiet };
  };
  const seen = async (talk: string) => (await outsider.call('GET', talk)).body as { sequence: number };
  const view = async (who: Agent, { conversation }: Tenant) =>
    (await who.call('GET', `/conversations/${conversation}`)).body as { transcript: readonly { text: string }[] };

  it('is not in the transcript that another team opens when the thread went on to something else', async () => {
    const tenant = await newTenant(service.url);
    await tellsOfAbuse(tenant);
    await tenant.say('What are your opening hours?');
    await tenant.say('I want to talk to a person');
    await outsider.waitingFor(tenant.conversation);

    const shown = await view(outsider, tenant);
    expect(JSON.stringify(shown)).not.to.match(secret);
    expect(JSON.stringify(shown)).to.include('opening hours').and.to.include('talk to a person');
    expect(JSON.stringify(await view(agent, tenant))).to.include('My husband hit me');
  });

  it('is not on the stream of an agent who had the conversation before and gave it back', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const line = await outsider.waitingFor(tenant.conversation);
    const stream = await outsider.stream();
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await outsider.call('POST', `/handovers/${line.id}/accept`, {});
    await stream.wait(({ message }) => /is with you now/.test(message?.text ?? ''));
    await outsider.call('POST', `/handovers/${line.id}/return`, {});
    await tellsOfAbuse(tenant);
    await tenant.say('What are your opening hours?');
    await stream.wait(({ message }) => message?.text === 'What are your opening hours?');

    expect(JSON.stringify(stream.told)).not.to.match(secret);
    await stream.close();
  });

  it('is not what the ordinary agent who has the conversation reads of the time before, but is what is told to them', async () => {
    const tenant = await newTenant(service.url);
    await tellsOfAbuse(tenant);
    await tenant.say('What are your opening hours?');
    await tenant.say('I want to talk to a person');
    const line = await outsider.waitingFor(tenant.conversation);
    await outsider.call('POST', `/handovers/${line.id}/accept`, {});
    await tenant.post('He came back, I told you before');
    const shown = await eventually(async () => {
      const { transcript } = await view(outsider, tenant);
      return transcript.some(({ text }) => text.startsWith('He came back')) ? transcript : undefined;
    }, 'What is told to the agent');

    expect(JSON.stringify(shown)).not.to.match(secret);
  });

  it('is not with who is asked next about something else, who reads all but what was said and noted while its team had it', async () => {
    const { tenant, talk, quiet } = await waitsForItsTeam();
    expect((await outsider.queue()).waiting.map(({ id }) => id)).not.to.include(quiet.id);
    await agent.call('POST', `/handovers/${quiet.id}/accept`, {});
    await agent.call('POST', `${talk}/notes`, { text: 'Her sister in Bedford has a key' });
    const { sequence } = (await agent.call('GET', talk)).body as { sequence: number };
    const wrote = { text: 'Can you be in Bedford tonight?', clientMessageId: 'bedford', seenSequence: sequence };
    expect((await agent.call('POST', `${talk}/messages`, wrote)).status).to.equal(201);
    await tenant.insist('Yes, Bedford is fine');
    await agent.call('POST', `/handovers/${quiet.id}/close`, {});
    expect((await outsider.call('GET', talk)).status, 'nothing else was handed over yet').to.equal(404);

    await tenant.say('The kitchen tap is dripping');
    await tenant.say('cancel');
    await tenant.say('I want to talk to a person');
    const line = await outsider.waitingFor(tenant.conversation);
    const stream = await outsider.stream();
    await outsider.call('POST', `/handovers/${line.id}/accept`, {});
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await tenant.insist('It drips into the cupboard');
    await stream.wait(({ message }) => message?.text === 'It drips into the cupboard');
    // Of whoever else waits by now the queue tells as well.
    const told = stream.told.filter(({ conversation }) => conversation === tenant.conversation);
    const shown = JSON.stringify([(await outsider.call('GET', talk)).body, told]);
    await stream.close();

    expect(shown).to.include('tap is dripping').and.to.include('into the cupboard');
    expect(shown)
      .not.to.match(/bedford|safeguarding/i)
      .and.not.to.match(secret);
    expect(JSON.stringify((await agent.call('GET', talk)).body)).to.include('sister in Bedford');
    const answer = { text: 'We will mend it', clientMessageId: 'mend', seenSequence: (await seen(talk)).sequence };
    expect((await outsider.call('POST', `${talk}/messages`, answer)).status).to.equal(201);
    await outsider.call('POST', `/handovers/${line.id}/close`, {});
  });

  it('is hidden from when it was first asked for, though it was put back, until something else is dealt with', async () => {
    const { tenant, talk, quiet } = await waitsForItsTeam();
    await agent.call('POST', `/handovers/${quiet.id}/accept`, {});
    await agent.call('POST', `${talk}/notes`, { text: 'Her sister in Bedford has a key' });
    await tenant.insist('I can be in Bedford tonight');
    await agent.call('POST', `/handovers/${quiet.id}/transfer`, { team: quiet.team, reason: 'A colleague knows her' });
    await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${quiet.id}/accept`, {});
    await agent.call('POST', `/handovers/${quiet.id}/close`, {});
    await tenant.say('Yes, Bedford is fine');
    await tenant.say('The kitchen tap is dripping');
    await tenant.say('cancel');
    await tenant.say('I want to talk to a person');
    const line = await outsider.waitingFor(tenant.conversation);
    const shown = JSON.stringify((await outsider.call('GET', talk)).body);

    expect(shown)
      .to.include('tap is dripping')
      .and.not.to.match(/bedford/i);
    expect(JSON.stringify((await agent.call('GET', talk)).body).match(/Bedford/g)).to.have.length(3);
    await outsider.call('POST', `/handovers/${line.id}/accept`, {});
    await outsider.call('POST', `/handovers/${line.id}/close`, {});
  });

  it('that comes up with an ordinary agent, or whose case they open, is its own team’s from when they no longer have it', async () => {
    const talk = async (words: string) => {
      const tenant = await newTenant(service.url);
      await tenant.say('I want to talk to a person');
      const { id } = await outsider.waitingFor(tenant.conversation);
      await outsider.call('POST', `/handovers/${id}/accept`, {});
      await tenant.insist(words);
      const at = `/conversations/${tenant.conversation}`;
      await eventually(async () => ((await seen(at)).sequence > 3 ? true : undefined), 'What they wrote');
      return { at, close: () => outsider.call('POST', `/handovers/${id}/close`, {}) };
    };
    const told = await talk('My husband hit me last night');
    const opened = await talk('My grandson takes her money, she is 84');
    const ordinary = await talk('My tap drips');
    const words = {
      about: 'safety.safeguarding',
      words: 'Her grandson takes her money',
      requestId: crypto.randomUUID(),
    };
    const made = await outsider.call('POST', `${opened.at}/cases`, words);
    expect(made.status, JSON.stringify(made.body)).to.equal(201);
    for (const each of [told, opened, ordinary]) {
      expect((await outsider.call('GET', each.at)).status, 'they have it').to.equal(200);
      await each.close();
    }
    const found = await Promise.all([told, opened, ordinary].map(({ at }) => outsider.call('GET', at)));

    expect(found.map(({ status }) => status)).to.deep.equal([404, 404, 200]);
    for (const { at } of [told, opened]) expect((await agent.call('GET', at)).status).to.equal(200);
  });

  it('is no figure that tells of one person to another team', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('your staff discriminate against me');
    for (const words of ['They laughed at my headscarf', 'skip', 'skip', 'skip', 'skip']) await tenant.say(words);
    const figureFor = async (who: Agent) => {
      const { body } = await who.call('GET', '/insight/enquiries');
      const rows = body.enquiries as readonly { enquiry: string; channel: string; count: number | null }[];
      return rows.filter(({ enquiry }) => enquiry === 'complaint.discrimination');
    };

    expect(await figureFor(outsider)).to.deep.equal([
      { enquiry: 'complaint.discrimination', channel: 'all', outcome: 'all', count: null, fewerThan: 5 },
    ]);
  });

  it('[TPC-01] [GUH-13] is counted by channel for the team of such cases', async () => {
    const { body } = await agent.call('GET', '/insight/enquiries');
    const rows = body.enquiries as readonly Record<string, unknown>[];
    const found = rows.find(({ enquiry }) => enquiry === 'complaint.discrimination');

    expect(found).to.include({ channel: 'web', outcome: 'case', count: 1 });
  });

  it('is told of to nobody who picks up the same phone: no repeat, no label, no status', async () => {
    const phone = openPhone(service.url, '+447700900107');
    const answers: string[] = [];
    const say = async (text: string) => {
      const before = (await phone.received()).length;
      await phone.send(text);
      const said = await eventually(async () => {
        const now = await phone.received();
        return now.length > before ? now.slice(before) : undefined;
      }, `The answer to ${text}`);
      answers.push(...said);
    };
    await phone.send('my partner is hurting me');
    await phone.wait((body) => body.includes('Is it safe to write'));
    for (const text of ['no', 'say that again', 'what is the status of my case', 'menu']) await say(text);

    expect(answers.join('\n')).not.to.match(/abuse|partner|hurting|domestic|ENQ-|0808 2000 247|safe to/i);
  });

  it('leaves nothing in a shared browser: no page is kept, and who leaves takes the way back along', async () => {
    const send = (body: Record<string, string>, cookie = '') =>
      fetch(`${service.url}/chat`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie },
        body: new URLSearchParams(body),
      });
    const cookieOf = (response: Response) => response.headers.getSetCookie()[0] ?? '';
    const begun = cookieOf(await send({ text: 'My husband hit me and I am scared' }));
    const page = await fetch(`${service.url}/chat`, { headers: { Cookie: begun.split(';')[0] ?? '' } });
    const left = cookieOf(await send({ act: 'leave' }, begun.split(';')[0]));
    const after = await fetch(`${service.url}/chat?left`, { headers: { Cookie: left.split(';')[0] ?? '' } });

    expect(await page.text()).to.include('My husband hit me');
    expect(page.headers.get('cache-control')).to.equal('no-store');
    // It goes with the browser: it has no day until which it is kept.
    expect(begun)
      .to.include('HttpOnly')
      .and.not.to.match(/max-age|expires/i);
    expect(left).to.match(/max-age=0/i);
    expect(await after.text()).not.to.match(secret);
  });

  it('[GEN-06] is in the queue ahead of ordinary work that came before it', async () => {
    const ordinary = await newTenant(service.url);
    await ordinary.say('I want to talk to a person');
    await agent.waitingFor(ordinary.conversation);
    const target = await newTenant(service.url);
    await target.say('Neighbours are shouting racist abuse at me');
    await target.say('I want to talk to a person');
    await agent.waitingFor(target.conversation);
    const { waiting } = await agent.queue();
    const places = [target, ordinary].map(({ conversation }) =>
      waiting.findIndex((each) => each.conversation === conversation),
    );

    expect(places[0]).to.be.below(places[1] ?? -1);
    expect(waiting[places[0] ?? -1]).to.include({ priority: 1, enquiry: 'safety.hate_incident', restricted: true });
  });
});
