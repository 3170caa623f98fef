// The housing system away: from the start, and from each line on. The tenant goes on answering what is asked.

import { expect } from 'chai';
import type { Line, Transcript } from '../transcript.ts';
import { answerAll, ownWords } from './patient-tenant.ts';
import { effectsOf, endedEnquiries, type Play, type Played, playedFrom, playOf, shown } from './played.ts';
import { straight } from './straight.ts';

export async function expectOrderlyAway(transcript: Transcript, enquiry: string): Promise<void> {
  const before = await straight(transcript);
  for (const from of transcript.turns.keys()) {
    const play =
      from === 0
        ? playOf({ ...transcript, housing: 'away' })
        : await playedFrom(transcript, transcript.turns.slice(0, from));
    play.stage.world.housing.away = true;
    await goOn(play, before, from);
    for (const played of play.played) expectTold(played, play);
    expectKept(play, transcript);
    expectNotLost(play, before);
    if (endedEnquiries(before).includes(enquiry)) expect(endedEnquiries(play), shown(play)).to.include(enquiry);
  }
}

/** The rest of the transcript: what it begins is begun, and what is asked is answered, in its own words where it has some. */
async function goOn(play: Play, before: Play, from: number): Promise<void> {
  const own = ownWords(before.played);
  await answerAll(play, own);
  for (const { line, before: asked } of before.played.slice(from)) {
    if (asked !== undefined || play.stage.conversation().owner.is !== 'bot') continue;
    await play.say(stillAway(line));
    await answerAll(play, own);
  }
}

function stillAway({ housing: _housing, ...line }: Line): Line {
  return line;
}

/** Where something could not be looked up, the same turn says so. */
function expectTold({ turn }: Played, play: Play): void {
  const away = turn.facts.filter(({ name, data }) => name === 'action.done' && data.outcome === 'away');
  const text = turn.replies.map((reply) => reply.text).join('\n');
  if (away.length > 0) expect(text, `${JSON.stringify(away)}${shown(play)}`).to.match(/at the moment|\bnow\b/);
}

/** A reference that is told is one that was made or was there before. */
function expectKept(play: Play, { cases = [] }: Transcript): void {
  const known = JSON.stringify([effectsOf(play.played), cases]);
  const said = play.played.flatMap(({ turn }) => turn.replies.map(({ text }) => text)).join('\n');
  for (const [reference] of said.matchAll(/\b[A-Z]{3}-\d{7}\b/g))
    expect(known, `${reference}${shown(play)}`).to.include(reference);
}

/** What would have been filed is filed, or a person has it; and that there was a contact is noted. */
function expectNotLost(play: Play, before: Play): void {
  const isHanded = play.played.some(({ turn }) => turn.handover !== undefined);
  if (effectsOf(before.played).length > 0 && !isHanded)
    expect(effectsOf(play.played).length, shown(play)).to.be.at.least(1);
  const contacts = ({ played }: Play) =>
    played.flatMap(({ turn }) => turn.effects.filter(({ kind }) => kind === 'housing.record-contact'));
  if (contacts(before).length > 0) expect(contacts(play).length, shown(play)).to.be.at.least(1);
}
