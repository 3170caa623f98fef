import { expect } from 'chai';
import { conversationOf } from '../../src/channels/sms/conversation-id.ts';
import type { Inbound } from '../../src/model/message.ts';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { createWebLog } from '../../src/store/conversations/message-log.ts';
import { createChatLinkUses, createTextLines } from '../../src/store/text-lines.ts';
import { forEachStore } from '../support/stores.ts';
import { aCommit, anInbound, aReply, aText, aTurn, freshId } from '../support/turns.ts';

const ours = '+447700900000';
let numbers = 0;

function aNumber(): string {
  numbers += 1;
  return `+4477009${30_000 + numbers}`;
}

describe('a conversation that goes on by text', () => {
  forEachStore((store) => {
    const linesOf = () =>
      createTextLines(store().run, {
        ours,
        account: 'AC1',
        threadOf: conversationOf,
        thread: { newAfterDays: 14, newAfterEndHours: 24, noticeDays: 7 },
      });
    const webId = () => `web-${freshId('x')}`;
    const onWeb = (conversation: string, more: Partial<Inbound> = {}) =>
      anInbound({ conversation, address: { channel: 'web', user: 'dl_1' }, ...more });
    const phoneOf = (number: string) => ({ channel: 'sms', number, ours, account: 'AC1' }) as const;
    const byPhone = (conversation: string, number: string) => anInbound({ conversation, address: phoneOf(number) });
    const stack = [{ id: 'f', dialog: 'repair.report', step: 'since', slots: {}, answered: [], asked: 1 }];
    const begun = async (conversations: ReturnType<typeof createConversations>, id: string) => {
      await conversations.save(onWeb(id));
      const loaded = await conversations.load(id);
      if (loaded === undefined) throw new Error('not saved');
      return loaded.conversation;
    };
    /** Moves to the number's next place. */
    const move = async (
      conversations: ReturnType<typeof createConversations>,
      conversation: Awaited<ReturnType<typeof begun>>,
      { number, nth }: { readonly number: string; readonly nth: number },
    ) => {
      const state = { ...aTurn().state, stack, line: { number, ours, account: 'AC1', user: 'dl_1' } };
      const turn = aTurn({ state, moves: { address: phoneOf(number), line: { number, nth } } });
      return conversations.commit(aCommit(conversation, { taken: 1, turn, deliveries: [aText(`sms:${number}`)] }));
    };

    it('has the texts of its number, and nobody else has them meanwhile', async () => {
      const conversations = createConversations(store().run);
      const [id, number] = [webId(), aNumber()];
      const lines = linesOf();
      expect(await lines.conversationOf(number, ours, new Date())).to.equal(conversationOf(number, ours));
      const { nth, openIn } = await lines.at(number, new Date());
      expect([nth, openIn]).to.deep.equal([1, undefined]);

      await move(conversations, await begun(conversations, id), { number, nth });

      expect(await lines.conversationOf(number, ours, new Date())).to.equal(id);
      expect(await lines.at(number, new Date())).to.include({ nth: 2, openIn: id });
    });

    it('loses the race for a number to another that moved to it in the same moment, with nothing written', async () => {
      const conversations = createConversations(store().run);
      const number = aNumber();
      const both = await Promise.all([begun(conversations, webId()), begun(conversations, webId())]);
      const committed = await Promise.all(both.map((each) => move(conversations, each, { number, nth: 1 })));

      expect(committed.map(({ is }) => is).toSorted()).to.deep.equal(['committed', 'lost']);
      const winner = both[committed.findIndex(({ is }) => is === 'committed')];
      expect(await linesOf().conversationOf(number, ours, new Date())).to.equal(winner?.id);
    });

    it('is answered where its customer wrote last: what was made for the other end is made again', async () => {
      const conversations = createConversations(store().run);
      const other = createConversations(store().run);
      const [id, number] = [webId(), aNumber()];
      await move(conversations, await begun(conversations, id), { number, nth: 1 });
      await other.save(onWeb(id));
      const back = await other.load(id, 'fresh');
      if (back === undefined) throw new Error('not there');
      expect(back.conversation.address).to.deep.equal({ channel: 'web', user: 'dl_1' });
      await conversations.save(byPhone(id, number));

      const late = await other.commit(aCommit(back.conversation, { taken: 3 }));
      expect(late.is).to.equal('lost');
      const fresh = await other.load(id, 'fresh');
      expect(fresh?.conversation.address).to.deep.equal(phoneOf(number));
      expect(fresh?.untaken.map(({ address }) => address.channel)).to.deep.equal(['web', 'sms']);
    });

    it('shows a web page what was said up to the move, and all of it once they are back, with no gap', async () => {
      const conversations = createConversations(store().run);
      const [id, number] = [webId(), aNumber()];
      const log = createWebLog(store().run);
      const shown = async (after = 0) => (await log.read(id, after)).map(({ sequence }) => sequence);
      await move(conversations, await begun(conversations, id), { number, nth: 1 });
      await conversations.save(byPhone(id, number));
      const { conversation } = (await conversations.load(id, 'fresh')) ?? {};
      if (conversation === undefined) throw new Error('not there');
      const replies = [aReply('by text', { data: { channel: 'sms' } })];
      await conversations.commit(
        aCommit(conversation, { taken: 3, turn: aTurn({ state: conversation.state, replies }) }),
      );
      expect(await shown()).to.deep.equal([1, 2]);
      expect(await shown(2)).to.deep.equal([]);

      await conversations.save(onWeb(id));
      expect(await shown(2)).to.deep.equal([3, 4, 5]);
      await conversations.save(byPhone(id, number));
      expect(await shown(2), 'on the phone again').to.deep.equal([3, 4, 5]);
    });

    it('shows of a number’s own thread only what was said since it began anew', async () => {
      const conversations = createConversations(store().run);
      const number = aNumber();
      const id = conversationOf(number, ours);
      await conversations.save(byPhone(id, number));
      await conversations.save(byPhone(id, number));
      const { conversation } = (await conversations.load(id)) ?? {};
      if (conversation === undefined) throw new Error('not there');
      const state = { ...aTurn().state, threadFrom: 2 };
      await conversations.commit(aCommit(conversation, { taken: 2, turn: aTurn({ state }) }));
      await conversations.save(onWeb(id));

      const read = await createWebLog(store().run).read(id, 0);
      expect(read.map(({ sequence }) => sequence)).to.deep.equal([2, 3, 4]);
    });

    it('is over for the phone when a thread would begin anew: whoever has it by then comes to nothing of it', async () => {
      const conversations = createConversations(store().run);
      const [id, number] = [webId(), aNumber()];
      await move(conversations, await begun(conversations, id), { number, nth: 1 });
      const later = (days: number) => new Date(Date.now() + days * 86_400_000);

      expect(await linesOf().conversationOf(number, ours, later(13))).to.equal(id);
      expect(await linesOf().conversationOf(number, ours, later(15))).to.equal(conversationOf(number, ours));
    });

    it('is opened by a link once', async () => {
      const use = createChatLinkUses(store().db);
      const link = freshId('link');
      const used = await Promise.all([use(link, 'sms-1', new Date()), use(link, 'sms-1', new Date())]);

      expect(used.toSorted()).to.deep.equal([false, true]);
      const { rows } = await (await import('kysely')).sql<{ id: string }>`select id from contact.chat_links`.execute(
        store().db,
      );
      expect(JSON.stringify(rows)).not.to.include(link);
    });
  });
});
