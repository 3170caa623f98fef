import { expect } from 'chai';
import { readLocales } from '../../src/content/read-locales.ts';
import { filesIn } from '../../src/content/yaml-file.ts';
import { cannedReplies, needsOf } from '../../src/turn/handover/canned.ts';
import { type Agent, eventually } from '../support/agent.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import type { TranslateApi } from '../support/translate-api.ts';
import { startTranslating, type Translating } from '../support/translating.ts';

interface Canned {
  readonly tenantLanguage: string;
  readonly replies: readonly {
    readonly name: string;
    readonly needs: readonly { readonly name: string; readonly kind: string }[];
    readonly agent: string;
    readonly tenant?: string;
  }[];
}

describe('ready replies of an agent', function () {
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

  const path = () => `/conversations/${tenant.conversation}`;
  const begin = async (words: string) => {
    tenant = await newTenant(service.url);
    await tenant.say(words);
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    api.asked.length = 0;
  };
  const list = async () => (await agent.call('GET', `${path()}/canned`)).body as unknown as Canned;
  const send = async (canned: unknown, more: Record<string, unknown> = {}) => {
    const { sequence } = (await agent.call('GET', path())).body;
    const body = { canned, clientMessageId: crypto.randomUUID(), seenSequence: sequence, ...more };
    return agent.call('POST', `${path()}/messages`, body);
  };
  const heard = (part: string) =>
    eventually(async () => (await tenant.read()).find(({ text }) => text?.includes(part)), 'What the tenant hears');

  it('[WHG-06] are shown in the agent’s language and in the tenant’s, with what has to be filled in', async () => {
    await begin('Chcę porozmawiać z człowiekiem, nie z automatem');
    const { tenantLanguage, replies } = await list();

    expect(tenantLanguage).to.equal('pl');
    expect(replies).to.have.length(Object.keys(cannedReplies).length);
    expect(replies.find(({ name }) => name === 'passed_on')).to.deep.equal({
      name: 'passed_on',
      needs: [
        { name: 'team', kind: 'text' },
        { name: 'date', kind: 'date' },
      ],
      agent: 'I have passed this on to: {team}. You will hear from them by {date}.',
      tenant: 'Sprawę przejmuje: {team}. Odpowiedź najpóźniej: {date}.',
    });
  });

  it('[WHG-06] reach the tenant in the words of the catalogue, filled in, and no machine is asked', async () => {
    await begin('Chcę porozmawiać z człowiekiem, nie z automatem');
    expect((await send({ name: 'booked', values: { date: '2026-12-03' } })).status).to.equal(201);
    const told = await heard('Ustalony termin');

    expect(told.text).to.equal('Ustalony termin: czwartek, 3 grudnia 2026.');
    expect(told.from.id).to.equal('agent');
    expect(told.channelData).to.deep.include({
      source: 'catalogue',
      language: 'pl',
      original: 'It is booked for Thursday, 3 December 2026.',
      originalLanguage: 'en',
    });
    expect(api.asked).to.deep.equal([]);
    const { transcript } = (await agent.call('GET', path())).body as unknown as {
      transcript: { text: string; data: { original?: string; source?: string } }[];
    };
    expect(transcript.at(-1)?.data).to.deep.include({
      source: 'catalogue',
      original: 'It is booked for Thursday, 3 December 2026.',
    });
  });

  it('[GEN-09] are as they are for who reads the agent’s language', async () => {
    await begin('I want to talk to a person please');
    await send({ name: 'looking' });
    const told = await heard('I am looking into this');

    expect(told.channelData.source).to.equal('catalogue');
    expect(told.channelData).not.to.have.property('original');
  });

  it('[WHG-06] are refused without what they need, with what they have no place for, or beside other words', async () => {
    await begin('I want to talk to a person please');
    for (const [canned, more, detail] of [
      [{ name: 'booked' }, {}, 'write the date of booked'],
      [{ name: 'booked', values: { date: 'Thursday' } }, {}, 'write the date of booked'],
      [{ name: 'wait', values: { team: 'Repairs' } }, {}, 'wait has no such value'],
      [{ name: 'nonsense' }, {}, 'canned.name'],
      [{ name: 'wait' }, { text: 'Hello' }, 'either text or canned'],
      [undefined, {}, 'either text or canned'],
    ] as const) {
      const { status, body } = await send(canned, more);
      expect(status, detail).to.equal(400);
      expect(String(body.detail), detail).to.include(detail);
    }
  });

  it('[WHG-06] are there once however often they are sent, and for nobody else’s conversation', async () => {
    await begin('I want to talk to a person please');
    const clientMessageId = crypto.randomUUID();
    await send({ name: 'wait' }, { clientMessageId });
    await send({ name: 'wait' }, { clientMessageId });
    await heard('I will be right back');

    expect((await tenant.read()).filter(({ text }) => text?.includes('I will be right back'))).to.have.length(1);
    expect((await agent.call('GET', `/conversations/${crypto.randomUUID()}/canned`)).status).to.equal(404);
    expect((await fetch(`${service.url}/desk/api${path()}/canned`)).status).to.equal(401);
  });
});

describe('each ready reply', () => {
  it('[WHG-06] is there in all eleven catalogues, and says what is filled in', () => {
    const { catalogue } = readLocales(filesIn('.'));
    for (const language of ['en', 'cy', 'pl', 'ro', 'pt', 'uk', 'ur', 'pa', 'bn', 'ar', 'so']) {
      const words = catalogue.texts.get(language);
      for (const name of Object.keys(cannedReplies) as (keyof typeof cannedReplies)[]) {
        for (const each of Object.keys(needsOf(name)))
          expect(words?.get(`canned.${name}`), `${language} ${name}`).to.include(`{${each}`);
        expect(words?.get(`canned.${name}`), `${language} ${name}`).to.be.a('string');
      }
    }
  });
});
