import { expect } from 'chai';
import { phrasesOf } from '../../../src/content/catalogue.ts';
import { readLocales } from '../../../src/content/read-locales.ts';
import { filesIn } from '../../../src/content/yaml-file.ts';
import { sortedTimes } from '../../../src/model/said/times-sorted.ts';
import { waysNamed, waysTold } from '../../../src/model/said/ways-told.ts';

const now = new Date('2026-11-25T10:00:00Z');
const { catalogue } = readLocales(filesIn(process.cwd()));
const phrases = phrasesOf(
  catalogue,
  catalogue.languages.map(({ tag }) => tag),
);
const read = (text: string, tag = 'en') => waysTold(text, (list) => phrases.words(list, tag), now);
const shown = (text: string, tag?: string) => {
  const { never, again, prefer } = read(text, tag);
  return [`never ${never.join(' ')}`, `again ${again.join(' ')}`, `prefer ${prefer ?? ''}`].map((each) => each.trim());
};

describe('which ways somebody refuses, wants and allows again', () => {
  for (const [text, never, prefer] of [
    ["don't ring me and no letters, text only", 'telephone post', 'sms'],
    ['no calls or letters please', 'telephone post', ''],
    ["don't phone me, email me", 'telephone', 'email'],
    ['never text, never email', 'sms email', ''],
    ["don't call me before 10", '', ''],
    ['never ring without a text first', '', ''],
    ['email me not post', '', ''],
    ['text only', '', 'sms'],
    ["don't turn up without telling me", 'visit', ''],
    ["don't call my wife's phone, call mine", '', ''],
    ["please don't ring me again", 'telephone', ''],
  ] as const)
    it(`in “${text}”`, () => {
      expect(shown(text)).to.deep.equal([`never ${never}`.trim(), 'again', `prefer ${prefer}`.trim()]);
    });

  for (const [tag, text] of [
    ['cy', 'Peidiwch â ffonio a dim llythyrau, neges destun yn unig'],
    ['pl', 'Proszę nie dzwonić i bez listów, tylko SMS'],
    ['ro', 'Nu mă sunați și fără scrisori, doar SMS'],
    ['pt', 'Não me telefonem, nem cartas, só SMS'],
    ['uk', 'Не дзвоніть і не надсилайте листи, тільки SMS'],
    ['ur', 'فون نہ کریں اور خط نہ بھیجیں، صرف میسج'],
    ['pa', 'ਫ਼ੋਨ ਨਾ ਕਰੋ ਅਤੇ ਚਿੱਠੀ ਨਾ ਭੇਜੋ, ਸਿਰਫ਼ ਮੈਸੇਜ'],
    ['bn', 'ফোন করবেন না, চিঠি দেবেন না, শুধু মেসেজ'],
    ['ar', 'لا تتصلوا بي، ولا رسائل بالبريد، فقط رسائل نصية'],
    ['so', 'Ha i soo wicin, warqad ma rabo, SMS keliya'],
  ] as const)
    it(`two refused and one wanted, in ${tag}`, () => {
      expect(shown(text, tag)).to.deep.equal(['never telephone post', 'again', 'prefer sms']);
    });

  it('is allowed again by itself, in the words that the read-out names', () => {
    for (const { tag } of catalogue.languages) {
      for (const words of phrases.words('contact_allow', tag)) {
        const { never, again } = read(words, tag);
        expect(never, words).to.deep.equal([]);
        expect(again, `${tag}: ${words}`).to.have.length(1);
      }
    }
  });

  it('is named in an answer with or without a “no”', () => {
    const named = (text: string) => waysNamed(text, (list) => phrases.words(list, 'en')).join(' ');
    expect(named('calls and letters')).to.equal('telephone post');
    expect(named('no emails, no visits')).to.equal('email visit');
    expect(named('I only want texts, no letters')).to.equal('post');
    expect(named('none of them')).to.equal('');
  });
});

describe('when somebody is reached best and when not', () => {
  for (const [text, best, avoid] of [
    ['after 15:00, but not on Friday', 'after 15:00', 'not on Friday'],
    ['after 3 pm', 'after 3 pm', undefined],
    ['Mondays and Thursdays', 'Mondays and Thursdays', undefined],
    ['not in the mornings', undefined, 'not in the mornings'],
    ['school hours', 'school hours', undefined],
    ['after 15:00 but not on Friday', 'after 15:00', 'not on Friday'],
    ['po 15:00, ale nie w piątek', 'po 15:00', 'nie w piątek'],
    ['any time', undefined, undefined],
    ['when my mother sleeps', undefined, 'when my mother sleeps'],
  ] as const)
    it(`in “${text}”`, () => {
      const told = sortedTimes(text, now);
      expect([told.best, told.avoid]).to.deep.equal([best, avoid]);
    });
});
