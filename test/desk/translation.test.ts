import { expect } from 'chai';
import { type Agent, eventually } from '../support/agent.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { refusals, type TranslateApi } from '../support/translate-api.ts';
import { startTranslating, type Translating } from '../support/translating.ts';

describe('an agent and a tenant who write in different languages', function () {
  this.timeout(120_000);
  let translating: Translating;
  let api: TranslateApi;
  let service: Service;
  let agent: Agent;
  let tenant: Tenant;

  before(async () => {
    translating = await startTranslating();
    ({ api, service, agent } = translating);
  });
  after(() => translating?.end());
  beforeEach(async () => {
    api.does(undefined);
    tenant = await newTenant(service.url);
    await tenant.say('Chcę porozmawiać z człowiekiem, nie z automatem');
    const { id } = await agent.waitingFor(tenant.conversation);
    expect((await agent.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
  });

  const path = () => `/conversations/${tenant.conversation}`;
  const write = async (text: string, more: Record<string, unknown> = {}) => {
    const { sequence } = (await agent.call('GET', path())).body;
    const body = { text, clientMessageId: crypto.randomUUID(), seenSequence: sequence, ...more };
    return agent.call('POST', `${path()}/messages`, body);
  };
  const heard = (fits: (text: string) => boolean) =>
    eventually(async () => (await tenant.read()).find(({ text }) => fits(text ?? '')), 'What the tenant was to hear');
  const translations = async () => (await agent.call('GET', `${path()}/translations`)).body;

  it('each read and write their own: the agent what the tenant said, with the original in the transcript', async () => {
    await tenant.post('Winda przy Tanner Court 12 nie działa od 3 dni');
    const { to, lines } = (await translations()) as unknown as {
      to: string;
      lines: { sequence: number; from: string; text: string }[];
    };
    const { transcript } = (await agent.call('GET', path())).body as unknown as {
      transcript: { sequence: number; text: string }[];
    };
    const said = transcript.find(({ text }) => text.startsWith('Winda'));

    expect(to).to.equal('en');
    expect(lines.find(({ sequence }) => sequence === said?.sequence)).to.deep.equal({
      sequence: said?.sequence,
      from: 'pl',
      text: 'en: Winda przy Tanner Court 12 nie działa od 3 dni',
    });
    expect(api.asked.flatMap(({ texts }) => texts).join('\n')).not.to.match(/Court 12/);
  });

  it('[TPC-07] the tenant hears the agent in their own language, told that a machine translated, original beside it', async () => {
    await write('The engineer comes on 24 November at 10:30.');
    const told = await heard((text) => text.startsWith('pl: The engineer'));

    expect(told.text).to.equal(
      'pl: The engineer comes on 24 November at 10:30.\n\n(Tę wiadomość przetłumaczyła maszyna.)',
    );
    expect(told.channelData).to.deep.include({
      source: 'agent',
      language: 'pl',
      original: 'The engineer comes on 24 November at 10:30.',
      originalLanguage: 'en',
    });
    // What the agent wrote needs no translation back.
    const { lines } = await translations();
    expect(JSON.stringify(lines)).not.to.include('pl: The engineer');
  });

  it('what an agent writes in the tenant’s language goes on as it is, said to be so or seen to be so', async () => {
    const before = api.asked.length;
    await write('Dzień dobry, w czym mogę pani dzisiaj pomóc w sprawie windy?');
    await write('Tak', { language: 'pl' });

    expect((await heard((text) => text === 'Tak')).channelData.language).to.equal('pl');
    const first = await heard((text) => text.startsWith('Dzień dobry, w czym'));
    expect(first.channelData).not.to.have.property('original');
    expect(api.asked.length).to.equal(before);
  });

  for (const [how, answer] of [
    ['has no more quota', refusals.google.quota],
    ['is away', refusals.google.away],
    ['answers with nonsense', (response: { send(text: string): unknown }) => void response.send('nonsense')],
  ] as const) {
    it(`a service that ${how} keeps no message from the tenant`, async () => {
      api.does(answer as never);
      expect((await write(`The lift is out, ${how}`)).status).to.equal(201);
      const told = await heard((text) => text.startsWith(`The lift is out, ${how}`));

      expect(told.text).to.include('nie udało się przetłumaczyć');
      expect(told.channelData.language).to.equal('en');
      expect((await agent.call('GET', `${path()}/translations`)).status).to.equal(200);
    });
  }

  it('no stranger reads translations, and of no conversation that is not theirs', async () => {
    const answer = await fetch(`${service.url}/desk/api${path()}/translations`);
    expect(answer.status).to.equal(401);
    expect((await agent.call('GET', `/conversations/${crypto.randomUUID()}/translations`)).status).to.equal(404);
  });

  it('has its cost counted where Prometheus reads it', async () => {
    await write('The caretaker has the key to the meter cupboard.');
    const metrics = await (await fetch(`${service.url}/metrics`)).text();

    expect(metrics).to.match(/doorstep_translated_characters_total\{ended="translated"\} [1-9]\d*/);
  });
});
