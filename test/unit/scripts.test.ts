// Words of scripts that are written in several ways, or whose vowels are signs of their own.

import { expect } from 'chai';
import { cutForSms } from '../../src/channels/sms/cut.ts';
import { plainWords } from '../../src/model/plain-words.ts';
import { withoutWords } from '../../src/model/said/left-out.ts';

describe('words in other scripts', () => {
  it('are the same word whichever keyboard wrote them, and with the marks of vowels or without', () => {
    for (const [one, other] of [
      ['شكوى', 'شکوی'],
      ['إنسان', 'انسان'],
      ['شُكْراً', 'شكرا'],
      ['مساعدة', 'مساعده'],
      ['اردو میں', 'اردو مين'],
      ['کوئی نہیں', 'كوئي نهين'],
    ] as const) {
      expect(plainWords(one).replaceAll('ں', 'ن'), one).to.equal(plainWords(other).replaceAll('ں', 'ن'));
    }
    expect(plainWords('না, ধন্যবাদ!')).to.equal('না ধন্যবাদ');
    expect(plainWords('ਨਹੀਂ')).to.equal('ਨਹੀਂ');
  });

  it('are left out whole, never out of the middle of another word', () => {
    expect(withoutWords([plainWords('مسلمة')], 'هي مسلمة هنا')).to.equal('هي … هنا');
    expect(withoutWords([plainWords('مسلمة')], 'هي مسلمه هنا')).to.equal('هي … هنا');
    expect(withoutWords(['ਸਿੱਖ'], 'ਸਿੱਖਿਆ ਅਤੇ ਸਿੱਖ')).to.equal('ਸਿੱਖਿਆ ਅਤੇ …');
    expect(withoutWords(['ਗੇ'], 'ਅਸੀਂ ਕਰਾਂਗੇ')).to.equal('ਅਸੀਂ ਕਰਾਂਗੇ');
  });

  it('are cut between sentences by their own full stops', () => {
    for (const stop of ['۔', '।', '؟']) {
      const sentence = `${'ا'.repeat(38)}${stop}`;
      expect(cutForSms(`${sentence} ${sentence} ${sentence}`, 100)[0]).to.equal(`${sentence} ${sentence}`);
    }
  });
});
