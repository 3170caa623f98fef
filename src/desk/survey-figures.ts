// How contacts went, as those said who were asked: all together, by channel, and by whether an agent had it. Of so few that somebody
// could be told apart nothing is told.

import { toldApart } from '../model/few.ts';

interface Answers {
  readonly survey: string;
  readonly person: string | null;
  readonly channel: string;
  readonly agent: boolean;
  readonly ease: number | null;
  readonly satisfied: number | null;
}

interface Asked {
  readonly channel: string;
  readonly asked: number;
}

interface Group {
  readonly name: string;
  readonly rows: readonly Answers[];
  readonly people: number;
}

/** Of five steps, these two are easy, or satisfied. */
const goodFrom = 4;

export function surveyFigures(asked: readonly Asked[], answers: readonly Answers[]) {
  const channels = groupsOf(answers, ({ channel }) => channel);
  const askedOn = (name: string) => asked.find(({ channel }) => channel === name)?.asked ?? 0;
  return {
    asked: asked.reduce((sum, each) => sum + each.asked, 0),
    everybody: told([group('all', answers)]).map(({ name: _, ...figures }) => figures)[0],
    channels: told(channels).map(({ name, ...figures }) => ({ channel: name, asked: askedOn(name), ...figures })),
    by: told(groupsOf(answers, ({ agent }) => (agent ? 'agent' : 'assistant'))).map(({ name, ...figures }) => ({
      by: name,
      ...figures,
    })),
  };
}

function groupsOf(answers: readonly Answers[], nameOf: (row: Answers) => string): readonly Group[] {
  return [...Map.groupBy(answers, nameOf)].map(([name, rows]) => group(name, rows)).toSorted(byName);
}

const byName = (one: Group, other: Group) => (one.name < other.name ? -1 : 1);

/** Who is not on file counts once for each time. */
function group(name: string, rows: readonly Answers[]): Group {
  return { name, rows, people: new Set(rows.map(({ person, survey }) => person ?? survey)).size };
}

function told(groups: readonly Group[]) {
  const shown = toldApart(groups, () => '');
  return groups.map((each) => ({
    name: each.name,
    ease: shareOf(shown.has(each) ? each.rows.map(({ ease }) => ease) : undefined),
    satisfaction: shareOf(shown.has(each) ? each.rows.map(({ satisfied }) => satisfied) : undefined),
  }));
}

function shareOf(scores: readonly (number | null)[] | undefined) {
  const given = (scores ?? []).filter((score) => score !== null);
  if (scores === undefined) return { answered: null, goodPercent: null };
  const good = given.filter((score) => score >= goodFrom).length;
  return { answered: given.length, goodPercent: given.length === 0 ? null : Math.round((100 * good) / given.length) };
}
