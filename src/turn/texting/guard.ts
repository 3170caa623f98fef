// A number is no person. One that was silent for long, that is on several records, or whose holder says that we have the wrong one is
// nobody's until they prove who they are: no name and no history is told, and the landlord is asked to check the profile.

import type { Conversation, ConversationState } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import type { Person } from '../../model/person.ts';
import { plainWords } from '../../model/plain-words.ts';
import { teamOf } from '../../model/routes.ts';
import { type Course, withEffects, withFact, withLines, withoutState, withState } from '../course.ts';
import type { Understood } from '../heard.ts';
import type { KeyedEffect, Received } from '../turn.ts';
import type { Moment, World } from '../world.ts';

export type Doubted = NonNullable<ConversationState['doubted']>;

/** Nothing was heard from the number for so long that it may have changed hands. */
export function isStale(
  { lastAt }: Pick<ConversationState, 'lastAt'>,
  at: Date,
  { landlord }: Pick<World, 'landlord'>,
): boolean {
  const days = landlord.texts.guardAfterDays;
  return lastAt !== undefined && at.getTime() - Date.parse(lastAt) >= days * 86_400_000;
}

/** Who was recognised by the number alone is so no more. */
export function doubtedFor(state: ConversationState, because: Doubted['because']): ConversationState {
  const { person, ...rest } = state;
  const doubted = { because, ...(person !== undefined && { person: person.id }) };
  return person?.by === 'number' || person === undefined ? { ...rest, doubted } : { ...state, doubted };
}

interface Around {
  readonly conversation: Conversation;
  readonly received: Received;
  readonly world: World;
  readonly moment: Moment;
}

/** The landlord checks the profile: once for each doubt. */
export function withCheck(course: Course, { conversation, received, world, moment }: Around): Course {
  const { doubted } = course.state;
  if (doubted === undefined || doubted.checked) return course;
  const known = withFact(course, 'number.doubted', undefined, { because: doubted.because });
  const asked = withState(known, { doubted: { ...doubted, checked: true } });
  return withEffects(asked, checkTask(doubted, { conversation, received, world, moment }));
}

/** Nothing of the matter stands in it: whoever checks looks the number up. */
function checkTask(doubted: Doubted, { conversation, received, world, moment }: Around): KeyedEffect {
  const { landlord } = world;
  const { address } = received;
  const reference = world.references.make('TSK', `${conversation.id}:number:${received.sequence}`);
  const payload = {
    reference,
    team: teamOf('tenancy.update_details', landlord),
    kind: 'check-number',
    ...(doubted.person !== undefined && { person: doubted.person }),
    words: '',
    language: conversation.state.language.tag,
    due: localTime(moment.now, landlord.timeZone).date,
    conversation: conversation.id,
    details: { why: doubted.because, ...(address.channel === 'sms' && { phone: address.number }) },
  };
  return { kind: 'housing.create-task', key: `housing:${reference}`, payload };
}

/** "Wrong number", or "this is not" with the name of whom we take them for. */
export function isSomebodyElse(said: Understood, { phrases }: Pick<World, 'phrases'>): boolean {
  const plain = plainWords(said.text);
  const tongues = [...new Set([said.language.tag, said.wordsIn, 'en'])].filter((tag) =>
    phrases.languages.some((each) => each.tag === tag),
  );
  const words = (list: string) => tongues.flatMap((tag) => phrases.words(list, tag)).map(plainWords);
  if (words('wrong_number').includes(plain)) return true;
  const opening = words('not_them').find((each) => plain.startsWith(`${each} `));
  if (opening === undefined) return false;
  const rest = ` ${plain.slice(opening.length + 1)} `;
  return said.people.flatMap(namesOf).some((name) => rest.includes(` ${name} `)) && rest.trim().split(' ').length <= 4;
}

function namesOf({ name }: Person): readonly string[] {
  return plainWords(Object.values(name).join(' '))
    .split(' ')
    .filter((each) => each.length >= 3);
}

/** They hear nothing of anybody, and what is under way for somebody else ends here. */
export function someoneElse(course: Course, around: Around): Course {
  const state = doubtedFor(course.state, 'not-theirs');
  const left = withoutState(
    { ...course, state },
    'told',
    'matter',
    'restrictedMatter',
    'speaksFor',
    'offered',
    'notice',
    'photosFor',
  );
  const quiet = withState(left, { stack: [], waiting: [], said: [], threadFrom: around.received.sequence + 1 });
  return withCheck(withLines(quiet, { phrase: 'texts.not_me', values: {} }), around);
}
