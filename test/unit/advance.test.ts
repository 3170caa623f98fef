import { expect } from 'chai';
import type { Frame } from '../../src/model/conversation.ts';
import { advance } from '../../src/turn/dialog/advance.ts';
import { Dialog } from '../../src/turn/dialog/flow.ts';

const dialog = Dialog.parse({
  enquiry: 'repair.report',
  owner: 'Repairs',
  reviewedOn: '2026-11-21',
  tenures: 'all',
  steps: {
    hello: { say: 'hello', next: 'room' },
    room: { ask: 'room', expects: 'choice', options: ['kitchen', 'bathroom'], why: 'why', next: 'by_channel' },
    by_channel: { when: 'channel', is: { sms: 'log' }, else: 'note' },
    note: { ask: 'note', expects: 'text', optional: true, always: true, why: 'why', next: 'log' },
    log: { do: 'repair.log', with: { trade: 'plumbing', place: '$room' }, on: { logged: 'done' } },
    done: { end: 'done' },
  },
});

const frame = (more: Partial<Frame> = {}): Frame => ({
  id: 'c:1:0',
  dialog: 'repair.report',
  step: 'hello',
  slots: {},
  answered: [],
  asked: 0,
  ...more,
});

describe('a dialog', () => {
  it('says what it has to say and waits at its first question', () => {
    const advanced = advance(dialog, frame(), {});

    expect(advanced.is).to.equal('waits');
    expect(advanced.lines.map((line) => line.phrase)).to.deep.equal(['repair.report.hello', 'repair.report.room']);
    expect(advanced.lines[1]?.options?.map((option) => option.phrase)).to.deep.equal([
      'repair.report.room.options.kitchen',
      'repair.report.room.options.bathroom',
    ]);
    expect(advanced.frame).to.include({ step: 'room', asked: 1 });
  });

  it('asks nothing that it knows already', () => {
    const advanced = advance(dialog, frame({ slots: { room: 'kitchen' } }), { channel: 'sms' });

    expect(advanced).to.deep.include({
      is: 'acts',
      action: 'repair.log',
      with: { trade: 'plumbing', place: 'kitchen' },
    });
  });

  it('asks again when what it knows is none of the options', () => {
    expect(advance(dialog, frame({ slots: { room: 'garage' } }), {}).frame.step).to.equal('room');
  });

  it('asks a question marked always until it was answered or skipped', () => {
    const known = { room: 'kitchen', note: 'said in passing' };

    expect(advance(dialog, frame({ slots: known }), {}).frame.step).to.equal('note');
    expect(advance(dialog, frame({ slots: { ...known, note: null }, answered: ['note'] }), {}).is).to.equal('acts');
  });

  it('goes on by a fact', () => {
    expect(advance(dialog, frame({ slots: { room: 'kitchen' } }), { channel: 'web' }).frame.step).to.equal('note');
  });

  it('starts again with its slots when an edit has taken its step away', () => {
    const advanced = advance(dialog, frame({ step: 'gone', slots: { room: 'kitchen' } }), { channel: 'sms' });

    expect(advanced.is).to.equal('acts');
  });

  it('fails loudly rather than going round for ever', () => {
    const circle = Dialog.parse({ ...dialog, steps: { a: { say: 'a', next: 'b' }, b: { say: 'b', next: 'a' } } });

    expect(() => advance(circle, frame({ step: 'a' }), {})).to.throw('round in circles');
  });
});
