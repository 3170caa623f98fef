// Plays every transcript in this folder and checks each turn against what it should bring.

import { expect } from 'chai';
import { phraseOf } from '../../src/turn/line.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { saidPhrases } from '../support/said-phrases.ts';
import { type Expected, readTranscripts, stageOf, type Transcript } from '../support/transcript.ts';
import { readAll, type TestWorld } from '../support/world.ts';

describe('transcripts', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [name, transcript] of readTranscripts())
    it(`${name}: ${transcript.about}`, () => playAndCheck(transcript));
});

async function playAndCheck(transcript: Transcript): Promise<void> {
  const stage = stageOf(transcript);
  for (const [index, line] of transcript.turns.entries()) {
    const turn = await stage.play(line);
    check(turn, line.expect ?? {}, {
      where: `turn ${index + 1} (${line.say ?? line.value ?? ''})`,
      world: stage.world,
    });
  }
}

function check(
  turn: Turn,
  expected: Expected,
  { where, world }: { readonly where: string; readonly world: TestWorld },
): void {
  const last = turn.replies.at(-1);
  const text = turn.replies.map((reply) => reply.text).join('\n');
  const seen = `${where}\n${text}\n${JSON.stringify(last?.data)}`;
  if (expected.phrases) expect(saidPhrases(turn, world, expected.phrases), seen).to.deep.equal(expected.phrases);
  for (const fragment of expected.text ?? []) expect(text, seen).to.include(fragment);
  for (const fragment of expected.not ?? []) expect(text, seen).not.to.include(fragment);
  for (const key of ['asks', 'expects', 'enquiry'] as const) {
    if (expected[key] !== undefined) expect(last?.data[key] ?? null, `${key}: ${seen}`).to.equal(expected[key]);
  }
  if (expected.outcome)
    expect(
      turn.replies.map((reply) => reply.data.outcome),
      seen,
    ).to.include(expected.outcome);
  if (expected.options)
    expect(
      (last?.data.options ?? []).map((each) => each.value),
      seen,
    ).to.include.members([...expected.options]);
  if (expected.language) expect(last?.language, seen).to.equal(expected.language);
  if (expected.skills) expect(turn.handover, seen).to.deep.include({ is: 'requested', skills: [...expected.skills] });
  if (expected.replies !== undefined) expect(turn.replies.length, seen).to.equal(expected.replies);
  if (expected.effects)
    expect(turn.effects.map((effect) => effect.kind).filter(isCounted), seen).to.deep.equal(expected.effects);
  if (expected.gist !== undefined) expect(gistIn(turn), seen).to.deep.equal(expected.gist);
  if (expected.owner) expect(turn.owner.is, seen).to.equal(expected.owner);
  if (expected.case)
    expect(turn.effects.find((effect) => isOpened(effect.kind))?.payload, seen).to.deep.include(expected.case);
}

/** Its topic as the phrase that names it. */
function gistIn({ replies }: Turn): Record<string, string> | null {
  const gist = replies.findLast(({ page }) => page !== undefined)?.page?.gist;
  if (gist === undefined) return null;
  return 'topic' in gist ? { ...gist, topic: phraseOf(gist.topic) ?? '' } : { ...gist };
}

const isOpened = (kind: string): boolean => ['housing.create-case', 'housing.create-task'].includes(kind);

const isCounted = (kind: string): boolean =>
  !['housing.record-contact', 'sms.send', 'bot-framework.send', 'time.unfinished'].includes(kind);
