import { expect } from 'chai';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { createSmsDeliveries } from '../../src/store/sms.ts';
import { textsByLanguage, textsOf } from '../../src/store/text-cost.ts';
import { forEachStore } from '../support/stores.ts';
import { aCommit, anInbound, aReply, aTurn, freshId } from '../support/turns.ts';

const address = { channel: 'sms', number: '+447700900101', ours: '+447700900000', account: 'AC1' } as const;

describe('what texts cost', () => {
  forEachStore((store) => {
    it('is counted for each conversation and language, with what the network told of them whenever it tells it', async () => {
      const conversations = createConversations(store().run);
      const deliveries = createSmsDeliveries(store().db);
      const id = freshId('conversation');
      const at = new Date();
      await conversations.save(anInbound({ conversation: id, address, receivedAt: at }));
      const loaded = await conversations.load(id);
      if (loaded === undefined) throw new Error('It was saved.');
      const facts = [{ name: 'text.in', data: { segments: 2, language: 'so' } }];
      const turn = aTurn({ replies: [aReply('Mahadsanid', { language: 'so' })], facts });
      await conversations.commit(aCommit(loaded.conversation, { taken: 1, turn, at }));
      const sid = (n: number) => `SM${String(n).padStart(2, '0')}${freshId('x').replace(/\W/g, '')}`;
      const [first, second] = [sid(1), sid(2)];
      const text = { delivery: 'd', conversation: id, sequence: 2, at };
      await deliveries.sent({ ...text, sid: first, segments: 3 });
      await deliveries.sent({ ...text, sid: second, segments: 1 });

      expect(await textsOf(store().db, id)).to.deep.equal({ in: 2, out: 4, unpriced: 4, told: 0, currency: null });

      const told = { status: 'delivered', rank: 5, errorCode: undefined, at };
      await deliveries.record({ ...told, sid: first, price: { amount: 0.12, currency: 'GBP' } });
      await deliveries.record({ ...told, sid: first, status: 'sent', rank: 4 });

      expect(await textsOf(store().db, id)).to.deep.equal({ in: 2, out: 4, unpriced: 1, told: 0.12, currency: 'GBP' });
      const { rows } = await textsByLanguage(store().db, new Date(at.getTime() + 1_000));
      expect(rows.find(({ language }) => language === 'so')).to.deep.include({
        in: 2,
        out: 4,
        unpriced: 1,
        told: 0.12,
      });
    });

    it('is nothing where no text was sent', async () => {
      const none = { in: 0, out: 0, unpriced: 0, told: 0, currency: null };
      expect(await textsOf(store().db, freshId('conversation'))).to.deep.equal(none);
    });
  });
});
