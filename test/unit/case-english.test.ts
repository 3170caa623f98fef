import { expect } from 'chai';
import { withEnglish } from '../../src/turn/case-english.ts';
import type { Translator } from '../../src/turn/translator.ts';
import type { KeyedEffect } from '../../src/turn/turn.ts';
import type { World } from '../../src/turn/world.ts';
import { complain } from '../support/complaining.ts';
import { stageOf } from '../support/transcript.ts';

const translator: Translator = { translate: async (texts) => texts, spent: async () => false };
const inPolish = { channel: 'web', locale: 'pl' } as const;

const answers = { what: 'Od trzech tygodni nikt nie naprawia windy w naszym bloku', name: 'Maria Nowak' };

describe('a case that was told in another language', () => {
  let opened: readonly KeyedEffect[];
  let world: World;
  const moment = { now: new Date('2026-11-20T16:00:00Z') };

  before(async () => {
    const stage = stageOf(inPolish);
    world = stage.world;
    const { turns } = await complain(stage, ['Chcę złożyć skargę'], answers);
    opened = turns.at(-1)?.effects ?? [];
  });

  const kinds = (effects: readonly KeyedEffect[], more: Partial<World>) =>
    withEnglish({ effects }, { world: { ...world, ...more }, moment }).map(({ kind }) => kind);
  const changed = (change: Record<string, unknown>) =>
    opened.map((each) => ({ ...each, payload: { ...each.payload, ...change } }) as KeyedEffect);

  it('[WHG-06] has its words translated right after it is there, in the same line, with somebody to ask by the next working day', () => {
    const all = withEnglish({ effects: opened }, { world: { ...world, translator }, moment });
    const at = all.findIndex(({ kind }) => kind === 'housing.create-case');
    const [created, words] = all.slice(at);

    expect(words?.kind).to.equal('case.english');
    expect(words?.key).to.equal(created?.key);
    expect(words?.payload).to.deep.nested.include({ language: 'pl', 'look.due': '2026-11-23' });
  });

  it('[WHG-06] [GUH-04] told by text as well: the words as they were written are on the case, and their English is asked for', async () => {
    const stage = stageOf({ channel: 'sms', from: '+447700900102' });
    const { turns, complaint } = await complain(stage, ['Chcę złożyć skargę'], answers);
    const effects = turns.at(-1)?.effects ?? [];
    const words = withEnglish({ effects }, { world: { ...stage.world, translator }, moment }).find(
      ({ kind }) => kind === 'case.english',
    );

    expect(complaint).to.deep.include({ language: 'pl', channel: 'sms' });
    expect(complaint.words).to.include(answers.what);
    expect(words?.payload).to.deep.include({ reference: complaint.reference, language: 'pl', words: complaint.words });
  });

  it('[WHG-06] stays with us where nothing is switched on, it is English already, or only its own team may read it', () => {
    expect(kinds(opened, { translator: undefined })).not.to.include('case.english');
    expect(kinds(opened, { translator })).to.include('case.english');
    expect(kinds(changed({ language: 'en' }), { translator })).not.to.include('case.english');
    expect(kinds(changed({ kind: 'safeguarding' }), { translator })).not.to.include('case.english');
    expect(kinds(changed({ words: ' ' }), { translator })).not.to.include('case.english');
  });
});
