import { expect } from 'chai';
import { Retention } from '../../src/model/retention.ts';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { createMisreadStore } from '../../src/store/misread.ts';
import { createKeptData } from '../../src/store/privacy/past-their-time.ts';
import type { Misread } from '../../src/turn/turn.ts';
import { forEachStore } from '../support/stores.ts';
import { aCommit, anInbound, aTurn, freshId } from '../support/turns.ts';

const dayMs = 86_400_000;

describe('the list of what was misread', () => {
  forEachStore((store) => {
    const kept = () => createMisreadStore(store().db);
    const misread = (words: string, more: Partial<Misread> = {}): Misread => ({
      sequence: 1,
      words,
      language: 'en',
      because: 'not-understood',
      ...more,
    });
    /** Commits turns of one conversation, one after the other. */
    async function commit(...turns: readonly Parameters<typeof aTurn>[0][]): Promise<string> {
      return await commitAt(new Date(), ...turns);
    }
    async function commitAt(at: Date, ...turns: readonly Parameters<typeof aTurn>[0][]): Promise<string> {
      const conversations = createConversations(store().run);
      const conversation = freshId('conversation');
      for (const turn of turns) {
        await conversations.save(anInbound({ conversation }));
        const loaded = await conversations.load(conversation, 'fresh');
        if (loaded === undefined) throw new Error('not saved');
        const taken = loaded.untaken.at(-1)?.sequence ?? 0;
        const done = await conversations.commit(aCommit(loaded.conversation, { taken, turn: aTurn(turn), at }));
        expect(done.is).to.equal('committed');
      }
      return conversation;
    }
    const listed = async (enquiry: string) => await kept().list({ enquiry, limit: 50 });

    it('is written with the turn, and told more of by a later one', async () => {
      const enquiry = freshId('enquiry');
      const words = 'the doings […] is on the blink';
      await commit(
        { misread: [misread(words, { guessed: enquiry, confidence: 0.25, during: 'repair.status' })] },
        { misread: [misread(words, { because: 'chosen', guessed: enquiry, meant: 'repair.report' })] },
      );

      const rows = await listed(enquiry);

      expect(rows).to.have.length(1);
      expect(rows[0]).to.include({
        words,
        because: 'chosen',
        guessed: enquiry,
        confidence: 0.25,
        meant: 'repair.report',
        during: 'repair.status',
        language: 'en',
        channel: 'web',
        done_at: null,
      });
      expect(rows[0]).not.to.have.property('conversation');
    });

    it('loses what a conversation left when it turns grave, and nothing of others', async () => {
      const [mine, others] = [freshId('enquiry'), freshId('enquiry')];
      await commit({ misread: [misread('other words', { guessed: others })] });
      await commit({ misread: [misread('my words', { guessed: mine })] }, { forgetsMisread: true });

      expect(await listed(mine)).to.have.length(0);
      expect(await listed(others)).to.have.length(1);
    });

    it('shows no more what an example was made of, nor changes it', async () => {
      const enquiry = freshId('enquiry');
      await commit({ misread: [misread('some words', { meant: enquiry })] });
      const [row] = await listed(enquiry);

      await kept().markDone(row?.id ?? '', new Date());

      expect(await listed(enquiry)).to.have.length(0);
      expect((await kept().find(row?.id ?? ''))?.done_at).to.be.an.instanceOf(Date);
      expect(await kept().find('1; drop table')).to.equal(undefined);
    });

    it('is kept for as many days as the landlord decides, 90 unless it says otherwise', async () => {
      const usual = Retention.parse(undefined);
      const [young, old] = [freshId('enquiry'), freshId('enquiry')];
      const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);
      await commitAt(daysAgo(89), { replies: [], misread: [misread('some words', { meant: young })] });
      await commitAt(daysAgo(91), { replies: [], misread: [misread('some words', { meant: old })] });

      await createKeptData(store().db, usual).deleteOld(new Date());
      expect(await listed(old)).to.have.length(0);
      expect(await listed(young)).to.have.length(1);

      await createKeptData(store().db, { ...usual, misread: { ...usual.misread, days: 30 } }).deleteOld(new Date());
      expect(await listed(young)).to.have.length(0);
    });

    it('is marked to be made an example of, until it is done', async () => {
      const enquiry = freshId('enquiry');
      await commit({ misread: [misread('what is this doodah', { guessed: enquiry })] });
      const [row] = await listed(enquiry);
      const id = row?.id ?? '';

      expect(await kept().wantExample(id, 'repair.report')).to.equal(true);
      expect((await listed(enquiry))[0]?.example_of).to.equal('repair.report');
      await kept().markDone(id, new Date());
      expect(await kept().wantExample(id, 'rent.balance')).to.equal(false);
      expect((await kept().find(id))?.example_of).to.equal('repair.report');
      expect(await kept().wantExample('none', 'rent.balance')).to.equal(false);
    });
  });
});
