// What is said of an incident, in which language; and that it is shown with the first words of a conversation to whom it may concern.

import type { ConversationState } from '../model/conversation.ts';
import type { NearIncident } from '../model/incident.ts';
import { type Course, withFact, withState } from './course.ts';
import type { Known } from './facts.ts';
import { isGraveUnderWay } from './grave.ts';
import { keyOf, ofIncidents } from './incidents.ts';
import type { Line } from './line.ts';
import { isByMachine, spokenFrom } from './machine.ts';
import type { World } from './world.ts';

/** More at once nobody reads before their own matter. */
const mostShown = 2;

/** Before what this turn says, with the first words of a conversation. */
export async function withShown(course: Course, before: ConversationState, known: Known): Promise<Course> {
  const { world } = known;
  const fresh = isFirst(before, known) && !isGraveUnderWay(course.state.stack, world.playbook) ? known.incidents : [];
  const { told, shown, same } = ofIncidents(course.state);
  const wanted = (fresh ?? [])
    .filter((each) => each.isTheirs || known.received.address.channel === 'web')
    .filter((each) => !told.includes(keyOf(each)) && !shown.includes(keyOf(each)))
    .slice(0, mostShown);
  if (wanted.length === 0) return course;
  const { tag } = course.state.language;
  const lines = await Promise.all(
    wanted.map((each) => incidentLine('contact.incident.shown', each, { ...known, tag })),
  );
  const counted = wanted.reduce((so, { id }) => withFact(so, 'incident.shown', undefined, { incident: id }), course);
  const incidents = { told, same, shown: [...shown, ...wanted.map(keyOf)] };
  return withState({ ...counted, lines: [...lines, ...course.lines] }, { incidents });
}

/** A text thread has no end: after a silence its next words are first words again. */
function isFirst({ greeted, lastAt }: ConversationState, { received, world: { landlord } }: Known): boolean {
  if (!greeted || lastAt === undefined) return true;
  const limit = landlord.silenceMinutes[received.address.channel === 'sms' ? 'sms' : 'web'];
  return received.receivedAt.getTime() - Date.parse(lastAt) > limit * 60_000;
}

interface Telling extends Pick<Known, 'world' | 'received'> {
  /** BCP 47, of the conversation. */
  readonly tag: string;
}

/** In the supervisor's words, else in a machine's, marked; else in English with a note. */
export async function incidentLine(phrase: string, incident: NearIncident, telling: Telling): Promise<Line> {
  const { words, places } = incident;
  const { tag, world, received } = telling;
  const english = words[spokenFrom] ?? '';
  const own = isByMachine(tag, world.phrases) ? english : words[tag];
  if (own !== undefined) return { phrase, values: { words: own } };
  const text = await translated(english, { tag, places, world });
  const { channel } = received.address;
  const note = (key: string, said: string) => world.phrases.say(key, tag, channel, { text: said });
  if (text === undefined) return { phrase, values: { words: note('handover.not_translated', english) } };
  // Web clients show the mark with the original beside it.
  const marked = channel === 'web' ? text : note('handover.by_machine', text);
  return { phrase, values: { words: marked }, original: { text: english, language: spokenFrom } };
}

interface Asked {
  readonly tag: string;
  readonly places: readonly string[];
  readonly world: World;
}

async function translated(english: string, { tag, places, world }: Asked): Promise<string | undefined> {
  const { translator, landlord } = world;
  const keep = [landlord.name, ...places];
  const [text] = (await translator?.translate([english], { from: spokenFrom, to: tag, keep })) ?? [];
  return text;
}
