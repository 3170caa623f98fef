import { expect } from 'chai';
import { sql } from 'kysely';
import { avoidableContact, firstContact } from '../../src/desk/headlines.ts';
import { contactCaused, endedAtFirstContact } from '../../src/store/headlines.ts';
import { forEachStore } from '../support/stores.ts';

/** A year in which no other test writes facts. */
const now = new Date('2031-05-30T12:00:00Z');
const day = (n: number, hour = 9) => new Date(Date.UTC(2031, 4, n, hour)).toISOString();

interface Fact {
  readonly at: string;
  readonly name?: string;
  readonly conversation: string;
  readonly enquiry: string;
  readonly channel?: string;
  readonly person?: string;
  readonly data: Readonly<Record<string, string>>;
}

const facts: readonly Fact[] = [
  // Six on the web who chased what was late, two by text; four that nobody caused.
  ...[1, 2, 3, 4, 5, 6].map((n) => ({
    at: day(20 + (n % 3)),
    conversation: `chase-${n}`,
    enquiry: 'repair.status',
    data: { outcome: 'answered', avoidable: 'chased' },
  })),
  ...[1, 2].map((n) => ({
    at: day(21),
    conversation: `text-${n}`,
    enquiry: 'repair.status',
    channel: 'sms',
    data: { outcome: 'answered', avoidable: 'chased' },
  })),
  ...[1, 2, 3, 4].map((n) => ({
    at: day(21),
    conversation: `fine-${n}`,
    enquiry: 'rent.balance',
    data: { outcome: 'answered' },
  })),
  // An agent says of two what made them write; of the second it was evident before, and counts once.
  { at: day(22), conversation: 'agent-1', enquiry: 'charges.query', data: { outcome: 'handover' } },
  {
    at: day(22, 10),
    name: 'handover.ended',
    conversation: 'agent-1',
    enquiry: 'charges.query',
    data: { as: 'closed', outcome: 'answered', avoidable: 'unclear' },
  },
  {
    at: day(22),
    conversation: 'agent-2',
    enquiry: 'repair.status',
    data: { outcome: 'handover', avoidable: 'chased' },
  },
  {
    at: day(22, 10),
    name: 'handover.ended',
    conversation: 'agent-2',
    enquiry: 'repair.status',
    data: { as: 'closed', outcome: 'answered', avoidable: 'wrong-route' },
  },
  // No contact, and one that only its own team reads of.
  { at: day(22), conversation: 'fine-1', enquiry: 'talk.thanks', data: { outcome: 'answered' } },
  {
    at: day(22),
    conversation: 'quiet-1',
    enquiry: 'safety.domestic_abuse',
    data: { outcome: 'case', avoidable: 'asked-again' },
  },
];

const everybody = () => true;
const notQuiet = (enquiry: string) => !enquiry.startsWith('safety.');

describe('the two headline figures', () => {
  forEachStore((store) => {
    const write = async (some: readonly Fact[]) => {
      for (const { at, name = 'enquiry.ended', conversation, enquiry, channel = 'web', person, data } of some)
        await sql`insert into contact.facts (at, name, conversation, channel, person, enquiry, data) values
          (${at}::text::timestamptz, ${name}, ${conversation}, ${channel}, ${person ?? null}::text, ${enquiry},
           ${JSON.stringify(data)}::text::jsonb)`.execute(store().db);
    };

    it('[WHG-23] tell the share of avoidable contact by cause, channel and topic, each enquiry once, few and restricted ones hidden', async () => {
      await write(facts);

      const found = avoidableContact(await contactCaused(store().db, now), notQuiet);

      expect(found).to.include({ enquiries: 14, avoidable: 10, share: 0.714 });
      expect(found.causes).to.have.deep.members([
        { cause: 'chased', count: 9 },
        { cause: 'unclear', count: null, fewerThan: 5 },
      ]);
      expect(found.topics).to.have.deep.members([
        { enquiry: 'repair.status', channel: 'web', enquiries: 7, count: 7 },
        { enquiry: 'repair.status', channel: 'sms', enquiries: 2, count: null, fewerThan: 5 },
        { enquiry: 'charges.query', channel: 'web', enquiries: 1, count: null, fewerThan: 5 },
        { enquiry: 'rent.balance', channel: 'web', enquiries: 4, count: 0 },
      ]);
      expect(JSON.stringify(found)).not.to.include('safety');
      expect(avoidableContact(await contactCaused(store().db, now), everybody)).to.include({ enquiries: 15 });
    });

    it('[WHG-23] tell who was served at first contact, once nobody came back within a week', async () => {
      const later = new Date('2032-05-30T12:00:00Z');
      const at = (n: number, hour = 9) => new Date(Date.UTC(2032, 4, n, hour)).toISOString();
      const about = { enquiry: 'repair.report', data: { outcome: 'case' } };
      await write([
        { ...about, at: at(10), conversation: 'once' },
        { ...about, at: at(10), conversation: 'twice', person: 'P-1' },
        // On another channel, within the week; told the second time it is solved.
        { ...about, at: at(15), conversation: 'twice-by-text', channel: 'sms', person: 'P-1' },
        { ...about, at: at(10), conversation: 'left', data: { outcome: 'left' } },
        { ...about, at: at(10), conversation: 'given', data: { outcome: 'handover' } },
        { ...about, at: at(10), conversation: 'closed', data: { outcome: 'handover' } },
        { ...about, at: at(10, 11), name: 'handover.ended', conversation: 'closed', data: { as: 'closed' } },
        // Too young to tell.
        { ...about, at: at(28), conversation: 'young' },
      ]);

      const found = firstContact(await endedAtFirstContact(store().db, later), notQuiet);

      expect(found).to.include({ counted: 6, solved: 3, share: 0.5 });
      expect(found.topics).to.have.deep.members([
        { enquiry: 'repair.report', channel: 'web', counted: 5, solved: 2 },
        { enquiry: 'repair.report', channel: 'sms', counted: 1, solved: 1 },
      ]);
      expect(firstContact(await endedAtFirstContact(store().db, new Date('2040-01-01')), notQuiet).share).to.equal(
        null,
      );
    });
  });
});
