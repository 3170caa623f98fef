import { expect } from 'chai';
import { findKeyword, keywords } from '../../src/channels/sms/keywords.ts';
import { phrasesOf } from '../../src/content/catalogue.ts';
import { readLocales } from '../../src/content/read-locales.ts';
import { filesIn } from '../../src/content/yaml-file.ts';
import { newConversationState } from '../../src/model/conversation.ts';
import { keepConsent } from '../../src/turn/consent.ts';
import type { Received } from '../../src/turn/turn.ts';

const { catalogue } = readLocales(filesIn(process.cwd()));
const tags = catalogue.languages.map(({ tag }) => tag);
const phrases = phrasesOf(catalogue, tags);
const answers = [
  'yes',
  'no',
  'skip',
  'why',
  'repeat',
  'cancel',
  'never_mind',
  'restart',
  'menu',
  'person',
  'wait',
  'goodbye',
  'thanks',
  'language',
  'resume',
  'correct',
  'danger',
];

describe('the words that steer texting', () => {
  it('are there for every language of the catalogues, each with a word to stop, to start and for help', () => {
    for (const tag of tags.filter((each) => each !== 'en')) {
      for (const is of ['stop', 'start', 'help']) {
        const own = [...keywords.values()].filter((each) => each.language === tag && each.is === is);
        expect(own, `${tag} ${is}`).to.have.lengthOf.at.least(1);
      }
    }
  });

  it('are none of the answers that a dialog waits for, in any language', () => {
    const clashes = [...keywords]
      .filter(([, { language }]) => language !== undefined)
      .flatMap(([word]) =>
        tags.flatMap((tag) =>
          answers.filter((list) => phrases.words(list, tag).includes(word)).map((list) => `${word}: ${tag} ${list}`),
        ),
      );

    // STOP and START as they are spelled there: to a carrier's customer they mean texts before all else, as STOP itself does.
    expect(clashes).to.deep.equal(['stopio: cy cancel', 'ailddechrau: cy restart', 'стоп: uk cancel']);
  });

  it('are found in their own letters, however they are typed, and alone only', () => {
    expect(findKeyword('Стоп!')).to.include({ is: 'stop', language: 'uk' });
    expect(findKeyword('اسٹاپ۔')).to.include({ is: 'stop', language: 'ur' });
    expect(findKeyword('ايقاف الرسائل')).to.include({ is: 'stop', language: 'ar' });
    expect(findKeyword('ਮਦਦ')).to.include({ is: 'help', language: 'pa' });
    expect(findKeyword('wznów')).to.include({ is: 'start', language: 'pl' });
    expect(findKeyword('stop')).to.deep.equal({ is: 'stop', word: 'STOP', answered: false });
    for (const text of ['стоп кран тече', 'مدد چاہیے', 'hai', 'na', 'da', '1', 'info despre chirie', 'sms']) {
      expect(findKeyword(text), text).to.equal(undefined);
    }
  });

  it('are answered in their own language, and in the one that was chosen where one was', () => {
    const told = (from: 'default' | 'chosen') => {
      const keyword = findKeyword('СТОП');
      const received = { keyword, address: { channel: 'sms', number: '+447700900555' } } as unknown as Received;
      const state = { ...newConversationState, language: { tag: 'en', from } };
      const conversation = { state, owner: { is: 'bot' } } as unknown as Parameters<typeof keepConsent>[1];
      return keepConsent(received, conversation, phrases);
    };

    expect(told('default').course.lines).to.deep.equal([{ phrase: 'consent.stopped', values: {}, language: 'uk' }]);
    expect(told('chosen').course.lines).to.deep.equal([{ phrase: 'consent.stopped', values: {} }]);
    expect(told('default').consent).to.include({ is: 'out', word: 'СТОП' });
  });
});
