// How many enquiries end at first contact, and what that takes in questions and in texts: every transcript of test/conversations
// played through the real turn. What counts as resolved is said in test/support/first-contact.ts.

import { type Contact, countedAs, isResolved, playContacts, summed } from '../test/support/first-contact.ts';
import { readAll } from '../test/support/world.ts';

/** Beginnings of names that belong together; the first that fits. */
const groups: readonly (readonly [group: string, names: RegExp])[] = [
  ['danger now', /^(emergency|safety)\./],
  ['repairs and the home', /^(repair|home)\./],
  ['money', /^(rent|charges|money)\./],
  ['tenancy', /^tenancy\./],
  ['homes to rent or buy', /^(lettings|ownership)\./],
  ['neighbourhood', /^neighbourhood\./],
  ['complaints and feedback', /^(complaint|feedback|claim)\./],
  ['access and support', /^(access|support|involvement)\./],
  ['contacting us', /^(contact|data)\./],
];

function grouped<T>(items: readonly T[], by: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(items, by)];
}

const groupOf = ({ enquiry }: Contact): string => groups.find(([, names]) => names.test(enquiry))?.[0] ?? 'other';

function row(name: string, contacts: readonly Contact[]): string {
  const { contacts: count, resolved, share, questions, segments } = summed(contacts);
  const each = (value: number | undefined) =>
    (value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(1)).padStart(5);
  return (
    `${name.padEnd(30)} ${String(count).padStart(4)} conversations ${String(resolved).padStart(4)} resolved ` +
    `${(100 * share).toFixed(0).padStart(4)} %   ${each(questions)} questions   ${each(segments)} segments`
  );
}

/** By share; where that is the same, what costs most comes first. */
function worstFirst(contacts: readonly Contact[]): readonly string[] {
  const rows = grouped(contacts, ({ enquiry }) => enquiry).map(([name, own]) => ({ name, own, sum: summed(own) }));
  const cost = ({ questions, segments = 0 }: (typeof rows)[number]['sum']) => questions + segments;
  return rows
    .sort((one, two) => one.sum.share - two.sum.share || cost(two.sum) - cost(one.sum))
    .map(({ name, own }) => row(name, own));
}

/** How they ended, where resolved or not is no question. */
function endings(contacts: readonly Contact[]): readonly string[] {
  return grouped(contacts, ({ enquiry }) => enquiry).map(([name, own]) => {
    const ended = grouped(own, (contact) => (isStillAsked(contact) ? 'a menu' : contact.ended));
    return `${name.padEnd(30)} ${ended.map(([as, those]) => `${those.length} ${as}`).join(', ')}`;
  });
}

const isStillAsked = (contact: Contact): boolean => countedAs(contact) === 'talk' && contact.ended === 'unfinished';

const plain = ({ kind }: Contact): boolean => kind === 'plain';

function show(title: string, lines: readonly string[]): void {
  console.log(`\n${title}`);
  for (const line of lines) console.log(line);
}

/** Plays them all and prints the shares, the worst first. */
export async function benchConversations(): Promise<void> {
  readAll();
  const all = await playContacts();
  const counted = all.filter((contact) => countedAs(contact) === 'enquiry');
  const straight = counted.filter(plain);
  const others = grouped(
    all.filter((contact) => countedAs(contact) !== 'enquiry'),
    countedAs,
  );
  const unresolved = counted.filter((contact) => !isResolved(contact));

  console.log(`${all.length} conversations, ${new Set(all.map(({ enquiry }) => enquiry)).size} kinds of enquiry`);
  show('first contact', [
    row('all enquiries', straight),
    row('and in special cases', counted),
    ...grouped(straight, ({ channel }) => channel).map(([channel, own]) => row(`by ${channel}`, own)),
  ]);
  show(
    'groups',
    grouped(straight, groupOf).map(([group, own]) => row(group, own)),
  );
  show('enquiries, special cases too, the worst first', worstFirst(counted));
  show(
    'not resolved',
    unresolved.map(({ name, ended, person }) => `${name.padEnd(44)} ${ended.padEnd(10)} ${person ?? ''}`.trimEnd()),
  );
  for (const [as, own] of others) show(`in no share: ${as}`, endings(own));
}
