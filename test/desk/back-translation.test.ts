import { expect } from 'chai';
import { type Agent, eventually } from '../support/agent.ts';
import { askHousing } from '../support/housing-api.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import type { TranslateApi } from '../support/translate-api.ts';
import { startTranslating, type Translating } from '../support/translating.ts';

interface Task {
  readonly kind: string;
  readonly team: string;
  readonly owner: string;
  readonly due: string;
  readonly words: string;
  readonly conversation: string;
  readonly details: { readonly doubts: readonly string[]; readonly sent?: string; readonly about?: string };
}

describe('words on which much hangs', function () {
  this.timeout(120_000);
  let translating: Translating;
  let api: TranslateApi;
  let service: Service;
  let agent: Agent;

  before(async () => {
    translating = await startTranslating();
    ({ api, service, agent } = translating);
  });
  after(() => translating?.end());
  beforeEach(() => {
    api.does(undefined);
    api.asked.length = 0;
  });

  const tasks = async () => {
    const { body } = await askHousing(service, 'tasks?limit=100');
    return (body as unknown as Task[]).filter(({ kind }) => kind === 'check-translation');
  };

  describe('that an agent writes to a tenant', () => {
    let tenant: Tenant;

    beforeEach(async () => {
      tenant = await newTenant(service.url);
      await tenant.say('Chcę porozmawiać z człowiekiem, nie z automatem');
      const { id } = await agent.waitingFor(tenant.conversation);
      await agent.call('POST', `/handovers/${id}/accept`, {});
    });
    afterEach(() => api.translates((text, to) => `${to}: ${text}`));

    const write = async (text: string) => {
      const { sequence } = (await agent.call('GET', `/conversations/${tenant.conversation}`)).body;
      const body = { text, clientMessageId: crypto.randomUUID(), seenSequence: sequence, language: 'en' };
      expect((await agent.call('POST', `/conversations/${tenant.conversation}/messages`, body)).status).to.equal(201);
    };
    const heard = (part: string) =>
      eventually(async () => (await tenant.read()).find(({ text }) => text?.includes(part)), 'What the tenant hears');
    const own = async () => (await tasks()).filter(({ conversation }) => conversation === tenant.conversation);

    it('[WHG-06] are translated back, and go on as they are where that says the same', async () => {
      await write('Do not use the boiler before Tuesday.');
      const told = await heard('pl: Do not use');

      expect(told.text).to.include('Tę wiadomość przetłumaczyła maszyna.').and.not.to.include('mogą być błędy');
      expect(api.asked.filter(({ to }) => to === 'en').flatMap(({ texts }) => texts)).to.deep.equal([
        'pl: Do not use the boiler before Tuesday.',
      ]);
      expect(await own()).to.deep.equal([]);
    });

    it('[WHG-06] come with the original where a “not” was lost, and somebody is asked to look by the next working day', async () => {
      api.translates((_, to) => (to === 'pl' ? 'Użyj piekarnika przed wtorkiem.' : 'Use the oven before Tuesday.'));
      await write('Do not use the oven before Tuesday.');
      const told = await heard('Użyj piekarnika');

      expect(told.text).to.include('mogą być błędy').and.to.include('Do not use the oven before Tuesday.');
      expect(told.channelData).to.deep.include({ language: 'pl', originalLanguage: 'en' });
      const [task] = await eventually(async () => ((await own()).length > 0 ? await own() : undefined), 'A task');
      expect(task).to.deep.include({
        team: 'contact-centre',
        words: 'Do not use the oven before Tuesday.',
        due: '2026-11-24',
      });
      expect(task?.owner).to.be.a('string').and.not.to.equal('');
      expect(task?.details.doubts).to.deep.equal(['negation']);
      expect(task?.details.sent).to.include('Użyj piekarnika');
      const { transcript } = (await agent.call('GET', `/conversations/${tenant.conversation}`)).body as unknown as {
        transcript: { data: { doubts?: string[]; original?: string } }[];
      };
      expect(transcript.at(-1)?.data).to.deep.include({ doubts: ['negation'] });
    });

    it('[WHG-06] are not paid for twice where little hangs on them', async () => {
      await write('Thank you, I will have a look at it.');
      await heard('pl: Thank you');

      expect(api.asked.map(({ to }) => to)).to.deep.equal(['pl']);
    });
  });

  describe('of a case', () => {
    const answers: Readonly<Record<string, string>> = {
      way: 'here',
      sought: 'Proszę naprawić windę',
      hazard: 'no',
      needs: 'pomiń',
      for_whom: 'self',
      name: 'Maria Nowak',
      tenancy: 'pomiń',
      role: 'pomiń',
      phone: 'pomiń',
      more: 'pomiń',
      confirm: 'tak',
    };

    /** A complaint in Polish, told to its end. Resolves with its reference. */
    const complain = async (what: string): Promise<string> => {
      const tenant = await newTenant(service.url);
      let replies = await tenant.say('Chcę złożyć skargę');
      for (let turn = 0; turn < 15; turn += 1) {
        const { asks, reference } = (replies.at(-1)?.channelData ?? {}) as { asks?: string; reference?: string };
        const told = replies.map(({ channelData }) => channelData.reference).find((each) => each !== undefined);
        if (told !== undefined) return String(told);
        const answer = asks === 'what' ? what : answers[asks ?? ''];
        expect(answer, `an answer to ${asks} ${reference}`).not.to.equal(undefined);
        replies = await tenant.say(answer ?? '');
      }
      throw new Error('No complaint was logged');
    };
    const caseOf = async (reference: string) => (await askHousing(service, `cases/${reference}`)).body;
    const english = (reference: string) =>
      eventually(async () => {
        const found = await caseOf(reference);
        return found.english === undefined ? undefined : found;
      }, 'English words on the case');

    it('[WHG-06] are there in English beside the tenant’s own, for staff', async () => {
      const reference = await complain('Od trzech tygodni nikt nie naprawia windy w naszym bloku');
      const found = await english(reference);

      expect(found.words).to.include('Od trzech tygodni nikt nie naprawia windy');
      expect(found.language).to.equal('pl');
      expect(found.english).to.include('en: ').and.to.include('Od trzech tygodni');
      expect((await tasks()).filter(({ details }) => details.about === reference)).to.deep.equal([]);
    });

    it('[WHG-06] are translated once, with one task where they are doubted, also when the service dies in the middle', async () => {
      api.translates((_, to) => (to === 'en' ? 'The lift works.' : 'Winda działa.'));
      api.does(() => undefined);
      const reference = await complain('Od czterech tygodni nikt nie naprawia windy w bloku obok');
      await eventually(async () => (api.asked.length > 0 ? api.asked : undefined), 'The machine is asked');
      await service.kill();
      api.does(undefined);
      await service.start();
      const found = await english(reference);

      expect(found.english).to.equal('The lift works.\nThe lift works.');
      expect(found.words).to.include('Od czterech tygodni');
      const about = (await tasks()).filter(({ details }) => details.about === reference);
      expect(about).to.have.length(1);
      expect(about[0]?.details.doubts).to.include.members(['numbers', 'negation']);
      expect(about[0]?.owner).to.equal('Complaints Team');
    });
  });
});
