import { expect } from 'chai';
import { createDetailFinder } from '../../../src/turn/understanding/details.ts';

const now = new Date('2026-11-25T10:00:00Z');
const details = createDetailFinder();
const find = (slot: string, text: string) => details.find(slot, text, now);

describe('rooms, faults and trades', () => {
  it('are known by many words', () => {
    const said: readonly (readonly [string, string, string])[] = [
      ['the lavvy in the downstairs cloakroom is bunged up', 'toilet', 'plumbing'],
      ['winda in the back bedroom winnae shut', 'bedroom', 'glazing'],
      ['leccy socket in the front room is bust', 'living_room', 'electrical'],
      ['black spots in the nursery', 'bedroom', 'damp'],
      ['ceiling came down in the loft', 'other', 'plastering'],
      ['mae’r toiled yn y stafell molchi yn gollwng', 'bathroom', 'plumbing'],
      ['szczury w piwnicy', 'other', 'pests'],
      ['nie działa gniazdko w salonie', 'living_room', 'electrical'],
    ];
    for (const [text, room, trade] of said) {
      expect(find('room', text), `room: ${text}`).to.equal(room);
      expect(find('trade', text), `trade: ${text}`).to.equal(trade);
    }
  });

  it('are known in eight more languages, also as they are texted in Latin letters', () => {
    const said: readonly (readonly [string, string, string])[] = [
      ['geamul din dormitor e spart', 'bedroom', 'glazing'],
      ['a torneira da cozinha pinga', 'kitchen', 'plumbing'],
      ['у ванній цвіль на стелі', 'bathroom', 'damp'],
      ['کچن کا نلکا ٹپک رہا ہے', 'kitchen', 'plumbing'],
      ['kitchen ka nalka tapak raha hai', 'kitchen', 'plumbing'],
      ['ਰਸੋਈ ਦੀ ਟੂਟੀ ਖਰਾਬ ਹੈ', 'kitchen', 'plumbing'],
      ['রান্নাঘরের কল নষ্ট', 'kitchen', 'plumbing'],
      ['الشبّاك مكسور بغرفة النوم', 'bedroom', 'glazing'],
      ['tubada jikada ayaa daadanaysa', 'kitchen', 'plumbing'],
    ];
    for (const [text, room, trade] of said) {
      expect(find('room', text), `room: ${text}`).to.equal(room);
      expect(find('trade', text), `trade: ${text}`).to.equal(trade);
      expect(find('fault', text), `fault: ${text}`).to.equal(text);
    }
  });

  it('are not made of verbs and callings', () => {
    expect(find('room', 'the window does not close')).to.equal(undefined);
    expect(find('room', 'I rang the office')).to.equal(undefined);
    expect(find('trade', 'proszę o kontakt')).to.equal(undefined);
  });
});
