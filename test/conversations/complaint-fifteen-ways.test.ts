// One complaint — nobody came to mend the roof, and nobody rang — told in fifteen ways. Each ends in a right case.

import { expect } from 'chai';
import { type Answers, type Complained, complain, days } from '../support/complaining.ts';
import type { Line, Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

interface Telling {
  readonly from: Omit<Transcript, 'turns' | 'about'>;
  readonly said: readonly (string | Line)[];
  readonly answers?: Answers;
  /** Of the case. */
  readonly right: Record<string, unknown>;
  /** Parts of what was written that must stand in the case; all of it otherwise. */
  readonly words?: readonly string[];
  readonly hazard?: Record<string, unknown>;
  readonly details?: Record<string, unknown>;
}

const amina = { channel: 'web', identity: 'P-1001' } as const;
const aminasPhone = { channel: 'sms', from: '+447700900101' } as const;
const visitor = { channel: 'web' } as const;
const ordinary = { priority: 'normal', riskReasons: [], owner: 'Complaints Team' };
const grave = { priority: 'high', owner: 'Director of Customers' };
const herself = { person: 'P-1001', relation: 'self', authority: 'proved', role: 'tenant' };

const ways: Readonly<Record<string, Telling>> = {
  'in plain words': {
    from: amina,
    said: ['I want to make a complaint', { value: 'here' }, 'Nobody came to mend the roof and nobody rang'],
    right: { ...ordinary, person: 'P-1001', reportedBy: herself, language: 'en' },
  },
  'in anger': {
    from: amina,
    said: ['This is an absolute DISGRACE!!! Nobody came to mend the roof AGAIN and nobody even rang, you useless lot'],
    right: { ...ordinary, person: 'P-1001' },
  },
  indirectly: {
    from: amina,
    said: ['I just feel like nobody listens, I was told someone would see to the roof and then nobody came or rang'],
    right: { ...ordinary, person: 'P-1001' },
  },
  'without the word, in one line': {
    from: amina,
    said: ['Not happy at all that nobody turned up for the roof and nobody bothered to ring me'],
    right: { ...ordinary, person: 'P-1001' },
  },
  'by text, in four messages': {
    from: aminasPhone,
    said: [
      'its about the man u were sending for the roof',
      'he never came and nobody rang, im really not happy with u',
      'i waited in all day for him',
      'lost a days pay as well',
    ],
    right: { ...ordinary, person: 'P-1001', channel: 'sms' },
    words: ['its about the man', 'he never came', 'i waited in all day', 'lost a days pay'],
  },
  'in Welsh': {
    from: visitor,
    said: ['Dw i ddim yn hapus o gwbl: wnaeth neb ddod i drwsio’r to a wnaeth neb ffonio'],
    right: { ...ordinary, language: 'cy' },
  },
  'in Polish, by text': {
    from: { channel: 'sms', from: '+447700900102' },
    said: ['Chcę złożyć skargę, nikt nie przyszedł naprawić dachu i nikt nie zadzwonił'],
    right: { ...ordinary, person: 'P-1002', language: 'pl', channel: 'sms' },
  },
  'by a daughter': {
    from: visitor,
    said: [
      'I am writing for my mum, nobody came to mend her roof and nobody rang. It is not good enough, I want to complain',
    ],
    answers: {
      for_whom: { value: 'other' },
      their_name: 'Ruth Okoro, 4 Mill Race',
      relation: { value: 'family' },
      authority: { value: 'yes' },
      name: 'Joy Okoro',
      // No wish for a person of ours to come into the chat.
      sought: 'ring her',
    },
    right: {
      ...ordinary,
      outcomeSought: 'ring her',
      reportedBy: { name: 'Joy Okoro', relation: 'family', authority: 'said-to-have-permission' },
    },
    details: { onBehalfOf: 'Ruth Okoro, 4 Mill Race' },
  },
  'by a councillor whom we know as a tenant': {
    from: amina,
    said: ['I want to complain for a resident of my ward: nobody came to mend the roof and nobody rang'],
    answers: {
      for_whom: { value: 'other' },
      their_name: 'Tom Reed, 9 Quay Street',
      relation: { value: 'councillor' },
      authority: { value: 'no' },
    },
    right: { reportedBy: { person: 'P-1001', relation: 'councillor', authority: 'none-told' } },
    details: { onBehalfOf: 'Tom Reed, 9 Quay Street' },
  },
  'inside a thank-you': {
    from: amina,
    said: [
      'Thank you for the new kitchen, it is lovely, but nobody came to mend the roof and nobody rang me, which is really poor service',
    ],
    right: { ...ordinary, person: 'P-1001' },
  },
  'with a hazard in it': {
    from: amina,
    said: ['I want to complain, nobody came to mend the roof, nobody rang and now there is black mould on the ceiling'],
    right: { ...grave, person: 'P-1001' },
    hazard: { kind: 'hazard', priority: 'normal', person: 'P-1001', team: 'repairs' },
  },
  'beside a repair': {
    from: amina,
    said: ['My kitchen tap is dripping, and I want to complain that nobody came to mend the roof and nobody rang'],
    right: { ...ordinary, person: 'P-1001' },
  },
  'with photographs': {
    from: amina,
    said: [
      { say: 'I want to complain, nobody came to mend the roof and nobody rang, look at it', photo: 'photo-1' },
      { value: 'here' },
      { photo: 'photo-2' },
      { say: 'and this is the bedroom', photo: 'photo-3' },
    ],
    right: { ...ordinary, person: 'P-1001' },
    details: { photo: 'photo-1 photo-2 photo-3' },
  },
  'to be told by telephone': {
    from: amina,
    said: [
      'I want to complain, nobody came to mend the roof and nobody rang, but I would rather not write it',
      { value: 'call' },
    ],
    right: { ...ordinary, person: 'P-1001' },
    details: { way: 'call' },
  },
  'as an answer to the question how': {
    from: visitor,
    said: ['complaint', 'nobody came to mend the roof and nobody rang'],
    answers: { needs: 'large print please', sought: 'Mend it and say sorry' },
    right: { ...ordinary, outcomeSought: 'Mend it and say sorry', needs: ['large print please'] },
  },
};

describe('the same complaint', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('is told in fifteen ways', () => {
    expect(Object.keys(ways)).to.have.length(15);
  });

  for (const [way, telling] of Object.entries(ways))
    it(`[WHG-12] [WHG-01] [GUH-11] ends in a right case when it is told ${way}`, async () => {
      const complained = await complain(telling.from, telling.said, telling.answers);

      expectRight(complained, telling);
      expectTold(complained);
    });
});

function expectRight({ complaint, hazard }: Complained, telling: Telling): void {
  expect(complaint).to.deep.include({ kind: 'complaint', status: 'open', stage: 'stage 1', ...telling.right });
  expect(complaint.details).to.deep.include(telling.details ?? {});
  for (const words of telling.words ?? mattersIn(telling)) expect(complaint.words).to.include(words);
  expect(days(complaint.due)).to.deep.equal({ acknowledge: '2026-11-30', answer: '2026-12-14' });
  if (telling.hazard === undefined) expect(hazard).to.equal(undefined);
  else expect(hazard).to.deep.include({ ...telling.hazard, links: [complaint.reference] });
}

/** What was written of its own accord: every word of it. */
function mattersIn({ said }: Telling): readonly string[] {
  return said.flatMap((each) => (typeof each === 'string' ? [each] : each.say === undefined ? [] : [each.say]));
}

/** Reference, owner, date and the Ombudsman; what happens next is in each language's own words. */
function expectTold({ complaint, told }: Complained): void {
  expect(told).to.include(complaint.reference);
  expect(told).to.include(complaint.owner);
  expect(told).to.match(/14 (?:December|Rhagfyr|grudnia|Dec|gru)/);
  expect(told).to.include('0300 111 3000');
}
