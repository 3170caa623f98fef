// What must be true of every conversation, whatever died meanwhile.

import { expect } from 'chai';
import { housingToken } from './service.ts';
import { type Activity, numberIn, type Tenant } from './tenant.ts';

const isCustomers = (activity: Activity) => activity.from.role === 'user';
const numberOf = (activity: Activity) => activity.channelData['webchat:sequence-id'];

/** Answered in the order in which they were said: each message's replies stand together, and none is there twice. */
function expectOneAnswerEach(activities: readonly Activity[]): void {
  const answered = activities.flatMap(({ replyToId }) => (replyToId === undefined ? [] : [replyToId]));
  const inOrder = answered.filter((id, index) => id !== answered[index - 1]);
  const heard = activities.filter(isCustomers).map(({ id }) => id);
  expect(inOrder, 'one answer to each message, in order').to.deep.equal(heard);

  const twice = activities.filter(({ replyToId, text }, index) => {
    const before = activities[index - 1];
    return replyToId !== undefined && before?.replyToId === replyToId && before.text === text;
  });
  expect(twice, 'no words twice in an answer').to.have.length(0);
}

/** Numbers count 1, 2, 3…; what was acknowledged is there once, under its id; each of the tenant's messages has its one answer. */
export function expectWhole(activities: readonly Activity[], { acknowledged }: Pick<Tenant, 'acknowledged'>): void {
  const counted = activities.map((_each, index) => index + 1);
  expect(activities.map(numberOf), 'numbers without gap or repeat').to.deep.equal(counted);
  expect(
    activities.map(({ id }) => numberIn(id)),
    'ids by number',
  ).to.deep.equal(counted);

  const heard = activities.filter(isCustomers).map(({ id, channelData }) => [channelData.clientActivityID, id]);
  expect(heard, 'every acknowledged message, once, in the order of sending').to.deep.equal([...acknowledged]);
  expectOneAnswerEach(activities);
}

interface CaseRow {
  readonly reference: string;
  readonly conversation: string;
  readonly words: string;
}

/** All cases of a housing system, page by page. */
export async function casesOf(housing: string): Promise<readonly CaseRow[]> {
  const all: CaseRow[] = [];
  let next: string | undefined = `${housing}/housing/v1/cases?limit=200`;
  while (next !== undefined) {
    const response: Response = await fetch(next, { headers: { Authorization: `Bearer ${housingToken}` } });
    all.push(...((await response.json()) as CaseRow[]));
    const link = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    next = link === undefined ? undefined : new URL(link, next).href;
  }
  return all;
}

/** References that this tenant was told, each in the message that ended the enquiry. */
export function referencesTold(activities: readonly Activity[]): readonly string[] {
  return activities.flatMap(({ channelData: { reference } }) => (typeof reference === 'string' ? [reference] : []));
}

/** The cases of a conversation are those that it was told of, each once, each in its own words. */
export function expectCasesOnce(cases: readonly CaseRow[], conversation: string, told: readonly string[]): void {
  const own = cases.filter((each) => each.conversation === conversation);
  expect(own.map(({ reference }) => reference).sort(), `cases of ${conversation}`).to.deep.equal([...told].sort());
  expect(new Set(own.map(({ words }) => words)).size, 'no matter opened twice').to.equal(own.length);
}
