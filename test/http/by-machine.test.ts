import { expect } from 'chai';
import { type Agent, signIn } from '../support/agent.ts';
import { speakSpanish } from '../support/by-machine.ts';
import { openPhone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';
import { type Activity, newTenant } from '../support/tenant.ts';
import type { TranslateApi } from '../support/translate-api.ts';
import { startTranslating, type Translating } from '../support/translating.ts';

describe('a conversation by machine, as the outside sees it', function () {
  this.timeout(180_000);
  let translating: Translating;
  let api: TranslateApi;
  let service: Service;

  before(async () => {
    translating = await startTranslating();
    ({ api, service } = translating);
    speakSpanish(api);
  });
  after(() => translating?.end());

  const textOf = (replies: readonly Activity[]) => replies.map(({ text }) => text).join('\n');

  it('[WHG-06] goes on in Spanish after the service was killed in the middle, and is read in English at the desk', async () => {
    const tenant = await newTenant(service.url);
    expect(textOf(await tenant.say('El grifo del baño gotea mucho desde el lunes'))).to.include('¿Escribe en español?');
    const begun = await tenant.say('2');
    expect(begun.at(-1)?.channelData).to.deep.include({ source: 'machine', language: 'es', originalLanguage: 'en' });

    await service.kill();
    await service.start();
    const asked = await tenant.say('es No');
    expect(asked.at(-1)?.channelData).to.deep.include({ source: 'machine', language: 'es', asks: 'vulnerable' });
    expect(asked.at(-1)?.channelData.original).to.include('Is this harder for anyone');

    const waiting = await tenant.say('Quiero hablar con una persona por favor');
    expect(textOf(waiting)).to.match(/^es /);
    const agent: Agent = await signIn(service);
    const { id } = await agent.waitingFor(tenant.conversation);
    expect((await agent.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
    const path = `/conversations/${tenant.conversation}`;
    const before = api.asked.length;
    const { lines } = (await agent.call('GET', `${path}/translations`)).body as unknown as {
      lines: { text: string; from: string }[];
    };
    expect(lines.map(({ text }) => text)).to.include('The bath tap will not stop dripping since Monday');
    expect(lines.map(({ text }) => text).join('\n')).to.include('Is this harder for anyone');
    // What we said was English before: nobody pays for that twice.
    const sent = api.asked.slice(before).flatMap(({ texts }) => texts);
    expect(sent.join('\n')).not.to.include('es Is this harder');

    const { sequence, language } = (await agent.call('GET', path)).body;
    expect(language).to.equal('es');
    const body = { text: 'I will send a plumber today.', clientMessageId: crypto.randomUUID(), seenSequence: sequence };
    expect((await agent.call('POST', `${path}/messages`, body)).status).to.equal(201);
    const heard = (await tenant.read()).find(({ text }) => text?.startsWith('es I will send a plumber'));
    expect(heard?.channelData).to.deep.include({ source: 'agent', language: 'es', original: body.text });
  });

  it('[GEN-09] reports a repair in Spanish by text', async () => {
    const phone = openPhone(service.url, '+447700900107');
    await phone.send('El grifo del baño gotea mucho desde el lunes');
    await phone.wait((each) => each.includes('3 Go on in English'));
    for (const [say, hear] of [
      ['2', 'From here a machine translates'],
      ['no', 'harder for anyone'],
      ['no, gracias', 'repair worker'],
      ['por las mañanas siempre hay alguien', 'Is this right'],
      ['1', '\n2 es '],
      ['2', 'REP-'],
    ] as const) {
      await phone.send(say);
      await phone.wait((each) => each.includes(hear) && each.startsWith('es '));
    }
    expect((await phone.received()).at(-1)).to.match(/^es .*REP-\d{7}.*24 nov/);
  });

  it('a language tag that does not exist is refused or passed over, and the conversation goes on', async () => {
    for (const language of ['xx-Klingon', 'not a tag!!', '../../etc', 'x'.repeat(5_000), '{"a":1}']) {
      const session = await fetch(`${service.url}/widget/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ language }),
      });
      expect([200, 201, 400], language.slice(0, 30)).to.include(session.status);
      if (session.status === 400) continue;
      const { token, conversationId } = (await session.json()) as { token: string; conversationId: string };
      const tenant = await newTenant(service.url, { token, conversationId });
      const replies = await tenant.say('I have had no hot water since yesterday');
      expect(replies.at(-1)?.channelData.language, language.slice(0, 30)).to.equal('en');
    }
  });
});
