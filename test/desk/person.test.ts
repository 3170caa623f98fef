// Who is served, as agents have them: what they need first, their home and account after proof, and changes of their record, which are
// never put over what somebody else has changed meanwhile.

import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Agent, eventually, invited, type QueueLine, signIn } from '../support/agent.ts';
import { fromPortal, text } from '../support/asking.ts';
import { letIn, teamsOf } from '../support/by-role.ts';
import { openHours } from '../support/desk-service.ts';
import { askHousing } from '../support/housing-api.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

interface Edit {
  readonly id: string;
  readonly is: string;
  readonly agent: string;
  readonly by: { readonly agent: string } | null;
  readonly parts: readonly { readonly what: string; readonly yours: unknown; readonly theirs: unknown }[];
}

interface View {
  readonly person: Record<string, unknown> & { readonly id: string; readonly version: string };
  readonly needs: readonly Record<string, unknown>[];
  readonly edits: readonly Edit[];
  readonly contacts: readonly Record<string, unknown>[];
  readonly handovers: readonly Record<string, unknown>[];
}

describe('the person at the desk', function () {
  this.timeout(60_000);
  let service: Service;
  let agent: Agent;
  let priya: Agent;
  let auditor: Agent;

  before(async function () {
    this.timeout(180_000);
    service = await startService({ CLOCK: openHours });
    agent = await signIn(service);
    priya = await invited(service, agent, { name: 'Priya Shah', teams: ['contact-centre'] });
    auditor = await letIn(service, { name: 'Ada Lane', teams: teamsOf.auditor }, openHours);
  });
  after(() => service?.end());

  /** They text, are recognised, and an agent has them. */
  const byText = async (number: string, words = 'I want to talk to a person'): Promise<QueueLine> => {
    await text(service, number, words);
    const seen = new Set((await agent.queue()).mine.map(({ id }) => id));
    const line = await eventually(
      async () => (await agent.queue()).waiting.find(({ channel, id }) => channel === 'sms' && !seen.has(id)),
      'The handover',
    );
    await agent.call('POST', `/handovers/${line.id}/accept`, {});
    return line;
  };
  const onWeb = async (tenant: Tenant): Promise<string> => {
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    return tenant.conversation;
  };
  const at = encodeURIComponent;
  const view = async (conversation: string, who = agent) =>
    (await who.call('GET', `/conversations/${at(conversation)}`)).body as unknown as View;
  const change = async (conversation: string, changes: unknown, more: Record<string, unknown> = {}) => {
    const { by = agent, ...others } = more as { by?: Agent };
    const { person } = await view(conversation);
    const body = { requestId: randomUUID(), person: person.id, version: person.version, changes, ...others };
    return by.call('POST', `/conversations/${at(conversation)}/person`, body);
  };
  const settled = (conversation: string) =>
    eventually(async () => {
      const seen = await view(conversation);
      return seen.edits.every(({ is }) => is !== 'saving') ? seen : undefined;
    }, 'The edit’s end');
  const onFile = async (person: string) => (await askHousing(service, `people/${person}`)).body;
  /** As other staff do it, in the housing system itself. */
  const changedElsewhere = async (person: string, patch: unknown) => {
    const { etag } = await onFile(person);
    const response = await fetch(`${service.url}/housing/v1/people/${person}`, {
      method: 'PATCH',
      headers: {
        Authorization: `Bearer ${housingToken}`,
        'Content-Type': 'application/json',
        'If-Match': String(etag),
      },
      body: JSON.stringify(patch),
    });
    expect(response.status).to.equal(200);
  };
  const lines = async (did: string, person: string) => {
    const { body } = await auditor.call('GET', `/audit?did=${did}&person=${person}`);
    return body.audit as readonly { readonly agent: string; readonly data: Record<string, unknown> }[];
  };

  describe('whom the desk knows', () => {
    let whitcombe: string;
    before(async () => {
      await changedElsewhere('P-1003', {
        warnings: [
          { what: 'Two people visit', reason: 'A dog that is loose', since: '2026-01-05', review: '2026-11-01' },
          { what: 'Said to be difficult', review: '2027-01-01' },
          { what: 'Never to be rung', reason: 'Asked for it' },
        ],
      });
      whitcombe = (await byText('+447700900103')).conversation;
    });

    it('[TPC-04] needs and how to be in touch reach whoever opens it, on every channel, and say when they are to be asked again', async () => {
      const web = await onWeb(await fromPortal(service, 'P-1003', openHours));
      for (const each of [whitcombe, web])
        for (const who of [agent, priya]) {
          const seen = await view(each, who);
          expect(seen.needs).to.have.length(2);
          expect(seen.needs[0]).to.deep.include({
            kind: 'visual-impairment',
            formats: ['large-print', 'audio'],
            review: '2026-12-01',
          });
          expect(seen.person.contact).to.deep.equal({ prefer: 'telephone', avoid: ['before 10:00'] });
        }
      expect(await view(whitcombe)).to.have.property('today', '2026-11-23');
    });

    it('shows a warning with its reason and its review alone, and that a review is overdue', async () => {
      expect((await view(whitcombe)).person.warnings).to.deep.equal([
        {
          what: 'Two people visit',
          reason: 'A dog that is loose',
          since: '2026-01-05',
          review: '2026-11-01',
          isOverdue: true,
        },
      ]);
    });

    it('[LIV-10] says by name who may speak for them today', async () => {
      const { person } = await view(await onWeb(await fromPortal(service, 'P-1009', openHours)));
      await changedElsewhere('P-1009', {
        authority: [
          ...(person.authority as { person: string; name: unknown }[]).map(({ name: _name, ...each }) => each),
          { person: 'P-1001', scope: 'all', since: '2020-01-01', until: '2021-01-01', kind: 'family-with-permission' },
        ],
      });
      const again = await view(await onWeb(await fromPortal(service, 'P-1009', openHours)));

      expect(again.person.authority).to.deep.equal([
        {
          person: 'P-1010',
          name: { title: 'Miss', given: 'Grace', family: 'Campbell' },
          scope: 'all',
          kind: 'family-with-permission',
          since: '2024-01-01',
          until: null,
        },
      ]);
    });

    it('[GUH-02] says why a person was brought in', async () => {
      expect((await view(whitcombe)).handovers[0]).to.deep.include({
        reason: 'asked_for_a_person',
        enquiry: 'contact.person',
      });
    });

    it('[GEN-05] shows nothing of what they told of who they are', async () => {
      await changedElsewhere('P-1003', { characteristics: { religion: { answer: 'jewish', on: '2026-11-20' } } });
      const { body } = await agent.call('GET', `/conversations/${at(whitcombe)}`);

      expect(JSON.stringify(body)).not.to.match(/jewish|religion|characteristic|1941-07-25/);
    });

    it('[GUH-10] [WHG-21] shows home, account and repairs after proof alone, and says why not before', async () => {
      const before = await agent.call('GET', `/conversations/${at(whitcombe)}/account`);
      const card = (await view(whitcombe)).person;
      const proved = await onWeb(await fromPortal(service, 'P-1002', openHours));
      const account = await agent.call('GET', `/conversations/${proved}/account`);

      expect([before.status, before.body.type]).to.deep.equal([403, 'https://doorstep.example/problems/not-proved']);
      expect(before.body.title).to.match(/have not shown who they are/);
      expect(card).to.deep.include({ proved: false, tenancies: [{ role: 'tenant', tenure: 'sheltered' }] });
      expect(JSON.stringify(card)).not.to.match(/TEN-|\+44/);
      expect(account.body).to.deep.include({ person: 'P-1002', phones: ['+447700900102'] });
      expect(account.body.account).to.include({ balance: 318.64 });
      expect(account.body.tenancies).to.have.nested.property('[0].reference', 'TEN-100102');
      expect(account.body.repairs).to.be.an('array');
      const reads = await lines('conversation-read', 'P-1002');
      expect(reads.map(({ data }) => data.part)).to.include('account');
    });

    it('[GUH-10] an agent asks what the assistant would ask, is told whether it fits, and no more than that', async () => {
      const tenant = await newTenant(service.url);
      const conversation = await onWeb(tenant);
      const check = (details: Record<string, unknown>, who = agent) =>
        who.call('POST', `/conversations/${conversation}/identity`, details);
      const right = { tenancy: 'ten 100103', born: '1941-07-25', postcode: 'aw2 3bd' };
      const { postcode } =
        ((await onFile('P-1003')).tenancies as { property: { postcode: string } }[])[0]?.property ?? {};
      const wrong = await check({ ...right, postcode, born: '1941-07-26' });
      const unreadable = await check({ ...right, born: 'July 1941' });
      const others = await check({ ...right, postcode }, priya);
      const proved = await check({ ...right, postcode });
      const seen = await view(conversation);
      const account = await agent.call('GET', `/conversations/${conversation}/account`);

      const { body: audited } = await auditor.call('GET', `/audit?did=identity-checked&conversation=${conversation}`);

      expect(wrong.body).to.deep.equal({ proved: false });
      expect([unreadable.status, others.status]).to.deep.equal([400, 409]);
      expect(proved.body).to.deep.equal({ proved: true });
      expect(seen.person).to.deep.include({ id: 'P-1003', proved: true });
      expect(account.status).to.equal(200);
      expect(audited.audit).to.have.length(2);
      expect(JSON.stringify(audited)).not.to.match(/1941|100103|AW2/i);
      expect((await check({ ...right, postcode, born: '1941-07-26' })).body).to.deep.equal({ proved: false });
      for (let tried = 0; tried < 3; tried += 1) await check({ ...right, postcode, born: '1941-07-26' });
      expect(String((await check({ ...right, postcode })).body.type)).to.match(/locked$/);
    });

    it('shows past contacts on all channels, with what they were about and how they ended', async () => {
      const tenant = await fromPortal(service, 'P-1005', openHours);
      const { id } = await agent.waitingFor(await onWaiting(tenant));
      await agent.call('POST', `/handovers/${id}/accept`, {});
      await agent.call('POST', `/handovers/${id}/close`, { outcome: 'signposted' });
      const { conversation } = await byText('+447700900105');
      const seen = await eventually(async () => {
        const { contacts } = await view(conversation);
        return contacts.find(({ outcome }) => outcome === 'signposted');
      }, 'The contact on file');

      expect(seen).to.deep.include({
        channel: 'web',
        topic: 'contact.person',
        outcome: 'signposted',
        conversation: tenant.conversation,
      });
    });
    const onWaiting = async (tenant: Tenant) => {
      await tenant.say('I want to talk to a person');
      return tenant.conversation;
    };

    it('finds support by need and area, with the words of the tenant’s own catalogue', async () => {
      const { conversation } = await byText('+447700900101');
      const { body } = await agent.call('GET', `/conversations/${at(conversation)}/directory?need=money&area=north`);
      const services = body.services as { id: string; needs: string[]; areas: string[]; text: string }[];

      expect(body.tenantLanguage).to.equal('en');
      expect(services.map(({ id }) => id)).to.include('wharf-money');
      expect(services.every(({ needs, areas }) => needs.includes('money') && !areas.includes('nowhere'))).to.equal(
        true,
      );
      const polish = await byText('+447700900102', 'Chcę porozmawiać z człowiekiem');
      const theirs = await agent.call('GET', `/conversations/${at(polish.conversation)}/directory?need=money`);
      const [first] = theirs.body.services as { text: string }[];
      expect(theirs.body.tenantLanguage).to.equal('pl');
      expect(first?.text).to.match(/^Wharf Money Advice: .*Sprawdzone/);
      const nothing = await agent.call('GET', `/conversations/${at(conversation)}/directory?need=%3Cscript%3E`);
      expect(nothing.body.services).to.deep.equal([]);
    });
  });

  describe('changing their record', () => {
    let conversation: string;
    before(async () => {
      conversation = (await byText('+447700900104')).conversation;
    });

    it('[LIV-07] a need is recorded in the housing system with its days, and is there at the next contact', async () => {
      const [was] = (await view(conversation)).needs;
      const now = { ...was, adjustments: ['ring before a visit'], until: '2027-06-30', review: '2027-05-01' };
      const added = { kind: 'interpreter', adjustments: ['Urdu interpreter'], since: '2026-11-23', until: 'long-term' };
      const answer = await change(conversation, { needs: [{ was, now }, { now: added }] });
      await settled(conversation);
      const elsewhere = await view(await onWeb(await fromPortal(service, 'P-1004', openHours)));
      const { needs } = await onFile('P-1004');

      expect(answer.status).to.equal(201);
      expect(needs).to.deep.equal([now, added]);
      expect(elsewhere.needs).to.deep.equal([now, added]);
      expect(elsewhere.edits).to.deep.equal([]);
    });

    it('[LIV-01] a need that is over stays on record with its day, and is asked of nobody', async () => {
      const was = (await view(conversation)).needs.find(({ kind }) => kind === 'interpreter');
      await change(conversation, { needs: [{ was, now: null }] });
      const { needs } = await settled(conversation);
      const kept = (await onFile('P-1004')).needs as readonly Record<string, unknown>[];

      expect(needs.map(({ kind }) => kind)).to.deep.equal(['visual-impairment']);
      expect(kept.find(({ kind }) => kind === 'interpreter')).to.deep.include({ endedOn: '2026-11-23' });
    });

    it('[TPC-06] [TPC-05] what they are called, spoken to and reached by is as they say', async () => {
      const contact = { calledAs: 'Ms Begum', never: ['telephone', 'post'], speaks: 'pa', avoid: null };
      await change(conversation, { title: 'Ms', language: 'pa', contact });
      const { person } = await settled(conversation);
      const held = await onFile('P-1004');

      expect(held).to.deep.include({ language: 'pa', name: { title: 'Ms', given: 'Rukhsana', family: 'Begum' } });
      expect(person.contact).to.deep.include({ calledAs: 'Ms Begum', never: ['telephone', 'post'], speaks: 'pa' });
      expect(person.contact).not.to.have.property('avoid');
      const canned = await agent.call('GET', `/conversations/${at(conversation)}/canned`);
      expect((canned.body.replies as { name: string }[]).map(({ name }) => name)).not.to.include('phone');
    });

    it('is in the audit by its parts, without what they say', async () => {
      const all = await lines('person-changed', 'P-1004');

      expect(all[0]?.data.fields).to.have.members(['title', 'language', 'contact']);
      expect(JSON.stringify(all)).not.to.match(/Begum|interpreter|telephone/);
    });

    it('a request sent twice changes once', async () => {
      const requestId = randomUUID();
      const { person } = await view(conversation);
      const once = { requestId, version: person.version };
      const changes = { contact: { best: 'after 3 pm' } };
      const statuses = [await change(conversation, changes, once), await change(conversation, changes, once)];
      const { edits } = await settled(conversation);

      expect(statuses.map(({ status }) => status)).to.deep.equal([201, 201]);
      expect(edits).to.deep.equal([]);
      expect((await lines('person-changed', 'P-1004')).filter(({ data }) => data.edit === requestId)).to.have.length(1);
    });

    it('[WHG-21] a number or an address is changed for nobody who has not shown who they are', async () => {
      const changes = { phones: { add: '07700 900199' } };
      const refused = await change(conversation, changes);
      const proved = await onWeb(await fromPortal(service, 'P-1004', openHours));
      const done = await change(proved, { ...changes, email: 'new@example.com' });
      await settled(proved);

      expect([refused.status, String(refused.body.type).split('/').pop()]).to.deep.equal([409, 'not-proved']);
      expect(done.status).to.equal(201);
      expect(await onFile('P-1004')).to.deep.include({
        phones: ['+447700900199', '+447700900104'],
        email: 'new@example.com',
      });
    });

    it('takes script in a name as the words that it is', async () => {
      await change(conversation, { contact: { calledAs: '<script>alert(1)</script>' } });
      const { person } = await settled(conversation);

      expect(person.contact).to.deep.include({ calledAs: '<script>alert(1)</script>' });
    });

    for (const [what, changes] of [
      ['a language that nobody speaks', { language: 'xx' }],
      ['a tag that is none', { language: 'Polish please' }],
      ['an empty name', { contact: { calledAs: '   ' } }],
      ['a way that there is not', { contact: { never: ['pigeon'] } }],
      [
        'a need that ends before it begins',
        { needs: [{ now: { kind: 'mobility', since: '2026-11-23', until: '2026-01-01' } }] },
      ],
      ['a need that is a paragraph', { needs: [{ now: { kind: 'Needs <b>much</b>' } }] }],
      ['a characteristic', { characteristics: { religion: { answer: 'none', on: '2026-11-23' } } }],
      ['a number that is none', { phones: { add: '12' } }],
      ['nothing at all', {}],
    ] as const)
      it(`refuses ${what}, and changes nothing`, async () => {
        const before = await onFile('P-1004');
        const { status, headers, body } = await change(conversation, changes);

        expect(status).to.equal(400);
        expect(headers.get('content-type')).to.include('application/problem+json');
        expect(body.type).to.match(/bad-request$/);
        expect((await onFile('P-1004')).etag).to.equal(before.etag);
      });

    it('is for agents alone, and for whom the conversation is open to', async () => {
      const refused = await change(conversation, { language: 'cy' }, { by: auditor });
      const other = await change(conversation, { language: 'cy' }, { person: 'P-1001' });
      const nowhere = await agent.call('POST', '/conversations/nowhere/person', {});
      const unseen = await newTenant(service.url);
      const account = await agent.call('GET', `/conversations/${unseen.conversation}/account`);

      expect([refused.status, other.status, nowhere.status, account.status]).to.deep.equal([403, 409, 404, 404]);
      expect(String(other.body.type)).to.match(/other-person$/);
    });
  });

  describe('two who change it at once', () => {
    let conversation: string;
    before(async () => {
      conversation = (await byText('+447700900106')).conversation;
    });

    it('what the second had not seen is not put over; both are shown, with who was first', async () => {
      const { person } = await view(conversation);
      const seen = { version: person.version };
      await change(conversation, { contact: { calledAs: 'Rowan' } }, { ...seen, by: priya });
      await settled(conversation);
      const late = await change(conversation, { contact: { calledAs: 'Mx Ellery', best: 'mornings' } }, seen);
      const { edits } = await settled(conversation);

      expect(late.status).to.equal(201);
      expect((await onFile('P-1006')).contact).to.deep.equal({ prefer: 'webchat', calledAs: 'Rowan' });
      expect(edits).to.have.length(1);
      expect(edits[0]).to.deep.include({ is: 'conflict', agent: agent.id });
      expect(edits[0]?.by?.agent).to.equal(priya.id);
      expect(edits[0]?.parts).to.have.deep.members([
        { what: 'calledAs', yours: 'Mx Ellery', theirs: 'Rowan' },
        { what: 'best', yours: 'mornings', theirs: null },
      ]);
    });

    it('it is there after a restart, and is made anew on what stands now', async () => {
      await service.stop();
      await service.start();
      const { person, edits } = await view(conversation);
      const [edit] = edits;
      const again = await change(conversation, { contact: { best: 'mornings' } }, { instead: edit?.id });
      const after = await settled(conversation);

      expect(edit?.is).to.equal('conflict');
      expect(again.status).to.equal(201);
      expect(after.edits).to.deep.equal([]);
      expect(after.person.version).not.to.equal(person.version);
      expect((await onFile('P-1006')).contact).to.deep.equal({
        prefer: 'webchat',
        calledAs: 'Rowan',
        best: 'mornings',
      });
    });

    it('[GEN-01] a change in the housing system itself is not put over either, and the edit can be dropped', async () => {
      const { person, needs } = await view(conversation);
      const [was] = needs;
      const theirs = { ...was, adjustments: ['no unannounced calls'] };
      await changedElsewhere('P-1006', { needs: [theirs] });
      const now = { ...was, review: '2027-11-10' };
      await change(conversation, { needs: [{ was, now }] }, { version: person.version });
      const { edits } = await settled(conversation);
      const id = edits[0]?.id ?? '';
      const dropped = await agent.call('POST', `/conversations/${at(conversation)}/person/${at(id)}/drop`, {});
      const twice = await agent.call('POST', `/conversations/${at(conversation)}/person/${at(id)}/drop`, {});

      expect(edits[0]?.by).to.equal(null);
      expect(edits[0]?.parts).to.deep.equal([{ what: 'need', yours: now, theirs }]);
      expect([dropped.status, twice.status]).to.deep.equal([200, 404]);
      expect((await view(conversation)).edits).to.deep.equal([]);
      expect((await onFile('P-1006')).needs).to.deep.equal([theirs]);
      expect((await lines('person-change-dropped', 'P-1006')).map(({ data }) => data.as)).to.include('dropped');
    });

    it('a stale version is no excuse to try again by hand: it stays in conflict', async () => {
      const { person } = await view(conversation);
      await changedElsewhere('P-1006', { language: 'cy' });
      await change(conversation, { language: 'pl' }, { version: person.version });
      const { edits } = await settled(conversation);
      const id = edits[0]?.id ?? '';
      await agent.call('POST', `/deliveries/${at(id)}/retry`, {});
      const again = await settled(conversation);

      expect(again.edits.map(({ is }) => is)).to.deep.equal(['conflict']);
      expect((await onFile('P-1006')).language).to.equal('cy');
    });
  });
});
