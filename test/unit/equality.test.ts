// What somebody tells of who they are: recorded in the housing system, kept nowhere here, and asked only of who may answer.

import { expect } from 'chai';
import { type CharacteristicName, characteristicNames, equalitySlot } from '../../src/model/characteristics.ts';
import type { Person } from '../../src/model/person.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { complain } from '../support/complaining.ts';
import { type Line, type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const wish: Line = { say: 'update my equality details' };
const asks = ({ replies }: Turn) => replies.at(-1)?.data.asks;
const at = (identity = 'P-1001', landlord = 'demo') => stageOf({ channel: 'web', locale: 'en', landlord, identity });

async function told(stage: Stage, id = 'P-1001'): Promise<Person['characteristics']> {
  const answer = await stage.world.housing.person(id);
  return answer.is === 'known' ? answer.value?.characteristics : undefined;
}

/** Without what a housing system that keeps none of them leaves out. */
function keepingNone(stage: Stage): Stage {
  const { housing } = stage.world;
  const { person } = housing;
  Object.assign(housing, {
    person: async (id: string) => {
      const answer = await person(id);
      if (answer.is === 'away' || answer.value === null) return answer;
      const { characteristics: _none, ...value } = answer.value;
      return { is: 'known', value };
    },
  });
  return stage;
}

/** Through the profile check, to what is asked when nothing else has changed. */
async function afterCheck(stage: Stage): Promise<Turn> {
  const asked = await stage.play({ say: 'what are your opening hours' });
  expect(asks(asked), 'the check is due').to.equal('check');
  for (const say of ['yes', 'skip', 'skip']) await stage.play({ say });
  return stage.play({ value: 'nothing' });
}

function optionsOf(name: CharacteristicName): readonly string[] {
  const steps = Object.values(readAll().playbook.get('tenancy.equality')?.steps ?? {});
  return steps.flatMap((step) => ('ask' in step && step.ask === equalitySlot(name) ? (step.options ?? []) : []));
}

describe('who somebody is', function () {
  this.timeout(180_000);
  before(() => readAll());

  it('[GEN-05] [GEN-01] is recorded with its day, each of the nine and each answer, and read back from the housing system', async () => {
    const most = Math.max(...characteristicNames.map((name) => optionsOf(name).length));
    for (let round = 0; round < most - 1; round += 1) {
      const stage = at();
      const chosen = characteristicNames.map((name) => {
        const options = optionsOf(name).filter((option) => option !== 'stop');
        return [name, options[round % options.length] ?? ''] as const;
      });
      await stage.play(wish);
      await stage.play({ say: 'yes' });
      for (const [, value] of chosen) await stage.play({ value });

      expect(await told(stage)).to.deep.equal(
        Object.fromEntries(
          chosen.map(([name, value]) => [name, { answer: value.replaceAll('_', '-'), on: '2026-11-23' }]),
        ),
      );
    }
  });

  it('[GEN-05] is in no state, reply, fact or list of what was misread: an answer is forgotten once it is sent', async () => {
    const stage = at();
    // The words that lead there tell of it, too.
    const opening = await stage.play({ say: "put my ethnicity right, says white irish, I'm black irish" });
    expect(asks(opening)).to.equal('start');
    expect(JSON.stringify([opening.state.doubts ?? [], opening.misread ?? []])).to.equal('[[],[]]');
    await stage.play({ value: 'no' });
    const turns = [await stage.play(wish), await stage.play({ say: 'yes' })];
    const secret = /muslim|traveller|bisexual|wheelchair/i;
    const answers: readonly Line[] = [
      { say: 'yes' },
      { say: 'I use a wheelchair since my accident' },
      { say: 'yes' },
      { say: 'skip' },
      { say: 'skip' },
      { say: 'no' },
      { value: 'traveller' },
      { say: 'I am a Muslim' },
      { say: 'not Muslim' },
      { say: 'Muslim' },
      { say: 'skip' },
      { say: 'Bisexual' },
      { say: 'say that again' },
    ];
    for (const line of answers) {
      const turn = await stage.play(line);
      turns.push(turn);
      const { state, facts, misread = [], cases, promises } = turn;
      const options = turn.replies.flatMap(({ data }) => data.options ?? []);
      const texts = turn.replies.map(({ text }) => (options.length > 0 ? '' : text));
      expect(JSON.stringify({ state, facts, misread, cases, promises, texts }), line.say ?? line.value).not.to.match(
        secret,
      );
    }

    expect(asks(turns.at(-2) as Turn), 'the last was answered').to.equal(undefined);
    expect(Object.keys((await told(stage)) ?? {})).to.deep.equal([
      'age',
      'disability',
      'pregnancy',
      'race',
      'religion',
      'sexual-orientation',
    ]);
    expect(stage.conversation().state.noticed).to.equal(undefined);
    expect(
      turns.flatMap(({ effects }) => effects.map(({ kind }) => kind)).filter((kind) => /case|task/.test(kind)),
    ).to.deep.equal([]);
  });

  it('[GEN-05] is taken back by “prefer not to say”, and by nothing that is skipped', async () => {
    const stage = at();
    const answerReligion = async (line: Line) => {
      await stage.play(wish);
      await stage.play({ say: 'yes' });
      for (const each of characteristicNames.slice(0, characteristicNames.indexOf('religion')))
        expect(asks(await stage.play({ say: 'skip' })), each).to.match(/^equality_/);
      await stage.play(line);
      await stage.play({ value: 'stop' });
    };

    await answerReligion({ value: 'sikh' });
    await answerReligion({ say: 'skip' });
    expect((await told(stage))?.religion?.answer).to.equal('sikh');
    await answerReligion({ value: 'prefer_not_to_say' });
    expect((await told(stage))?.religion?.answer).to.equal('prefer-not-to-say');
  });

  it('[GEN-05] is asked at the profile check of who was never asked, and of nobody who has answered or has just complained', async () => {
    expect(asks(await afterCheck(at('P-1002', 'grand-union')))).to.equal('start');

    const answered = at('P-1002', 'grand-union');
    for (const line of [wish, { say: 'yes' }, { say: 'yes' }]) await answered.play(line);
    expect(asks(await answered.play({ value: 'stop' })), 'the check is due after it').to.equal('check');
    for (const say of ['yes', 'skip', 'skip']) await answered.play({ say });
    expect(asks(await answered.play({ value: 'nothing' })), 'answered before').to.equal(undefined);

    const { stage, turns } = await complain(at('P-1002', 'grand-union'), [
      'I want to complain, nobody came to mend the roof',
    ]);
    let last = turns.at(-1) as Turn;
    for (let count = 0; count < 8 && asks(last) !== 'check' && asks(last) !== undefined; count += 1)
      last = await stage.play({ value: 'no' });
    expect(asks(last), 'the check is due after the complaint').to.equal('check');
    for (const say of ['yes', 'skip', 'skip']) await stage.play({ say });
    expect(asks(await stage.play({ value: 'nothing' }))).to.equal(undefined);
  });

  it('[GEN-05] is never asked where the housing system keeps it nowhere, nor told to be on record there', async () => {
    expect(asks(await afterCheck(keepingNone(at('P-1002', 'grand-union'))))).to.equal(undefined);
    const { replies, effects } = await keepingNone(at()).play(wish);
    expect(replies.map(({ text }) => text).join('\n')).to.include('I cannot put this on record');
    expect(effects.filter(({ kind }) => kind === 'housing.update-person')).to.deep.equal([]);
  });

  it('[GEN-05] is asked of nobody about somebody else, whatever permission they have', async () => {
    const stage = at('P-1010');
    for (const say of ['I am calling for my father', 'TEN-100109', 'update my details']) await stage.play({ say });
    const { replies } = await stage.play({ value: 'equality' });

    expect(stage.conversation().state.speaksFor?.person, 'they are spoken for').to.equal('P-1009');
    expect(replies.map(({ text }) => text).join('\n')).to.include('I cannot put this on record');
  });

  it('[GEN-05] is no hate and no danger by itself, and danger told there is served at once', async () => {
    const asked = async () => {
      const stage = at();
      for (const line of [wish, { say: 'yes' }, ...Array(6).fill({ say: 'skip' })]) await stage.play(line);
      return stage;
    };
    const facts = async (say: string) => (await (await asked()).play({ say })).facts.map(({ name }) => name);

    for (const say of ['Muslim', 'I am a Muslim', 'I am Jewish', "I'm gay", 'catholic', 'I am trans']) {
      const found = await facts(say);
      expect(found, say).not.to.include('danger.found');
      expect(found, say).not.to.include('danger.unsure');
    }
    const turn = await (await asked()).play({ say: 'they spat at me in the street because I am Muslim' });
    expect(turn.replies[0]?.data.enquiry).to.equal('safety.hate_incident');
  });

  it('[GEN-05] is not sent to be understood elsewhere', async () => {
    const asked: string[] = [];
    const stage = at();
    Object.assign(stage.world, {
      interpreter: {
        interpret: async ({ text }: { text: string }) => {
          asked.push(text);
          return undefined;
        },
      },
    });
    await stage.play({ say: 'something with the thing over there' });
    for (const line of [wish, { say: 'yes' }, { say: 'skip' }, { say: 'I have been blind since last winter' }])
      await stage.play(line);

    expect(asked.join('\n')).to.include('something with the thing').and.not.to.include('blind');
  });
});
