// Our texts tell people to write a word: it is known in the language in which it is told.

import { expect } from 'chai';
import { phrasesOf } from '../../src/content/catalogue.ts';
import { readLocales } from '../../src/content/read-locales.ts';
import { filesIn } from '../../src/content/yaml-file.ts';
import { plainWords } from '../../src/model/plain-words.ts';
import { stageOf } from '../support/transcript.ts';

const { catalogue } = readLocales(filesIn(process.cwd()));
const tags = catalogue.languages.map(({ tag }) => tag);
const phrases = phrasesOf(catalogue, tags);

const told = [
  { list: 'told_repair', opens: 'repair.report', in: ['claim.compensation.hurt'] },
  { list: 'told_online', opens: 'support.referral', in: ['contact.details.offline'] },
  { list: 'told_office', opens: 'contact.details', in: ['contact.details.told@sms'] },
  { list: 'told_review', opens: 'complaint.escalate', in: ['promise.complaint_answered'] },
  { list: 'told_complaint', opens: 'complaint.make', in: ['interrupt.may_complain'] },
] as const;

describe('a word that our texts tell people to write', function () {
  this.timeout(120_000);

  for (const { list, opens, in: keys } of told) {
    it(`is known in every language, on the web and by text: ${list}`, async () => {
      for (const tag of tags) {
        for (const channel of ['web', 'sms'] as const) {
          const [key] = keys.map((each) => each.split('@')[0] ?? each);
          if (keys.some((each) => each.endsWith('@sms')) && channel === 'web') continue;
          const text = ` ${plainWords(textOf(tag, key ?? '', channel))} `;
          const words = phrases.words(list, tag);
          const word = words.find((each) => text.includes(` ${each} `));
          // In Punjabi the text has no room for it.
          if (word === undefined && tag === 'pa' && list === 'told_office') continue;
          expect(word, `${tag} ${channel}: ${key} tells none of ${words.join(', ')}`).not.to.equal(undefined);
          const language = { tag, from: 'chosen' } as const;
          const stage = stageOf({ channel, language, ...(channel === 'sms' && { from: '+447700900555' }) });
          const { replies } = await stage.play({ say: (word ?? '').toLocaleUpperCase(tag) });
          const enquiries = replies.map(({ data }) => data.enquiry);
          expect(enquiries, `${tag} ${channel}: ${word}`).to.include(opens);
        }
      }
    });
  }
});

/** The bare text, whatever branch the word stands in. */
function textOf(tag: string, key: string, channel: string): string {
  const texts = catalogue.texts.get(tag);
  return (channel === 'sms' ? texts?.get(`${key}@sms`) : undefined) ?? texts?.get(key) ?? '';
}
