// Conversations that are handed to a landlord's other desk, which is a Bot Framework skill: a real bot, its words and statuses back.

import { expect } from 'chai';
import { type Agent, eventually, signIn } from '../support/agent.ts';
import { upload } from '../support/asking.ts';
import { openHours } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { openSkillBot, type SkillBot } from '../support/skill-bot.ts';
import { newTenant } from '../support/tenant.ts';
import { openTranslateApi, type TranslateApi } from '../support/translate-api.ts';

type Json = Readonly<Record<string, unknown>>;

describe('a conversation that goes to a desk elsewhere that is a skill', function () {
  this.timeout(60_000);
  let skill: SkillBot;
  let api: TranslateApi;
  let service: Service;
  let agent: Agent;

  before(async () => {
    [skill, api] = await Promise.all([openSkillBot(), openTranslateApi()]);
    const translation = { TRANSLATION: 'google', GOOGLE_CLOUD_PROJECT: 'a-landlord', GOOGLE_TRANSLATE_URL: api.url };
    service = await startService({ CLOCK: openHours, ...translation, ...skill.env });
    agent = await signIn(service);
  });
  after(async () => {
    await service?.end();
    await Promise.all([skill?.close(), api?.close()]);
  });

  const of = (conversation: string) =>
    skill.heard.filter((each) => each.conversation.id.startsWith(`${conversation}:`));
  const initiated = (conversation: string) =>
    eventually(() => of(conversation).find(({ name }) => name === 'handoff.initiate'), 'The event handoff.initiate');
  const heard = (conversation: string, text: string) =>
    eventually(() => of(conversation).find((each) => each.text === text), `The skill hearing: ${text}`);
  const status = (state: unknown, id?: string) => ({
    type: 'event',
    name: 'handoff.status',
    value: { state },
    ...(id !== undefined && { id }),
  });
  const newOnWeb = async () => {
    const tenant = await newTenant(service.url);
    const said = (words: string) =>
      eventually(
        async () => (await tenant.read()).find(({ text, from }) => from.role !== 'user' && text?.includes(words)),
        `The tenant reading: ${words}`,
      );
    return { ...tenant, said };
  };
  const withSkill = async () => {
    const tenant = await newOnWeb();
    await tenant.say('I want to talk to a person');
    const { conversation } = await initiated(tenant.conversation);
    return { tenant, there: conversation.id };
  };
  const type = async (response: Response) =>
    String(((await response.json()) as Json).type)
      .split('/')
      .at(-1);

  it('is told with context and transcript, speaks with the tenant on the web, and gives them back to the assistant', async () => {
    const tenant = await newOnWeb();
    await tenant.say('what are your opening hours');
    const told = await tenant.say('I want to talk to a person');
    expect(told.map(({ text }) => text).join()).to.include(
      'I am passing you to the right team: Customer Contact Team.',
    );
    const event = await initiated(tenant.conversation);
    const there = event.conversation.id;

    expect(event).to.deep.include({ type: 'event', channelId: 'directline' });
    expect(event.value).to.deep.include({
      handover: there,
      team: 'contact-centre',
      reason: 'asked_for_a_person',
      enquiry: 'contact.person',
      language: 'en',
    });
    const [attachment] = event.attachments as unknown as { content: { activities: { text: string }[] } }[];
    const words = attachment?.content.activities.map(({ text }) => text);
    expect(words).to.include.members(['what are your opening hours', 'I want to talk to a person']);
    expect((await agent.queue()).waiting).to.deep.equal([]);

    await tenant.post('Are you there?');
    expect(await heard(tenant.conversation, 'Are you there?')).to.deep.include({ type: 'message', locale: 'en' });
    await upload(service, tenant, 'This is the wall');
    const [photo] = (await heard(tenant.conversation, 'This is the wall')).attachments ?? [];
    expect(photo).to.include({ contentType: 'image/png' });
    expect((await fetch(String(photo?.contentUrl))).status).to.equal(200);
    expect(await skill.send(there, status('accepted'))).to.equal(200);
    await tenant.said('A person from our team is with you now: Customer Contact Team.');
    expect(await skill.send(there, { type: 'message', text: 'Yes. How can I help?' })).to.equal(200);
    const message = await tenant.said('Yes. How can I help?');
    expect(message.channelData).to.include({ source: 'agent' });
    expect(message.from).to.deep.include({ name: 'Customer Contact Team' });
    skill.answers.set('what are your opening hours', 'Let me look.');
    await tenant.post('what are your opening hours');
    await tenant.said('Let me look.');
    expect(await skill.send(there, status('completed'))).to.equal(200);
    await tenant.said('You are with the automated assistant again');

    const hours = await tenant.say('what are your opening hours');
    expect(hours.map(({ text }) => text).join()).to.include('Monday');
    // It knows that it is over, and hears no more.
    expect(of(tenant.conversation).map(({ type: is, name, text }) => name ?? text ?? is)).to.deep.equal([
      'handoff.initiate',
      'Are you there?',
      'This is the wall',
      'what are your opening hours',
    ]);
    const late = await skill.post(there, { type: 'message', text: 'One more thing' });
    expect([late.status, await type(late)]).to.deep.equal([409, 'not-yours']);
    expect(await skill.send(there, status('completed'))).to.equal(200);
  });

  it('speaks by text in the tenant’s language, has the conversation by its first words, and ends it', async () => {
    const phone = openPhone(service.url, '+447700900471');
    await phone.send('Chcę rozmawiać z człowiekiem');
    await phone.wait((body) => body.includes('Przekazujemy rozmowę właściwemu zespołowi'));
    const event = await eventually(
      () => skill.heard.find(({ name, channelId }) => name === 'handoff.initiate' && channelId === 'sms'),
      'The handover of the texts',
    );
    expect(event.value).to.deep.include({ language: 'pl' });
    expect(JSON.stringify(event)).not.to.include('7700900471');
    const there = event.conversation.id;
    expect(await skill.send(there, { type: 'message', text: 'Good morning. We have found your repair.' })).to.equal(
      200,
    );
    await phone.wait((body) => body.includes('pl: Good morning. We have found your repair.'));
    expect((await phone.received()).join('\n')).to.include('Rozmowę przejmuje osoba z naszego zespołu');
    await phone.send('Dziękuję bardzo');
    await eventually(
      () => skill.heard.find(({ conversation, text }) => conversation.id === there && text === 'Dziękuję bardzo'),
      'The words of the tenant',
    );
    expect(await skill.send(there, { type: 'endOfConversation' })).to.equal(200);
    await phone.wait((body) => body.includes('Odpowiada znów automatyczny asystent'));
  });

  it('is refused clearly what it says twice, too long, empty, or to whom it does not have', async () => {
    const { tenant, there } = await withSkill();
    const said = { type: 'message', id: 'said-1', text: 'Said once.' };
    expect((await skill.post(there, said)).status).to.equal(200);
    expect((await skill.post(there, said)).status).to.equal(200);
    const wrong: [unknown, number, string][] = [
      [{ type: 'message', text: ' \n ' }, 400, 'empty'],
      [{ type: 'message', text: 'x'.repeat(20_001) }, 413, 'too-long'],
      [status('resolved'), 400, 'bad-activity'],
      [{ text: 'no type' }, 400, 'bad-activity'],
    ];
    for (const [body, code, because] of wrong) {
      const answer = await skill.post(there, body);
      expect([answer.status, await type(answer)]).to.deep.equal([code, because]);
    }
    for (const unknown of ['web-nobody:h1', 'nonsense', tenant.conversation]) {
      const answer = await skill.post(unknown, said);
      expect([answer.status, await type(answer)]).to.deep.equal([404, 'not-found']);
    }
    expect((await skill.post(there, { type: 'typing' })).status).to.equal(200);
    await tenant.said('Said once.');
    const told = (await tenant.read()).filter(({ channelData }) => channelData.source === 'agent');
    expect(told.map(({ text }) => text)).to.deep.equal(['Said once.']);
  });

  it('is believed by a token of that one app for ours alone', async () => {
    const { tenant, there } = await withSkill();
    const said = { type: 'message', text: 'Let me in.' };
    for (const claims of [
      null,
      { azp: 'another-app' },
      { azp: 'd1e5c0de-0000-4000-8000-000000000001' },
      { aud: 'somebody-else' },
      { iss: 'https://login.example.com/other/v2.0' },
      { ver: '1.0' },
    ]) {
      const answer = await skill.post(there, said, claims);
      expect([answer.status, await type(answer)], JSON.stringify(claims)).to.deep.equal([401, 'unauthorised']);
    }
    expect((await skill.post('nonsense', 'not read', null)).status).to.equal(401);
    const firstVersion = { ver: '1.0', appid: '5c111b07-0000-4000-8000-000000000002', azp: undefined };
    expect((await skill.post(there, { type: 'typing' }, firstVersion)).status).to.equal(200);
    expect((await tenant.read()).filter(({ channelData }) => channelData.source === 'agent')).to.deep.equal([]);
  });

  it('does not get what is restricted: it stays with our own people, or comes back to them', async () => {
    const { body } = await agent.call('POST', '/links', { name: 'Safe Guard', teams: ['safeguarding'] });
    const safe = await signIn(service, String(body.link));
    const quiet = await newOnWeb();
    await quiet.say('My husband hit me and I am scared');
    await quiet.say('I want to talk to a person');
    const line = await eventually(
      async () => (await safe.queue()).waiting.find((each) => each.conversation === quiet.conversation),
      'The handover at our desk',
    );
    expect(line.restricted).to.equal(true);
    expect(of(quiet.conversation)).to.deep.equal([]);

    // Put back, they go on to something that is for everybody: what was said before is not told there.
    expect((await safe.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
    expect((await safe.call('POST', `/handovers/${line.id}/close`, { outcome: 'answered' })).status).to.equal(200);
    await quiet.say('what are your opening hours');
    await quiet.say('I want to talk to a person');
    const [attachment] = (await initiated(quiet.conversation)).attachments ?? [];
    const content = JSON.stringify(attachment?.content);
    expect(content).to.include('what are your opening hours');
    expect(content).not.to.match(/husband|hit me|scared/);

    const { tenant, there } = await withSkill();
    expect(await skill.send(there, status('accepted'))).to.equal(200);
    await tenant.say('My husband hit me and I am scared');
    await eventually(() => of(tenant.conversation).find((each) => each.type === 'endOfConversation'), 'The end there');
    expect(JSON.stringify(of(tenant.conversation))).not.to.include('husband');
    const back = await eventually(
      async () => (await safe.queue()).waiting.find((each) => each.conversation === tenant.conversation),
      'The conversation at our desk',
    );
    expect(back).to.deep.include({ restricted: true, priority: 0, team: 'safeguarding' });
    const late = await skill.post(there, { type: 'message', text: 'Is he there now?' });
    expect([late.status, await type(late)]).to.deep.equal([409, 'not-yours']);
    expect(await skill.send(there, status('completed'))).to.equal(409);
    expect((await safe.call('POST', `/handovers/${back.id}/accept`, {})).status).to.equal(200);
    await tenant.said('Safe Guard from our team is with you now');
  });

  it('comes back with a call-back where nobody there can take it, or it refuses what it is told', async () => {
    const { tenant, there } = await withSkill();
    expect(await skill.send(there, status('failed'))).to.equal(200);
    await tenant.said('All of our team are busy. We can call you back instead.');
    expect(await skill.send(there, status('accepted'))).to.equal(409);

    skill.is = { status: 400 };
    const other = await newOnWeb();
    await other.say('I want to talk to a person');
    await other.said('All of our team are busy. We can call you back instead.');
    skill.is = undefined;
  });

  it('is told all that was said in order once it is there again, and that the tenant has gone', async () => {
    skill.is = { status: 503 };
    const tenant = await newOnWeb();
    await tenant.say('I want to talk to a person');
    await tenant.post('First');
    await tenant.post('Second');
    const gone = await newOnWeb();
    await gone.say('I want to talk to a person');
    await gone.say('never mind');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(of(tenant.conversation)).to.deep.equal([]);
    skill.is = undefined;
    await heard(tenant.conversation, 'Second');
    await tenant.say('never mind');
    await eventually(() => of(tenant.conversation).find((each) => each.type === 'endOfConversation'), 'The end there');
    const there = of(tenant.conversation);
    expect(there.map(({ type: is, name, text }) => name ?? text ?? is)).to.deep.equal([
      'handoff.initiate',
      'First',
      'Second',
      'endOfConversation',
    ]);
    const [{ attachments } = {}] = there as unknown as { attachments: { content: { activities: Json[] } }[] }[];
    expect(JSON.stringify(attachments)).not.to.include('First');
    expect(new Set(there.map(({ id }) => id)).size).to.equal(4);
    // Who called it off meanwhile is not handed over any more.
    await eventually(() => of(gone.conversation).at(0), 'The end of the other');
    expect(of(gone.conversation).map(({ type: is }) => is)).to.deep.equal(['endOfConversation']);
  });
});
