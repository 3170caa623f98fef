import { expect } from 'chai';
import express from 'express';
import { createOpenReferralDirectory } from '../../src/directory/open-referral.ts';
import { openServer } from '../support/open-server.ts';
import { silentLog } from '../support/silent-log.ts';
import { undoAfterEach } from '../support/undo.ts';

const service = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  name: `Service ${id}`,
  status: 'active',
  ...more,
});

describe('a directory of support elsewhere', () => {
  const later = undoAfterEach();
  let now: Date;
  let asked: string[];
  let answer: (page: number) => { readonly status: number; readonly body: unknown };

  beforeEach(() => {
    now = new Date('2026-11-26T10:00:00Z');
    asked = [];
  });

  async function open(limitMs = 2_000) {
    const app = express();
    app.get('/api/services', (request, response) => {
      asked.push(request.url);
      const { status, body } = answer(Number(request.query.page));
      response.status(status).json(body);
    });
    const server = later(await openServer(app), ({ close }) => close());
    return createOpenReferralDirectory({ url: `${server.url}/api/`, clock: () => now, logger: silentLog, limitMs });
  }

  it('[TPC-12] tells whom a service is made for', async () => {
    const attributes = [{ taxonomy_term: { name: 'mind' } }, { taxonomy_term: { name: 'For-Hearing-Impairment' } }];
    const made = service('1', { minimum_age: 18, maximum_age: null, attributes });
    answer = () => ({ status: 200, body: { total_pages: 1, contents: [made] } });

    const found = await (await open()).services();

    if (found.is === 'away') throw new Error('away');
    expect(found.value[0]).to.deep.include({ madeFor: ['hearing-impairment'], youngest: 18 });
    expect(found.value[0]).not.to.have.property('oldest');
  });

  it('is read page by page, and what is closed is left out', async () => {
    const full = service('2', {
      description: 'Help with debts',
      url: 'https://two.example.org',
      assured_date: '2026-10-01T00:00:00Z',
      service_areas: [{ name: 'North' }],
      languages: [{ code: 'pl' }, { name: 'Urdu' }],
      contacts: [{ phones: [] }, { phones: [{ number: '01632 960 999' }] }],
      attributes: [{ taxonomy_term: { name: 'Money' } }, { taxonomy_term: { name: 'takes-referrals' } }, {}],
    });
    const pages = [[service('1', { status: 'defunct' }), full], [service('3')]];
    answer = (page) => ({ status: 200, body: { total_pages: 2, contents: pages[page - 1], something_else: 1 } });
    const directory = await open();

    const found = await directory.services();

    expect(asked).to.deep.equal(['/api/services?page=1&per_page=100', '/api/services?page=2&per_page=100']);
    if (found.is === 'away') throw new Error('away');
    expect(found.value.map(({ id }) => id)).to.deep.equal(['2', '3']);
    expect(found.value[0]).to.deep.equal({
      id: '2',
      name: 'Service 2',
      description: 'Help with debts',
      needs: ['money'],
      areas: ['north'],
      languages: ['pl'],
      phone: '01632 960 999',
      web: 'https://two.example.org',
      assuredOn: '2026-10-01',
      takesReferrals: true,
    });
  });

  it('is asked once an hour, and its last answer serves while it is away', async () => {
    answer = () => ({ status: 200, body: { contents: [service('1')] } });
    const directory = await open();
    await directory.services();
    await directory.services();
    expect(asked).to.have.length(1);

    now = new Date(now.getTime() + 2 * 3_600_000);
    answer = () => ({ status: 503, body: {} });
    const found = await directory.services();

    expect(asked).to.have.length(2);
    expect(found).to.deep.include({ is: 'known' });
  });

  it('is away when it never answered, or answers nonsense', async () => {
    answer = () => ({ status: 200, body: { contents: [{ no: 'service' }] } });
    const directory = await open();

    expect(await directory.services()).to.deep.equal({ is: 'away' });
  });
});
