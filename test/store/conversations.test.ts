import { expect } from 'chai';
import type { Conversations } from '../../src/inbox/ports.ts';
import { type Conversation, newConversationState } from '../../src/model/conversation.ts';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { createMessageLog } from '../../src/store/conversations/message-log.ts';
import { createHandovers } from '../../src/store/handovers.ts';
import type { HandoverChange } from '../../src/turn/turn.ts';
import { forEachStore } from '../support/stores.ts';
import { aCommit, anInbound, aReply, aText, aTurn, freshId } from '../support/turns.ts';

describe('the conversations in the store', () => {
  forEachStore((store) => {
    const open = (): Conversations => createConversations(store().run);
    const begun = async (conversations: Conversations, id = freshId('conversation')): Promise<Conversation> => {
      await conversations.save(anInbound({ conversation: id }));
      const loaded = await conversations.load(id);
      if (loaded === undefined) throw new Error('not saved');
      return loaded.conversation;
    };
    const logOf = (id: string) => createMessageLog(store().run).read(id, 0);

    it('number what was said one by one, with no gap, while a hundred are saved and answered at once', async () => {
      const conversations = open();
      const ids = Array.from({ length: 20 }, () => freshId('conversation'));
      const answerAll = async (id: string) => {
        for (;;) {
          const loaded = await conversations.load(id);
          const next = loaded?.untaken[0];
          if (loaded === undefined || next === undefined) return;
          const turn = aTurn({
            replies: [aReply(`answer to ${next.text}`, { replyTo: next.sequence }), aReply('more')],
          });
          await conversations.commit(aCommit(loaded.conversation, { taken: next.sequence, turn }));
        }
      };

      await Promise.all(
        Array.from({ length: 100 }, async (_, n) => {
          const conversation = ids[n % 20] as string;
          await conversations.save(anInbound({ conversation, text: `${n}` }));
          await answerAll(conversation);
        }),
      );

      for (const id of ids) {
        const log = await logOf(id);
        expect(log.map((message) => message.sequence)).to.deep.equal(Array.from({ length: 15 }, (_, n) => n + 1));
        expect(log.filter((message) => message.author === 'customer')).to.have.length(5);
        const answered = log.flatMap((message) => (message.replyTo === undefined ? [] : [message.text])).sort();
        const asked = log
          .filter((message) => message.author === 'customer')
          .map(({ text }) => `answer to ${text}`)
          .sort();
        expect(answered).to.deep.equal(asked);
      }
    });

    it('save a message once, whether it comes again later or in the same moment', async () => {
      const conversations = open();
      const inbound = anInbound();

      const together = await Promise.all([conversations.save(inbound), conversations.save(inbound)]);
      const later = await conversations.save(inbound);
      const elsewhere = await open().save(inbound);

      expect(together).to.deep.equal([
        { is: 'saved', sequence: 1 },
        { is: 'repeat', sequence: 1 },
      ]);
      expect(later).to.deep.equal({ is: 'repeat', sequence: 1 });
      expect(elsewhere).to.deep.equal({ is: 'repeat', sequence: 1 });
      expect(await logOf(inbound.conversation)).to.have.length(1);
    });

    it('save a message once when two instances bring it at the same moment', async () => {
      const instances = [open(), open(), open(), open()];

      for (let round = 0; round < 10; round += 1) {
        const inbound = anInbound();
        const saved = await Promise.all(instances.map((instance) => instance.save(inbound)));
        expect(saved.filter((each) => each.is === 'saved')).to.have.length(1);
        expect(saved.map((each) => each.sequence)).to.deep.equal([1, 1, 1, 1]);
      }
    });

    it('keep the order in which one conversation’s messages came', async () => {
      const conversations = open();
      const conversation = freshId('conversation');

      const saved = await Promise.all(
        Array.from({ length: 30 }, (_, n) => conversations.save(anInbound({ conversation, text: `${n}` }))),
      );

      expect(saved.map((each) => each.sequence)).to.deep.equal(Array.from({ length: 30 }, (_, n) => n + 1));
      expect((await logOf(conversation)).map((message) => message.text)).to.deep.equal(
        Array.from({ length: 30 }, (_, n) => `${n}`),
      );
    });

    it('refuse a turn that saw an older revision', async () => {
      const conversations = open();
      const seen = await begun(conversations);

      const first = await conversations.commit(aCommit(seen, { taken: 1 }));
      const second = await open().commit(aCommit(seen, { taken: 1 }));

      expect(first.is).to.equal('committed');
      expect(second).to.deep.equal({ is: 'lost' });
      expect(await logOf(seen.id)).to.have.length(2);
    });

    it('refuse a turn that thinks that somebody else owns the conversation', async () => {
      const conversations = open();
      const seen = await begun(conversations);
      const owner = { is: 'agent', handover: 'H', agent: 'A' } as const;

      const committed = await conversations.commit(aCommit(seen, { taken: 1, owner }));

      expect(committed).to.deep.equal({ is: 'lost' });
    });

    it('let exactly one of many instances win', async () => {
      const seen = await begun(open());

      const all = await Promise.all(Array.from({ length: 8 }, () => open().commit(aCommit(seen, { taken: 1 }))));

      expect(all.filter((each) => each.is === 'committed')).to.have.length(1);
      expect(await logOf(seen.id)).to.have.length(2);
    });

    it('let one of two end that go on in each other at once', async () => {
      for (const together of [true, false, false, false]) {
        const [here, there] = together ? [open()] : [open(), open()];
        const hadBySam = async (at: Conversations) => {
          const seen = await begun(at);
          const owner = { is: 'agent', handover: freshId('handover'), agent: 'sam' } as const;
          await at.commit(aCommit(seen, { taken: 1, turn: aTurn({ owner }) }));
          return { id: seen.id, handover: owner.handover };
        };
        const [one, other] = [await hadBySam(here), await hadBySam(here)];
        const merge = async (at: Conversations, from: typeof one, into: string) => {
          const seen = (await at.load(from.id, 'fresh'))?.conversation as Conversation;
          const handover = { is: 'ended', id: from.handover, as: 'merged', outcome: 'merged', into } as const;
          return async () => await at.commit(aCommit(seen, { turn: aTurn({ owner: { is: 'bot' }, handover }) }));
        };
        const both = [await merge(here, one, other.id), await merge(there ?? here, other, one.id)];
        const done = await Promise.all(both.map((each) => each()));

        expect(done.filter(({ is }) => is === 'committed').length).to.be.lessThan(2);
        if (!together) expect(done.map(({ is }) => is).sort()).to.deep.equal(['committed', 'lost']);
        const owners = await Promise.all(
          [one, other].map(async ({ id }) => (await here.load(id, 'fresh'))?.conversation.owner.is),
        );
        expect(owners).to.include('agent');
      }
    });

    it('answer an instance that knows less than the database with what the database knows', async () => {
      const [here, there] = [open(), open()];
      const seen = await begun(here);
      await there.save(anInbound({ conversation: seen.id, text: 'second' }));
      await here.save(anInbound({ conversation: seen.id, text: 'third' }));

      const untaken = (await here.load(seen.id))?.untaken.map((each) => each.text);

      expect(untaken).to.deep.equal(['no heating since Tuesday', 'second', 'third']);
    });

    it('tell an agent that the tenant has written since', async () => {
      const conversations = open();
      const seen = await begun(conversations);
      await open().save(anInbound({ conversation: seen.id }));

      const commit = aCommit(seen, { clientMessageId: freshId('client'), seenSequence: 1 });
      const stale = await conversations.commit(commit);
      const current = await conversations.commit({ ...commit, seenSequence: 2 });

      expect(stale).to.deep.equal({ is: 'stale', sequence: 2 });
      expect(current.is).to.equal('committed');
    });

    it('write an agent’s message once, and give the same one when it is sent again', async () => {
      const conversations = open();
      const seen = await begun(conversations);
      const turn = aTurn({ replies: [aReply('I am on it', { author: 'agent', data: { agentName: 'Sam' } })] });
      const commit = aCommit(seen, { clientMessageId: freshId('client'), seenSequence: 1, turn });

      const first = await conversations.commit(commit);
      const again = await conversations.commit(commit);

      expect(first.is).to.equal('committed');
      expect(again).to.deep.equal({ is: 'repeat', messages: first.is === 'committed' ? first.messages : [] });
    });

    it('have after a crash what no turn has answered, as it came', async () => {
      const inbound = anInbound({
        address: { channel: 'sms', number: '+447700900101', ours: '+447700900000', account: 'AC1' },
        value: 'yes',
        locale: 'cy',
        keyword: { is: 'stop', word: 'STOP', answered: true },
        identity: { person: 'P-1', until: '2026-12-01T00:00:00Z' },
        attachments: [{ id: 'f', name: 'damp.jpg', contentType: 'image/jpeg', bytes: 12 }],
        clientActivityId: 'client-1',
        receivedAt: new Date(Date.now() - 60_000),
      });
      await open().save(inbound);

      const afterwards = open();
      const left = await afterwards.unanswered(new Date(Date.now() - 30_000), 1_000);
      const loaded = await afterwards.load(inbound.conversation);

      expect(left).to.include(inbound.conversation);
      expect(loaded?.untaken).to.deep.equal([{ ...inbound, sequence: 1 }]);
      expect(loaded?.conversation.state).to.deep.equal(newConversationState);
      if (loaded === undefined) return;
      await afterwards.commit(aCommit(loaded.conversation, { taken: 1 }));
      expect(await afterwards.unanswered(new Date(), 1_000)).not.to.include(inbound.conversation);
    });

    it('do not look again for what was held on a channel that is stopped, but for what nobody was told of', async () => {
      const conversations = open();
      const seen = await begun(conversations);
      const left = async (...stopped: readonly string[]) =>
        (await conversations.unanswered(new Date(), 1_000, stopped)).includes(seen.id);
      expect(await left(seen.address.channel), 'not told yet').to.equal(true);
      const state = { ...newConversationState, held: { stop: '1', upTo: 1 } };
      await conversations.commit(aCommit(seen, { taken: 0, turn: aTurn({ state }) }));

      expect([await left(seen.address.channel), await left('other'), await left()]).to.deep.equal([false, true, true]);
      await conversations.save(anInbound({ conversation: seen.id }));
      expect(await left(seen.address.channel), 'written since').to.equal(true);
    });

    it('write all of a turn', async () => {
      const conversations = open();
      const seen = await begun(conversations);
      const text = aText('sms:+447700900101', { message: 1 });
      const reference = `CMP-${freshId('case')}`;
      const turn = aTurn({
        state: { ...newConversationState, greeted: true, person: { id: 'P-9', by: 'number' } },
        replies: [aReply('one'), aReply('two')],
        facts: [{ name: 'enquiry.opened', enquiry: 'complaint.make', data: { confidence: 0.9 } }],
        cases: [
          {
            reference,
            kind: 'complaint',
            enquiry: 'complaint.make',
            receivedAt: new Date(),
            due: [],
            restricted: false,
          },
        ],
        promises: [{ what: 'call back', by: '2026-12-01', owner: 'complaints', reference }],
        failedProofs: ['tenancy:TEN-1'],
        consent: { number: '+447700900101', is: 'out', word: 'STOP' },
        note: { agent: 'sam', text: 'seems upset' },
      });

      await conversations.commit(aCommit(seen, { taken: 1, turn, deliveries: [text] }));

      const { db } = store();
      const rowOf = async (table: 'facts' | 'cases' | 'promises' | 'notes' | 'consents' | 'outbox') =>
        await db.selectFrom(`contact.${table}`).selectAll().where('conversation', '=', seen.id).executeTakeFirst();
      expect(await rowOf('facts')).to.include({ name: 'enquiry.opened', sequence: 1, channel: 'web', person: 'P-9' });
      expect(await rowOf('cases')).to.include({ reference, kind: 'complaint', restricted: false });
      expect(await rowOf('promises')).to.include({ what: 'call back', due_by: '2026-12-01', reference });
      expect(await rowOf('notes')).to.include({ agent: 'sam', text: 'seems upset' });
      expect(await rowOf('consents')).to.include({ number: '+447700900101', consent: 'out' });
      expect(await rowOf('outbox')).to.include({ id: text.id, sequence: 3, state: 'due' });
      const found = await createMessageLog(store().run).find(seen.id);
      expect(found).to.deep.equal({ ...seen, revision: 1, taken: 1, state: turn.state });
    });

    it('lose none of a batch when one of it cannot be written', async () => {
      const conversations = open();
      const seen = await Promise.all(Array.from({ length: 5 }, () => begun(conversations)));
      const reference = `CMP-${freshId('case')}`;
      const opened = { reference, kind: 'complaint', enquiry: 'complaint.make', due: [], restricted: false } as const;
      const turn = aTurn({ cases: [{ ...opened, receivedAt: new Date() }] });

      const all = await Promise.all(
        seen.map((each, n) => conversations.commit(aCommit(each, { taken: 1, ...(n < 2 ? { turn } : {}) }))),
      );

      expect(all.map((each) => each.is).sort()).to.deep.equal([
        'committed',
        'committed',
        'committed',
        'committed',
        'reference-taken',
      ]);
    });

    it('keep words that a database refuses, but for what cannot be kept', async () => {
      const inbound = anInbound({ text: 'zero \0, half \ud83d, whole 🏠, typed \\u0000', value: 'a\0b' });

      await open().save(inbound);

      const [message] = await logOf(inbound.conversation);
      expect(message?.text).to.equal('zero \ufffd, half \ufffd, whole 🏠, typed \\u0000');
      expect(message?.data.value).to.equal('a\ufffdb');
    });

    it('keep the queue: danger first, who was put back in front, then who waits longest', async () => {
      const conversations = open();
      const handovers = createHandovers(store().db);
      const team = freshId('team');
      const ask = async (priority: number, minutesAgo: number) => {
        const seen = await begun(conversations);
        const id = freshId('handover');
        const handover: HandoverChange = {
          is: 'requested',
          id,
          team,
          priority,
          reason: 'asked',
          enquiry: 'contact.person',
          about: 'repair.report',
          language: 'en',
          skills: ['welsh'],
          restricted: false,
          requestedAt: new Date(Date.now() - minutesAgo * 60_000),
        };
        const turn = aTurn({ owner: { is: 'queue', handover: id }, handover });
        await conversations.commit(aCommit(seen, { taken: 1, turn }));
        return { id, conversation: seen.id };
      };
      const change = async (asked: { id: string; conversation: string }, turn: Parameters<typeof aTurn>[0]) => {
        const loaded = await conversations.load(asked.conversation);
        if (loaded === undefined) throw new Error('gone');
        return await conversations.commit(aCommit(loaded.conversation, { turn: aTurn(turn) }));
      };
      const [late, early, danger] = [await ask(5, 1), await ask(5, 9), await ask(0, 0)];

      expect(await handovers.position(late.id)).to.equal(3);
      expect(await handovers.position(early.id)).to.equal(2);
      expect(await handovers.position(danger.id)).to.equal(1);
      expect(await handovers.place(team, 5)).to.equal(4);

      const agent = { is: 'agent', handover: late.id, agent: 'sam' } as const;
      await change(late, { owner: agent, handover: { is: 'accepted', id: late.id, agent: 'sam' } });
      expect(await handovers.position(late.id)).to.equal(undefined);
      expect(await handovers.handover(late.id)).to.include({
        state: 'accepted',
        agent: 'sam',
        channel: 'web',
        about: 'repair.report',
      });
      expect((await handovers.loads()).get('sam')).to.deep.equal(new Map([['web', 1]]));

      const queued = { is: 'queue', handover: late.id } as const;
      await change(late, { owner: queued, handover: { is: 'requeued', id: late.id, team, reason: 'agent-gone' } });
      const waiting = (await handovers.waiting()).filter((each) => each.team === team);
      expect(waiting.map((each) => each.id)).to.deep.equal([danger.id, late.id, early.id]);

      await change(early, { handover: { is: 'ended', id: early.id, as: 'left', outcome: 'left' } });
      expect(await handovers.position(early.id)).to.equal(undefined);
      expect(await handovers.handoversOf(early.conversation)).to.have.length(1);
    });
  });
});
