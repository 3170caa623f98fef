import { expect } from 'chai';
import { createDetailFinder } from '../../../src/turn/understanding/details.ts';

const now = new Date('2026-11-25T10:00:00Z');
const details = createDetailFinder();
const find = (slot: string, text: string) => details.find(slot, text, now);

describe('a name told in passing', () => {
  it('is taken as its owner writes it', () => {
    const said: Readonly<Record<string, string>> = {
      'this is Mrs Ahmed': 'Mrs Ahmed',
      'my name’s Dave Smith and my tap drips': 'Dave Smith',
      'it’s Dave from flat 6': 'Dave',
      'its dave from flat 6': 'Dave',
      'I am Mrs Patel from 3 Tanner Court': 'Mrs Patel',
      'Hi Priya here': 'Priya',
      'Tap broken. Thanks, John O’Brien': "John O'Brien",
      'Tap broken\nThanks\nJohn Doe': 'John Doe',
      'hello my name is amina yusuf i have a leak': 'Amina Yusuf',
      'the name is Jones, flat 3': 'Jones',
      'fy enw i yw Gwen Parry': 'Gwen Parry',
      'Nazywam się Anna Kowalska i mieszkam': 'Anna Kowalska',
      'mam na imię Ewa': 'Ewa',
      'mă numesc Ion Popescu și nu am apă': 'Ion Popescu',
      'o meu nome é Rita Costa': 'Rita Costa',
      'мене звати Олена Коваль': 'Олена Коваль',
      'میرا نام احمد خان ہے': 'احمد خان',
      'mera naam Ahmed Khan hai': 'Ahmed Khan',
      'ਮੇਰਾ ਨਾਂ ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਹੈ': 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ',
      'আমার নাম রহিমা খাতুন': 'রহিমা খাতুন',
      'اسمي أحمد': 'أحمد',
      'magacaygu waa Faadumo Cali': 'Faadumo Cali',
    };
    for (const [text, name] of Object.entries(said)) expect(find('name', text), text).to.equal(name);
  });

  it('is not made of other words', () => {
    for (const text of [
      'my name is on the tenancy',
      'my name is spelt wrong',
      'change my name on the tenancy',
      'This is urgent',
      'I am disabled',
      'it is water from number 3',
      'I am a tenant from flat 6',
      'this is about Mr Jones',
      'Its Monday',
      'Thanks Dave',
      'im from flat 3',
    ]) {
      expect(find('name', text), text).to.equal(undefined);
    }
  });
});
