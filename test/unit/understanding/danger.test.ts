// The danger detector by itself: what stands around danger never hides it, and what only sounds like it does not raise it.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';
import { createDangerDetector, type DangerWords } from '../../../src/turn/understanding/danger.ts';

const words: DangerWords = parse(readFileSync(new URL('../../../dialogs/danger.words.yaml', import.meta.url), 'utf8'));

/** Without likeness: patterns alone. */
const detector = createDangerDetector({
  words,
  known: new Set(['floor', 'floors', 'shell', 'kitchen', 'waiter', 'waters', 'stairs', 'doors']),
});

const plain: readonly (readonly [string, string])[] = [
  ['emergency.gas', 'I smell gas'],
  ['emergency.gas', 'czuć gaz'],
  ['emergency.gas', 'mae arogl nwy'],
  ['emergency.fire', 'my kitchen is on fire'],
  ['emergency.fire', 'pali się'],
  ['emergency.carbon_monoxide', 'carbon monoxide alarm is going off'],
  ['emergency.flood', 'water is pouring through the ceiling'],
  ['emergency.flood', 'pękła rura'],
  ['emergency.electric', 'there are sparks from the socket'],
  ['emergency.insecure', 'my front door has been kicked in'],
  ['emergency.structure', 'the ceiling has collapsed'],
  ['safety.domestic_abuse', 'my husband hits me'],
  ['safety.domestic_abuse', 'mąż mnie bije'],
  ['safety.domestic_abuse', 'mae fy ngŵr yn fy nharo'],
  ['safety.self_harm', 'I want to die'],
  ['safety.self_harm', 'chcę umrzeć'],
  ['safety.self_harm', 'dwi isio marw'],
  ['safety.violence', 'a man outside has a knife'],
  ['safety.safeguarding', 'the child next door is being beaten'],
  ['safety.hate_incident', 'they shout racist abuse at us'],
];

/** What people wrap around it, whole sentences and bare words. None of it touches the meaning. */
const around = [
  'hello',
  'sorry to bother you',
  'I pay my rent every week',
  'my name is Karen',
  'flat 6 linden house',
  'please help',
  'I am 82 years old',
  'what is my balance',
  'dzień dobry',
  'bore da',
  'diolch',
  'dziękuję',
  'thank you',
  'also',
  'by the way',
  'I rang last week about the gas bill',
  'my neighbour is lovely',
  'it is raining',
  'and another thing',
  'LOL',
  '😀',
  '...',
  '!!!',
  '07700 900123',
  'the fire door sticks',
  'my tap drips',
  'I am not complaining',
  'nobody came on Monday',
  'I used to live in Leeds',
  'years ago',
];

describe('danger in the words of a tenant', () => {
  for (const [enquiry, text] of plain) {
    it(`is ${enquiry} in “${text}”`, () => {
      expect(detector.find(text)).to.include(enquiry);
    });
  }

  it('is not hidden by sentences around it', () => {
    const surroundings = fc.array(fc.constantFrom(...around), { maxLength: 6 });

    fc.assert(
      fc.property(fc.constantFrom(...plain), surroundings, surroundings, ([enquiry, text], before, after) => {
        const message = [...before, text, ...after].join('. ');
        expect(detector.find(message), message).to.include(enquiry);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('is not hidden by words on the same line without a full stop', () => {
    const neutral = [
      'hello',
      'please',
      'help',
      'quickly',
      'karen',
      'today',
      'kitchen',
      'proszę',
      'pomocy',
      'helo',
      'wharf',
      'and',
      'now',
      '😀',
      ',',
    ];
    const surroundings = fc.array(fc.constantFrom(...neutral), { maxLength: 8 });

    fc.assert(
      fc.property(fc.constantFrom(...plain), surroundings, surroundings, ([enquiry, text], before, after) => {
        const message = [...before, text, ...after].join(' ');
        expect(detector.find(message), message).to.include(enquiry);
      }),
      { numRuns: 400, seed: 8 },
    );
  });

  it('does not depend on capitals, accents or line breaks', () => {
    for (const [enquiry, text] of plain) {
      const bare = text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/ł/g, 'l');
      for (const form of [text.toUpperCase(), bare, text.replace(/ /g, '  '), `${text}\n\nthanks`]) {
        expect(detector.find(form), form).to.include(enquiry);
      }
    }
  });

  it('is found through one slip in a long word', () => {
    expect(detector.find('my husbnad hits me')).to.include('safety.domestic_abuse');
    expect(detector.find('i am suicdal')).to.include('safety.self_harm');
    expect(detector.find('the ceilling has colapsed')).to.include('emergency.structure');
  });

  it('does not take a common word for a slip', () => {
    expect(detector.find('my bathroom floor is wet')).to.deep.equal([]);
  });

  it('comes gravest first', () => {
    expect(detector.find('there is a gas leak and my kitchen is on fire')).to.deep.equal([
      'emergency.fire',
      'emergency.gas',
    ]);
  });

  it('is not raised by what only sounds like it', () => {
    for (const text of [
      'my gas bill is too high',
      'gas safety check letter',
      "I'd kill for a cup of tea",
      'when is the smoke alarm test',
      'my ex used to, years ago',
      'he used to hit me years ago',
      'there is no smell of gas',
      'locked out of my online account',
      'power of attorney',
      'nie czuć gazu',
      'does dim arogl nwy',
    ]) {
      expect(detector.find(text), text).to.deep.equal([]);
    }
  });

  it('is raised when it is said beside what only sounds like it', () => {
    expect(detector.find('about my gas bill: also I can smell gas')).to.include('emergency.gas');
    expect(detector.find('he used to hit me years ago and now he hits me again')).to.include('safety.domestic_abuse');
  });

  it('is raised by likeness alone when it is great, and is a doubt when it is not', () => {
    const like = (any: number) =>
      createDangerDetector({ words, known: new Set(), likenessTo: () => ({ any, kind: 'safety.self_harm' }) });

    expect(like(0.95).find('words that no pattern knows')).to.deep.equal(['safety.self_harm']);
    expect(like(0.4).find('words that no pattern knows')).to.deep.equal([]);
    expect(like(0.4).unsure('words that no pattern knows')).to.equal('safety.self_harm');
    expect(like(0.05).unsure('words that no pattern knows')).to.equal(undefined);
    expect(like(0.95).find('my husband')).to.deep.equal([]);
  });

  it('is a doubt where a pattern stands in words that are like none in danger', () => {
    const detector = createDangerDetector({
      words,
      known: new Set(),
      likenessTo: () => ({ any: 0.02, kind: 'emergency.gas' }),
    });

    expect(detector.find('I smell gas in that film every time')).to.deep.equal([]);
    expect(detector.unsure('I smell gas in that film every time')).to.equal('emergency.gas');
  });

  it('counts a pattern for less the more words stand around it, and never for nothing', () => {
    const detector = createDangerDetector({
      words,
      known: new Set(),
      likenessTo: () => ({ any: 0.4, kind: 'emergency.gas' }),
    });
    const story = `${'we talked about this and that '.repeat(40)} I smell gas`;

    expect(detector.find('I smell gas')).to.deep.equal(['emergency.gas']);
    expect(detector.find(story)).to.deep.equal([]);
    expect(detector.unsure(story)).to.equal('emergency.gas');
  });

  it('is not raised by likeness to what the message says is not so', () => {
    const detector = createDangerDetector({
      words,
      known: new Set(),
      likenessTo: () => ({ any: 0.99, kind: 'emergency.gas' }),
    });

    expect(detector.find('there is no smell of gas in here')).to.deep.equal([]);
    expect(detector.find('the whole kitchen smells of it')).to.deep.equal(['emergency.gas']);
  });

  it('knows all twelve kinds', () => {
    expect(Object.keys(words.kinds)).to.have.lengthOf(12);
  });
});
