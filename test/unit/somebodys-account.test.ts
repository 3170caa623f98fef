import { expect } from 'chai';
import { asksOfAnothersAccount } from '../../src/model/said/somebodys-account.ts';

const others = [
  'How much rent does he owe?',
  'does my son owe anything',
  'how much does Ruth Okoro owe you',
  'What is her balance',
  'is she behind with the rent',
  'are they in arrears?',
  'Faint mae arni hi?',
  'beth yw ei ddyled',
  'czy ona zalega z czynszem',
  'jakie jest jego saldo',
  'cât datorează el, care e chiria lui',
  'quanto é que ela deve, a renda dela',
  'який його борг',
  'اس کا کرایہ کتنا ہے',
  'us ka rent kitna hai',
  'তার ভাড়া কত বাকি',
  'كم إيجاره',
];
const own = [
  'How much rent do I owe?',
  'care e chiria mea',
  'quanto devo de renda',
  'який мій борг',
  'میرا کرایہ کتنا ہے',
  'amar bhara koto baki',
  'كم إيجاري',
  'do you owe me money',
  'does it say what I owe',
  'my husband says he owes nothing but how much do I owe',
  'what is my rent balance, they said it changed',
  'Faint sydd arnaf i?',
  'Ile mam do zapłaty?',
  'ile jestem winna',
  'rent',
];

describe('whose account is asked about', () => {
  for (const text of others)
    it(`is somebody else’s: ${text}`, () => expect(asksOfAnothersAccount(text)).to.equal(true));
  for (const text of own) it(`is one’s own: ${text}`, () => expect(asksOfAnothersAccount(text)).to.equal(false));
});
