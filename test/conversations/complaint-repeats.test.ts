// Complaints of one customer about one thing: detected, linked, shown to who deals with them, told to the tenant, refused to nobody.

import { expect } from 'chai';
import type { NewCase } from '../../src/model/case.ts';
import { complain } from '../support/complaining.ts';
import { stageOf, type Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const web = { channel: 'web', identity: 'P-1001' } as const;
const sms = { channel: 'sms', from: '+447700900101' } as const;
const complaint = ['I want to make a complaint', { value: 'here' }, 'My garden fence was never mended'] as const;

function earlier(more: Partial<Record<keyof NewCase, unknown>> = {}): Pick<Transcript, 'cases'> {
  const one = {
    reference: 'CMP-7000001',
    kind: 'complaint',
    status: 'open',
    person: 'P-1001',
    words: 'Nobody came to mend the fence in our garden',
    receivedAt: '2026-10-12T09:00:00+01:00',
    due: [],
    links: [],
    ...more,
  };
  return { cases: [one] as never };
}

describe('a complaint about the same', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[TPC-15] is linked, shown to who deals with it and told to the tenant, and is a case of its own', async () => {
    const { complaint: filed, told } = await complain({ ...web, ...earlier() }, complaint);

    expect(filed.reference).not.to.equal('CMP-7000001');
    expect(filed.links).to.deep.equal(['CMP-7000001']);
    expect(filed.details).to.deep.include({ repeatOf: 'CMP-7000001' });
    expect(told).to.include('I have linked it to your complaint CMP-7000001');
  });

  it('[TPC-15] is linked with one that was answered within the year, and with none from before', async () => {
    const recent = await complain({ ...web, ...earlier({ status: 'closed' }) }, complaint);
    const old = await complain(
      { ...web, ...earlier({ status: 'closed', receivedAt: '2024-03-01T09:00:00+00:00' }) },
      complaint,
    );

    expect(recent.complaint.links).to.deep.equal(['CMP-7000001']);
    expect(old.complaint.links).to.deep.equal([]);
  });

  it('[TPC-15] is told from one about something else, which is shown and not linked', async () => {
    const rude = earlier({ words: 'Your officer shouted at my son in the office' });
    const { complaint: filed, told } = await complain({ ...web, ...rude }, complaint);

    expect(filed.links).to.deep.equal([]);
    expect(filed.details).to.deep.include({ otherComplaints: 'CMP-7000001' });
    expect(told).not.to.include('CMP-7000001');
  });

  it('[TPC-15] is found in another language by what it is about', async () => {
    const polish = earlier({ words: 'Nikt nie naprawił cieknącego kranu w łazience' });
    const { complaint: filed } = await complain({ ...web, ...polish }, [
      'I want to make a complaint',
      { value: 'here' },
      'The tap has leaked since May and you do nothing',
    ]);

    expect(filed.links).to.deep.equal(['CMP-7000001']);
  });

  it('[TPC-15] [WHG-21] is linked and not told of to who is known by a number alone: the phone may be shared', async () => {
    const { complaint: filed, told } = await complain({ ...sms, ...earlier() }, complaint);

    expect(filed.links).to.deep.equal(['CMP-7000001']);
    expect(told).not.to.include('CMP-7000001');
  });

  it('[TPC-15] of somebody else is not linked with those of who writes', async () => {
    const { complaint: filed } = await complain({ ...web, ...earlier() }, complaint, {
      for_whom: { value: 'other' },
      their_name: 'skip',
      relation: 'skip',
      authority: 'skip',
    });

    expect(filed.links).to.deep.equal([]);
  });

  it('[TPC-15] is simply not linked while the housing system is away', async () => {
    const { complaint: filed } = await complain({ ...web, ...earlier(), housing: 'away' }, complaint);

    expect(filed.links).to.deep.equal([]);
    expect(filed).to.deep.include({ kind: 'complaint', status: 'open' });
  });

  it('[TPC-15] in one conversation is linked with the one before, by whoever it is', async () => {
    const stage = stageOf({ channel: 'web' });
    const first = await complain(stage, complaint);
    await stage.play({ say: 'thanks', after: '20m' });
    const second = await complain(stage, complaint);

    expect(second.complaint.links).to.deep.equal([first.complaint.reference]);
    expect(second.told).to.include(first.complaint.reference);
  });

  it('opens no case ten times over when it is sent ten times over, and one when the tenant agrees to it', async () => {
    const stage = stageOf(web);
    const words = 'I want to make a complaint, my garden fence was never mended';
    const turns = [];
    for (let time = 0; time < 10; time += 1) turns.push(await stage.play({ say: words }));

    expect(turns.flatMap(({ cases }) => cases)).to.deep.equal([]);
    expect(turns.at(-1)?.replies.at(-1)?.data).to.deep.include({ enquiry: 'complaint.make', asks: 'more' });
    expect(
      turns
        .at(-1)
        ?.replies.map(({ text }) => text)
        .join(),
    ).to.include('I have that already');
    const { complaint: filed } = await complain(stage, ['no']);
    expect(filed.words).to.equal(words);
    expect(filed.outcomeSought).to.equal(undefined);
  });
});
