import { expect } from 'chai';
import { complain } from '../support/complaining.ts';
import { type Line, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const words = 'Your officer was rude to my mother on Monday and nobody has said sorry';

describe('the same complaint', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const from of [
    { channel: 'web', identity: 'P-1001' },
    { channel: 'sms', from: '+447700900199' },
  ] as const)
    it(`ten times in a minute ends in one case, by ${from.channel}`, async () => {
      const stage = stageOf(from);
      answerEveryText(stage);
      const { complaint } = await complain(stage, ['I want to complain', { value: 'here' }, words]);
      const told = new Set<string>();
      for (let time = 2; time <= 10; time += 1) {
        const said: (string | Line)[] = ['I want to complain', { value: 'here' }, words];
        const turns = await playOn(stage, said);
        expect(turns.opened, `time ${time}`).to.deep.equal([]);
        told.add(/CMP-\d+/.exec(turns.text)?.[0] ?? 'none');
      }

      expect([...told]).to.deep.equal([complaint.reference]);
    });

  it('tells the case what is wanted the second time', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1001' });
    const { complaint } = await complain(stage, ['I want to complain', { value: 'here' }, words]);
    const { changed } = await playOn(stage, ['I want to complain', { value: 'here' }, words], 'Mend it by Monday');

    expect(changed).to.deep.include({ reference: complaint.reference });
    expect(changed).to.have.nested.property('changes.details.toldAgain.sought', 'Mend it by Monday');
  });

  it('after a while is one of its own, linked with the first', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1001' });
    const first = await complain(stage, ['I want to complain', { value: 'here' }, words]);
    const later = await complain(stage, [{ say: 'I want to complain', after: '20m' }, { value: 'here' }, words]);

    expect(later.complaint.reference).not.to.equal(first.complaint.reference);
    expect(later.complaint.links).to.deep.equal([first.complaint.reference]);
  });

  it('with something unsafe in it is one of its own', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1001' });
    const first = await complain(stage, ['I want to complain', { value: 'here' }, words]);
    const answers = { hazard: { value: 'yes' }, unsafe_what: 'The handrail on our stairs is loose' };
    const second = await complain(stage, ['I want to complain', { value: 'here' }, words], answers);

    expect(second.complaint.reference).not.to.equal(first.complaint.reference);
    expect(second.hazard).not.to.equal(undefined);
  });
});

/** Ten complaints are more texts than a number is answered in an hour. */
function answerEveryText({ world }: ReturnType<typeof stageOf>): void {
  const { landlord } = world;
  Object.assign(world, { landlord: { ...landlord, texts: { ...landlord.texts, answersPerHour: 1000 } } });
}

/** Tells it to its end once more; what it opened, what was said at the end, and what the first case was told. */
async function playOn(stage: ReturnType<typeof stageOf>, said: readonly (string | Line)[], sought = 'skip') {
  const answers: Readonly<Record<string, string | Line>> = {
    way: { value: 'here' },
    what: words,
    more: 'skip',
    sought,
    hazard: { value: 'no' },
    danger: { value: 'no' },
    needs: 'skip',
    for_whom: { value: 'self' },
    name: 'Jo Fletcher',
    tenancy: 'skip',
    role: 'skip',
    phone: '07700 900150',
    confirm: { value: 'yes' },
  };
  const pending = [...said];
  const opened: string[] = [];
  for (let count = 0; ; count += 1) {
    const asks = stage.conversation().state.stack.at(-1)?.step ?? '';
    const next = pending.shift() ?? lastAnswer(answers, stage, asks);
    const turn = await stage.play(typeof next === 'string' ? { say: next } : next);
    opened.push(...turn.effects.filter(({ kind }) => kind === 'housing.create-case').map(({ kind }) => kind));
    const changed = turn.effects.find(({ kind }) => kind === 'housing.change-case')?.payload;
    const text = turn.replies.map((reply) => reply.text).join('\n');
    if (changed !== undefined || opened.length > 0) return { opened, changed, text };
    if (count > 30) throw new Error(`Nothing came of it: ${text}`);
  }
}

function lastAnswer(answers: Readonly<Record<string, string | Line>>, stage: ReturnType<typeof stageOf>, step: string) {
  const found = answers[step] ?? answers[step.replace('read_back', 'confirm').replace('own_name', 'name')];
  if (found === undefined) throw new Error(`Nobody answers ${step} in ${stage.conversation().id}`);
  return found;
}
