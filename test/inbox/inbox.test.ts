import { expect } from 'chai';
import { createInbox, type Runner } from '../../src/inbox/inbox.ts';
import type { InboxParts, News } from '../../src/inbox/parts.ts';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { createMessageLog } from '../../src/store/conversations/message-log.ts';
import type { HandoverChange } from '../../src/turn/turn.ts';
import { silentLog } from '../support/silent-log.ts';
import { forEachStore } from '../support/stores.ts';
import { anInbound, aReply, aText, aTurn, freshId } from '../support/turns.ts';

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const sam = { id: 'sam', name: 'Sam', teams: ['contact'] };

describe('the inbox', () => {
  forEachStore((store) => {
    const log = (id: string) => createMessageLog(store().run).read(id, 0);
    const open = (more: Partial<InboxParts> = {}): Runner =>
      createInbox({
        conversations: createConversations(store().run),
        takeTurn: async (received) =>
          aTurn({ replies: [aReply(`to ${received.text}`, { replyTo: received.sequence })] }),
        takeAct: async () => aTurn({ replies: [aReply('an agent', { author: 'agent' })] }),
        sorry: () => aTurn({ replies: [aReply('Sorry')] }),
        toDeliveries: () => [],
        announce: () => undefined,
        wakeOutbox: () => undefined,
        log: silentLog,
        clock: () => new Date(),
        ...more,
      });
    const answersIn = async (id: string) =>
      (await log(id)).filter((message) => message.author === 'service').map((message) => message.text);

    it('answers each of several quick messages once, in order', async () => {
      const inbox = open({
        takeTurn: async (received) => {
          await nap(Math.random() * 10);
          return aTurn({ replies: [aReply(`to ${received.text}`)] });
        },
      });
      const conversation = freshId('conversation');
      const texts = Array.from({ length: 12 }, (_, n) => `${n}`);

      const accepted = await Promise.all(texts.map((text) => inbox.accept(anInbound({ conversation, text }))));
      await Promise.all(accepted.map((each) => each.answered));

      expect(await answersIn(conversation)).to.deep.equal(texts.map((text) => `to ${text}`));
    });

    it('answers each message once when three instances share the conversations', async () => {
      const instances = [open(), open(), open()];
      const ids = Array.from({ length: 10 }, () => freshId('conversation'));

      const accepted = await Promise.all(
        Array.from({ length: 120 }, async (_, n) => {
          await nap(Math.random() * 100);
          const conversation = ids[n % 10] as string;
          return await (instances[n % 3] as Runner).accept(anInbound({ conversation, text: `${n}` }));
        }),
      );
      await Promise.all(accepted.map((each) => each.answered));
      await Promise.all(instances.map((each) => each.sweep(0)));

      for (const id of ids) {
        const messages = await log(id);
        expect(messages.map((message) => message.sequence)).to.deep.equal(Array.from({ length: 24 }, (_, n) => n + 1));
        const asked = messages
          .filter((message) => message.author === 'customer')
          .map((message) => `to ${message.text}`);
        expect(await answersIn(id)).to.deep.equal(asked);
      }
    });

    it('says sorry when a turn fails, and answers the next message as ever', async () => {
      const conversation = freshId('conversation');
      const inbox = open({
        takeTurn: async (received) => {
          if (received.text === 'breaks') throw new TypeError('a fault of ours');
          return aTurn({ replies: [aReply('fine')] });
        },
      });

      for (const text of ['breaks', 'works']) await (await inbox.accept(anInbound({ conversation, text }))).answered;

      expect(await answersIn(conversation)).to.deep.equal(['Sorry', 'fine']);
      const facts = store().db.selectFrom('contact.facts').select('name').where('conversation', '=', conversation);
      expect(await facts.execute()).to.deep.equal([{ name: 'turn.failed' }]);
    });

    it('makes another reference when one is taken', async () => {
      const taken = `CMP-${freshId('case')}`;
      const attempts: number[] = [];
      const inbox = open({
        takeTurn: async (_, __, attempt) => {
          attempts.push(attempt);
          const reference = attempt === 0 ? taken : `${taken}-${attempt}-${freshId('case')}`;
          const opened = {
            reference,
            kind: 'complaint',
            enquiry: 'complaint.make',
            due: [],
            restricted: false,
          } as const;
          return aTurn({ replies: [aReply(reference)], cases: [{ ...opened, receivedAt: new Date() }] });
        },
      });

      for (let n = 0; n < 2; n += 1) await (await inbox.accept(anInbound())).answered;

      expect(attempts).to.deep.equal([0, 0, 1]);
    });

    it('answers at the next start what a dead process had only saved', async () => {
      const inbound = anInbound({ text: 'left behind', receivedAt: new Date(Date.now() - 60_000) });
      await createConversations(store().run).save(inbound);

      const inbox = open();
      await inbox.sweep();

      expect(await answersIn(inbound.conversation)).to.deep.equal(['to left behind']);
    });

    it('answers what a dead process had saved when its sender sends it again', async () => {
      const inbound = anInbound({ text: 'left behind' });
      await createConversations(store().run).save(inbound);

      const accepted = await open().accept(inbound);
      await accepted.answered;

      expect(accepted.is).to.equal('repeat');
      expect(await answersIn(inbound.conversation)).to.deep.equal(['to left behind']);
    });

    it('tells of what was said after it is durable, and wakes the outbox when there is something to deliver', async () => {
      const news: News[] = [];
      let woken = 0;
      const origins: string[] = [];
      const inbox = open({
        announce: (each) => news.push(each),
        wakeOutbox: () => {
          woken += 1;
        },
        toDeliveries: (_, __, origin) => {
          origins.push(origin);
          return [aText(freshId('key'))];
        },
      });
      const conversation = freshId('conversation');

      await (await inbox.accept(anInbound({ conversation }))).answered;
      await inbox.act(conversation, { is: 'note', agent: sam, text: 'n' });

      expect(news.flatMap((each) => each.messages.map((message) => message.sequence))).to.deep.equal([1, 2, 3]);
      expect(news.flatMap((each) => each.messages)).to.deep.equal(await log(conversation));
      expect(woken).to.equal(2);
      expect(origins).to.deep.equal(['m1', 'r1']);
    });

    it('lets exactly one of fifty agents accept, whichever instance they are on', async () => {
      const conversation = freshId('conversation');
      const handover = freshId('handover');
      const parts: Partial<InboxParts> = {
        takeTurn: async () => {
          const requested: HandoverChange = {
            is: 'requested',
            id: handover,
            team: 'contact',
            priority: 5,
            reason: 'asked',
            enquiry: 'contact.person',
            language: 'en',
            skills: [],
            restricted: false,
            requestedAt: new Date(),
          };
          return aTurn({ owner: { is: 'queue', handover }, handover: requested });
        },
        takeAct: async (act, { owner }) => {
          if (act.is !== 'accept' || owner.is !== 'queue') return { is: 'refused', because: 'already-taken' };
          const agent = act.agent.id;
          return aTurn({ owner: { is: 'agent', handover, agent }, handover: { is: 'accepted', id: handover, agent } });
        },
      };
      const instances = [open(parts), open(parts)];
      await (await (instances[0] as Runner).accept(anInbound({ conversation }))).answered;

      const acted = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          (instances[n % 2] as Runner).act(conversation, { is: 'accept', agent: { ...sam, id: `agent-${n}` } }),
        ),
      );

      expect(acted.filter((each) => each.is === 'committed')).to.have.length(1);
      expect(acted.filter((each) => each.is === 'refused')).to.have.length(49);
    });

    it('refuses an act on a conversation that is not there', async () => {
      const acted = await open().act(freshId('nowhere'), { is: 'wait-over' });

      expect(acted).to.deep.equal({ is: 'refused', because: 'nothing-waiting' });
    });

    it('drains: what is under way is finished', async () => {
      const conversation = freshId('conversation');
      const inbox = open({
        takeTurn: async () => {
          await nap(100);
          return aTurn();
        },
      });
      await inbox.accept(anInbound({ conversation }));

      await inbox.drain();

      expect(await log(conversation)).to.have.length(2);
    });
  });
});
