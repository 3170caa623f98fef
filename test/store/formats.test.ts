// What links lead to: kept once, found, and gone with the conversation, the files of what was never told included.

import { expect } from 'chai';
import type { Linked } from '../../src/formats/ports.ts';
import { createFormatLinks } from '../../src/store/formats.ts';
import { deleteConversations, deleteSaid } from '../../src/store/privacy/delete-rows.ts';
import { agedConversation } from '../support/aged.ts';
import { tablesWith } from '../support/everywhere.ts';
import { forEachStore } from '../support/stores.ts';
import { freshId } from '../support/turns.ts';

const at = new Date('2026-11-23T10:00:00Z');
const until = new Date('2026-11-30T10:00:00Z');

describe('links to formats', () => {
  forEachStore((store) => {
    const links = () => createFormatLinks(store().db);
    const linked = async (more: Partial<Linked> = {}): Promise<Linked> => ({
      id: freshId('link'),
      conversation: await agedConversation(store(), { at }),
      language: 'ur',
      ways: 'بڑے حروف',
      files: [{ id: `${freshId('f')}.pdf`, name: 'a.pdf', contentType: 'application/pdf', bytes: 3 }],
      until,
      ...more,
    });

    it('are kept once for an id, whoever comes twice', async () => {
      const one = await linked();
      const kept = [await links().keep(one, at), await links().keep({ ...one, ways: 'other' }, at)];

      expect(kept).to.deep.equal([true, true]);
      expect(await links().find(one.id)).to.deep.equal(one);
    });

    it('are none of a conversation that is there no more', async () => {
      const one = await linked({ conversation: freshId('gone') });

      expect(await links().keep(one, at)).to.equal(false);
      expect(await links().find(one.id)).to.equal(undefined);
    });

    it('[GUH-04] go with the conversation, and so do files that no message names yet, and the words of a page', async () => {
      const words = freshId('canary');
      const one = await linked({ words });
      await links().keep(one, at);
      await deleteSaid(store().db, [one.conversation], new Date('2027-01-01T00:00:00Z'));
      await deleteConversations(store().db, [one.conversation]);
      const noted = await store().db.selectFrom('contact.files_to_remove').select('id').execute();

      expect(await links().find(one.id)).to.equal(undefined);
      expect(noted.map(({ id }) => id)).to.include(one.files[0]?.id);
      expect(await tablesWith(words, store())).to.deep.equal([]);
    });
  });
});
