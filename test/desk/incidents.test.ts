import { expect } from 'chai';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { letIn, teamsOf } from '../support/by-role.ts';
import { openPhone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { newTenant } from '../support/tenant.ts';

const lindenHouse = {
  topics: ['repair.no_heating_water', 'repair.communal'],
  places: ['Linden House'],
  words: { en: 'no heating at Linden House. Engineers are there. Next news at 4 pm.' },
  until: '2026-11-23T20:00:00Z',
};

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly counts: { readonly told: number; readonly same: number; readonly reported: number };
}

for (const kind of ['embedded', 'postgres'] as const)
  describe(`incidents and stopped channels, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);
    let service: Service;
    let database: Readonly<Record<string, string>>;
    let manager: Agent;
    let agent: Agent;
    let auditor: Agent;

    before(async function () {
      database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      service = await startService({ CLOCK: '2026-11-23T10:00:00Z', ...database });
      manager = await signIn(service);
      agent = await invited(service, manager, { name: 'Priya Shah', teams: ['contact-centre'] });
      auditor = await letIn(service, { name: 'Ola Ruiz', teams: teamsOf.auditor }, '2026-11-23T10:00:00Z');
    });
    after(() => service?.end());

    const diesAndComesBackAt = async (clock: string) => {
      await service.kill();
      const PORT = new URL(service.url).port;
      service = await startService({ CLOCK: clock, PORT, DATA_DIR: service.dataDir, ...database });
    };
    const incidents = async () => (await agent.call('GET', '/incidents')).body.incidents as readonly Shown[];
    const audited = async (did: string) =>
      ((await auditor.call('GET', `/audit?did=${did}`)).body.audit as readonly Record<string, unknown>[]).map(
        ({ agent: who, did: what, request, data }) => ({ who, what, request, data }),
      );
    const say = async (text: string): Promise<string> =>
      (await (await newTenant(service.url)).say(text)).map((each) => each.text).join('\n');
    const text = async (number: string, words: string): Promise<string> => {
      const phone = openPhone(service.url, number);
      const before = (await phone.received()).length;
      await phone.send(words);
      const fresh = async () => (await phone.received()).slice(before).join('\n') || undefined;
      return eventually(fresh, 'The answer by text');
    };

    describe('an incident', () => {
      let id: string;

      it('is told by a supervisor alone, never of danger or of what only one team may see, and not for the past', async () => {
        expect((await agent.call('POST', '/incidents', lindenHouse)).status).to.equal(403);
        for (const topic of ['emergency.gas', 'safety.domestic_abuse', 'talk.greeting', 'nothing'])
          expect(
            (await manager.call('POST', '/incidents', { ...lindenHouse, topics: [topic] })).status,
            topic,
          ).to.equal(400);
        const bad = [
          { until: '2026-11-23T09:00:00Z' },
          { words: { cy: 'dim gwres' } },
          { words: { en: '   ' } },
          { words: { en: 'x'.repeat(301) } },
          { places: ['.'] },
          { topics: [] },
        ];
        for (const more of bad)
          expect(
            (await manager.call('POST', '/incidents', { ...lindenHouse, ...more })).status,
            JSON.stringify(more),
          ).to.equal(400);
        expect(await incidents()).to.deep.equal([]);
      });

      it('answers who writes about it at once, on the web, by text and without scripts, and is on the audit', async () => {
        const told = await manager.call('POST', '/incidents', lindenHouse);
        expect(told.status).to.equal(201);
        id = String(told.body.id);

        expect(await say('My heating is not working'))
          .to.include('Engineers are there')
          .and.include('what you are writing about');
        expect(await text('+447700900103', 'My heating is not working')).to.include(
          'We know: no heating at Linden House',
        );
        expect(await withoutScripts(service.url, 'My heating is not working')).to.include('Engineers are there');
        expect(await audited('incident-told')).to.deep.equal([
          {
            who: manager.id,
            what: 'incident-told',
            request: id,
            data: { topics: lindenHouse.topics, places: 1, until: lindenHouse.until },
          },
        ]);
      });

      it('[GEN-07] stands behind danger', async () => {
        const told = await say('I can smell gas and my heating is not working');
        expect(told).to.include('0800 111 999').and.not.include('Engineers are there');
      });

      it('[WHG-04] is linked with what is reported all the same, and with the task for whom it is harder; both are counted', async () => {
        const tenant = await newTenant(service.url);
        for (const words of [
          'My heating is not working',
          'yes',
          'no',
          'My heating is not working',
          'both',
          'no',
          'no',
          'skip',
        ])
          await tenant.say(words);
        for (const words of ['12 Mill Lane, Ashby', 'skip']) await tenant.say(words);
        await text('+447700900103', 'yes');

        const [shown] = await incidents();
        expect(shown).to.deep.include({ id, state: 'holds' });
        // The page without scripts, the web, the text, this tenant.
        expect(shown?.counts).to.deep.equal({ told: 4, same: 2, reported: 1 });
        const cases = await housing(service, '/cases?kind=enquiry');
        expect(cases.map(({ links }) => links)).to.deep.include([id]);
        const tasks = await housing(service, '/tasks');
        expect(JSON.stringify(tasks)).to.include('"kind":"incident"').and.include(id);
      });

      it('is there after a restart, is told anew with its news, and is over at one press', async () => {
        await diesAndComesBackAt('2026-11-23T10:10:00Z');
        expect(await say('My heating is not working')).to.include('Next news at 4 pm');

        const news = { words: { en: 'the heating at Linden House is back tonight.' }, until: lindenHouse.until };
        expect((await agent.call('PUT', `/incidents/${id}`, news)).status).to.equal(403);
        expect((await manager.call('PUT', `/incidents/${id}`, news)).status).to.equal(200);
        expect(await say('My heating is not working'))
          .to.include('back tonight')
          .and.not.include('4 pm');

        expect((await agent.call('POST', `/incidents/${id}/end`)).status).to.equal(403);
        expect((await manager.call('POST', `/incidents/${id}/end`)).status).to.equal(200);
        expect(await say('My heating is not working')).not.to.include('Linden House');
        expect((await manager.call('POST', `/incidents/${id}/end`)).status).to.equal(404);
        expect((await manager.call('PUT', `/incidents/${id}`, news)).status).to.equal(404);
        expect((await incidents())[0]).to.deep.include({ id, state: 'over' });
      });
    });

    describe('a channel that is stopped', () => {
      const stop = (channel: string) =>
        manager.call('POST', `/channels/${channel}/stop`, { why: 'It says odd things' });

      it('is stopped by a supervisor alone, once, with a reason', async () => {
        expect((await agent.call('POST', '/channels/sms/stop', { why: 'x' })).status).to.equal(403);
        expect((await manager.call('POST', '/channels/sms/stop', {})).status).to.equal(400);
        expect((await stop('pigeon')).status).to.equal(404);
        expect((await stop('sms')).status).to.equal(200);
        expect((await stop('sms')).body.type).to.match(/already-stopped$/);
        expect(await audited('channel-stopped')).to.have.length(1);
      });

      it('[GEN-07] holds what is written, tells so once with 999 and the number for emergencies, and says the steps in danger at once', async () => {
        const phone = openPhone(service.url, '+447700900150');
        expect(await text('+447700900150', 'My tap drips'))
          .to.include('is paused')
          .and.include('999')
          .and.match(/when closed 0\d/);
        await phone.send('It is the one in the kitchen');
        const danger = await text('+447700900150', 'I can smell gas');
        expect(danger).to.include('0800 111 999').and.not.include('is paused');
        expect(await text('+447700900151', 'Nie działa ogrzewanie w moim mieszkaniu')).to.include(
          'Asystent jest teraz',
        );
        expect(await say('My tap drips'), 'other channels go on').not.to.include('is paused');
        const { channels } = (await agent.call('GET', '/channels')).body as { channels: Record<string, unknown>[] };
        expect(channels.find(({ channel }) => channel === 'sms')).to.deep.include({ unanswered: 2 });
      });

      it('keeps a number’s STOP all the same', async () => {
        expect(await text('+447700900152', 'STOP')).to.include('will not text you');
        const phone = openPhone(service.url, '+447700900152');
        const before = (await phone.received()).length;
        await phone.send('My tap drips');
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        expect((await phone.received()).length).to.equal(before);
      });

      it('leaves conversations with people as they are', async () => {
        const tenant = await newTenant(service.url);
        await tenant.say('I want to talk to a person');
        const { id } = await agent.waitingFor(tenant.conversation);
        await agent.call('POST', `/handovers/${id}/accept`, {});
        await stop('web');
        await tenant.post('The door is stuck');
        const { body } = await agent.call('GET', `/conversations/${tenant.conversation}`);
        expect(JSON.stringify(body.transcript)).to.include('The door is stuck');
        const words = { text: 'I come today', clientMessageId: 'today', seenSequence: body.sequence };
        expect((await agent.call('POST', `/conversations/${tenant.conversation}/messages`, words)).status).to.equal(
          201,
        );
        expect(await say('My tap drips'), 'the assistant').to.include('is paused');
        expect((await manager.call('POST', '/channels/web/start')).status).to.equal(200);
        expect(JSON.stringify(await tenant.read())).not.to.include('is paused');
      });

      it('holds on after a crash, tells nobody twice, and answers what waits in order once it goes on', async () => {
        await diesAndComesBackAt('2026-11-23T10:20:00Z');
        const phone = openPhone(service.url, '+447700900150');
        const before = (await phone.received()).length;
        await phone.send('Are you there?');
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        expect((await phone.received()).length, 'told before the crash').to.equal(before);

        expect((await agent.call('POST', '/channels/sms/start')).status).to.equal(403);
        expect((await manager.call('POST', '/channels/sms/start')).status).to.equal(200);
        const fresh = async () => {
          const { channels } = (await agent.call('GET', '/channels')).body as { channels: Record<string, unknown>[] };
          return channels.find(({ channel }) => channel === 'sms')?.unanswered === 0 ? true : undefined;
        };
        await eventually(fresh, 'Everything answered', 60_000);
        const answers = await eventually(async () => {
          const all = (await phone.received()).slice(before);
          return all.some((each) => each.includes('0800 111 999')) ? all : undefined;
        }, 'The answers');
        expect(answers[0], 'to the first that waited').not.to.include('0800 111 999');
        expect((await manager.call('POST', '/channels/sms/start')).status).to.equal(404);
      });
    });
  });

/** The page after a form was sent, with the answer on it. */
async function withoutScripts(url: string, text: string): Promise<string> {
  const sent = await fetch(`${url}/chat`, { method: 'POST', body: new URLSearchParams({ text }), redirect: 'manual' });
  const cookie = sent.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const look = async () => {
    const page = await fetch(new URL(sent.headers.get('location') ?? '', `${url}/chat`), {
      headers: { Cookie: cookie },
    });
    const html = await page.text();
    return html.includes('automated assistant') ? html : undefined;
  };
  return eventually(look, 'The answer on the page');
}

async function housing(service: Service, path: string): Promise<readonly Record<string, unknown>[]> {
  const answer = await fetch(`${service.url}/housing/v1${path}`, {
    headers: { Authorization: 'Bearer test-housing-api-token' },
  });
  const body = (await answer.json()) as Record<string, unknown>;
  return (Array.isArray(body) ? body : (Object.values(body).find(Array.isArray) ?? [])) as readonly Record<
    string,
    unknown
  >[];
}
