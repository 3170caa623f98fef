import { expect } from 'chai';
import type { Gathered, GatherRules } from '../../src/inbox/gather.ts';
import { createInbox, type Runner } from '../../src/inbox/inbox.ts';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { createMessageLog } from '../../src/store/conversations/message-log.ts';
import { silentLog } from '../support/silent-log.ts';
import { forEachStore } from '../support/stores.ts';
import { anInbound, aReply, aTurn, freshId } from '../support/turns.ts';

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const address = { channel: 'sms', number: '+447700900101', ours: '+447700900000', account: 'AC1' } as const;

const rules: GatherRules = {
  quietMs: 1_500,
  longestMs: 6_000,
  photosMs: 4_000,
  kindOf: ({ text, attachments, kind }): Gathered => {
    if (kind === 'event') return 'last';
    if (/^\d$/.test(text)) return 'alone';
    return attachments.length > 0 ? 'photo' : 'text';
  },
  isUrgent: ({ text }) => text.includes('gas'),
};

describe('several quick texts', () => {
  forEachStore((store) => {
    const open = (gather: GatherRules = rules): Runner =>
      createInbox({
        conversations: createConversations(store().run),
        takeTurn: async ({ text, sequence, attachments, parts = [] }) =>
          aTurn({
            replies: [
              aReply(`to ${text.replaceAll('\n', '/')}`, { replyTo: sequence }),
              ...(attachments.length > 0 ? [aReply(`${attachments.length} photos, ${parts.length} parts`)] : []),
            ],
          }),
        takeAct: async () => aTurn(),
        sorry: () => aTurn({ replies: [aReply('Sorry')] }),
        toDeliveries: () => [],
        announce: () => undefined,
        wakeOutbox: () => undefined,
        log: silentLog,
        clock: () => new Date(),
        gather,
      });
    const texting =
      (inbox: Runner, conversation: string) =>
      (text: string, more = {}) =>
        inbox.accept(anInbound({ conversation, address, text, ...more }));
    const answersIn = async (id: string) =>
      (await createMessageLog(store().run).read(id, 0))
        .filter(({ author }) => author === 'service')
        .map(({ text }) => text);

    it('are answered once, when it is quiet, and the last one is what is answered', async () => {
      const conversation = freshId('conversation');
      const inbox = open();
      const say = texting(inbox, conversation);

      const accepted = [];
      for (const text of ['Hello', 'my boiler', 'is broken', 'since Monday']) {
        accepted.push(await say(text));
        await nap(80);
      }
      expect(await answersIn(conversation), 'before it is quiet').to.deep.equal([]);
      await Promise.all(accepted.map(({ answered }) => answered));

      expect(await answersIn(conversation)).to.deep.equal(['to Hello/my boiler/is broken/since Monday']);
    });

    it('are answered at once when one of them tells of danger', async () => {
      const conversation = freshId('conversation');
      const slow = { ...rules, quietMs: 20_000, longestMs: 20_000 };
      const say = texting(open(slow), conversation);
      const first = await say('Hello');
      await nap(50);

      const startedAt = performance.now();
      const second = await say('I smell gas');
      await Promise.all([first.answered, second.answered]);

      expect(performance.now() - startedAt).to.be.lessThan(5_000);
      expect(await answersIn(conversation)).to.deep.equal(['to Hello/I smell gas']);
    });

    it('keep an answer by number apart, and lose none of the others', async () => {
      const conversation = freshId('conversation');
      const say = texting(open(), conversation);

      const accepted = [await say('one moment'), await say('2'), await say('and the tap'), await say('drips')];
      await Promise.all(accepted.map(({ answered }) => answered));

      expect(await answersIn(conversation)).to.deep.equal(['to one moment', 'to 2', 'to and the tap/drips']);
    });

    it('wait no longer than the longest wait, however fast somebody writes', async () => {
      const conversation = freshId('conversation');
      const say = texting(open({ ...rules, quietMs: 200, longestMs: 500 }), conversation);
      const accepted = [];
      for (let n = 0; n < 12; n += 1) {
        accepted.push(await say(`text ${n}`));
        await nap(90);
      }
      expect((await answersIn(conversation)).length, 'while they still write').to.be.greaterThan(0);
      await Promise.all(accepted.map(({ answered }) => answered));

      const said = (await answersIn(conversation)).join('/');
      for (let n = 0; n < 12; n += 1) expect(said.split(`text ${n}`).length - 1, `text ${n}`).to.be.greaterThan(0);
    });

    it('come to one answer where they reach different instances', async () => {
      const instances = [open(), open()];
      const conversation = freshId('conversation');
      const accepted = [];
      for (let n = 0; n < 4; n += 1) {
        accepted.push(await texting(instances[n % 2] as Runner, conversation)(`part ${n}`));
        await nap(60);
      }
      await Promise.all(accepted.map(({ answered }) => answered));

      expect(await answersIn(conversation)).to.deep.equal(['to part 0/part 1/part 2/part 3']);
    });

    it('are answered once by the next sweep when their instance died while it waited', async () => {
      const conversation = freshId('conversation');
      const dead = createConversations(store().run);
      const receivedAt = new Date(Date.now() - 60_000);
      for (const text of ['the one', 'and the other'])
        await dead.save(anInbound({ conversation, address, text, receivedAt }));

      await open().sweep();

      expect(await answersIn(conversation)).to.deep.equal(['to the one/and the other']);
    });

    it('are answered at once when the service stops', async () => {
      const conversation = freshId('conversation');
      const inbox = open({ ...rules, quietMs: 20_000, longestMs: 20_000 });
      await texting(inbox, conversation)('half a story');

      await inbox.drain();

      expect(await answersIn(conversation)).to.deep.equal(['to half a story']);
    });

    it('are one message of several photographs, at once when somebody says that these are all', async () => {
      const conversation = freshId('conversation');
      const say = texting(open(), conversation);
      const photo = (id: string) => ({ attachments: [{ id, name: id, contentType: 'image/jpeg', bytes: 1 }] });

      const accepted = [await say('', photo('a.jpg')), await say('', photo('b.jpg'))];
      await nap(700);
      expect(await answersIn(conversation)).to.deep.equal([]);
      accepted.push(await say('', { kind: 'event', name: 'photos' }));
      await Promise.all(accepted.map(({ answered }) => answered));

      expect(await answersIn(conversation)).to.deep.equal(['to ', '2 photos, 0 parts']);
    });
  });
});
