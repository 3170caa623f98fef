// What staff and contractors are told of a person: how, when and by whom, and never why.

import { expect } from 'chai';
import type { NewCase, NewRepair, NewTask } from '../../src/model/case.ts';
import type { Effect } from '../../src/model/delivery.ts';
import type { Person } from '../../src/model/person.ts';
import type { ActionInput } from '../../src/turn/action.ts';
import { contactNotes, visitNotes } from '../../src/turn/actions/staff-notes.ts';
import { type Line, stageOf, type Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

type Start = Omit<Transcript, 'turns' | 'about'>;

/** Skips what is asked and says yes to what is read back, until something is opened. */
async function opened(start: Start, first: Line, kind: Effect['kind']): Promise<unknown> {
  const stage = stageOf(start);
  let asks: string | undefined;
  for (let turns = 0; turns < 14; turns += 1) {
    const line = turns === 0 ? first : { say: asks === 'confirm' ? 'yes' : 'skip' };
    const { effects, replies } = await stage.play(line);
    const found = effects.find((effect) => effect.kind === kind);
    if (found !== undefined) return found.payload;
    asks = replies.at(-1)?.data.asks;
  }
  throw new Error(`No ${kind} was left for the housing system.`);
}

const tap: Line = { say: 'My kitchen tap is dripping all the time' };

describe('what goes along with a matter', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[TPC-05] [TPC-08] a wish of who may hear and of which language is spoken goes on the record, and stands on what is opened next', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1001', locale: 'en' });
    const lines: readonly Line[] = [
      { say: 'I want to change how you contact me' },
      { value: 'telephone' },
      { value: 'nothing' },
      { value: 'only_me' },
      ...Array.from({ length: 3 }, () => ({ say: 'skip' })),
      { say: 'yes' },
      { say: 'I need another language. I read Urdu but I speak Punjabi' },
    ];
    for (const line of lines) await stage.play(line);
    const answer = await stage.world.housing.person('P-1001');
    const person = answer.is === 'known' ? answer.value : null;

    expect(person?.language).to.equal('ur');
    expect(person?.contact).to.deep.include({ prefer: 'telephone', calls: 'only-me', speaks: 'pa' });
    expect(
      contactNotes({ person, slots: {}, state: stage.conversation().state } as unknown as ActionInput),
    ).to.include.members(['speaks: pa', 'prefers telephone', 'speak to them alone, and leave no message']);
  });

  for (const [who, notes] of [
    ['P-1003', ['more time at the door', 'not before 10:00']],
    ['P-1004', ['not Friday 12:00-15:00', 'visits by a woman']],
    ['P-1009', ['text only, no voice calls', 'BSL interpreter at visits', 'do not ring: send a text']],
  ] as const)
    it(`[TPC-11] to a contractor is an instruction and nothing else of the person: ${who}`, async () => {
      const repair = (await opened(
        { channel: 'web', identity: who, locale: 'en' },
        tap,
        'housing.create-repair',
      )) as NewRepair;
      const text = JSON.stringify(repair);

      expect(repair.access?.split('\n')).to.deep.equal([...notes]);
      for (const word of ['impairment', 'mental', 'mobility', 'prefers', 'language:'])
        expect(text).not.to.include(word);
    });

  it('[TPC-11] leaves out what is done differently elsewhere', async () => {
    const { world } = stageOf({ channel: 'web' });
    const { value: person } = (await world.housing.person('P-1006')) as { value: Person };

    expect(visitNotes({ person, world })).to.deep.equal(['no unannounced calls']);
    const needs = [{ kind: 'mental-health', adjustments: ['call me by my name'], instruction: 'Ring from the gate' }];
    expect(visitNotes({ person: { ...person, needs }, world })).to.deep.equal(['Ring from the gate']);
  });

  it('[TPC-04] to staff is on a case: how, when and in which language', async () => {
    const start = { channel: 'web', identity: 'P-1004', locale: 'en' } as const;
    const stage = stageOf(start);
    await stage.play({ say: 'Can I have my letters in another format' });
    await stage.play({ value: 'audio' });
    const { effects } = await stage.play({ say: 'skip' });
    const made = effects.find(({ kind }) => kind === 'housing.create-case')?.payload as NewCase;

    expect(made.needs).to.include.members([
      'visual-impairment',
      'large-print',
      'language: ur',
      'prefers sms',
      'not Friday 12:00-15:00',
      'visits by a woman',
    ]);
  });

  it('[TPC-04] to staff is on a task as well', async () => {
    const start = { channel: 'sms', from: '+447700900109', locale: 'en', clock: '2026-11-23T20:00:00Z' } as const;
    const task = (await opened(start, { say: 'I want to talk to a person' }, 'housing.create-task')) as NewTask;

    expect(task.details?.needs).to.include.members(['text only, no voice calls', 'never telephone', 'prefers sms']);
  });
});
