// The conversation as the service tells it: in the order of its own counter, each message once.

import type { Activity, ActivitySet } from './direct-line.ts';
import type { Item } from './outbox.ts';
import { readCard } from './read-card.ts';
import type { Entry, Expects, FileLine, Handed, Option } from './state.ts';

interface Line {
  readonly sequence: number;
  readonly entry: Entry;
  readonly handover?: Handed | undefined;
}

export interface News {
  /** Keys of what the tenant wrote and the service has. */
  readonly confirmed: readonly string[];
  readonly fromService: number;
  /** The language in which the service itself spoke last. */
  readonly language: string | undefined;
}

export interface Log {
  watermark(): string;
  /** Takes in what was heard; tells what was new. */
  hear(set: ActivitySet): News;
  /** The log, and after it what was written and is not in it yet. */
  entries(unsent: readonly Item[]): readonly Entry[];
  /** The highest sequence. */
  last(): number;
  /** How many messages of the service are above this number. */
  countAfter(sequence: number): number;
  /** How far a person has been brought in, as it was told last. */
  handover(): Handed | undefined;
  /** The id of the newest message of an agent. */
  lastOfAgent(): string | undefined;
  clear(): void;
}

export function createLog(): Log {
  let lines: readonly Line[] = [];
  let watermark = '';
  /** Where a waiting tenant stands now: told beside the log. */
  let place: Activity['value'];

  function add(activity: Activity): Line | undefined {
    const line = readLine(activity);
    if (line === undefined || lines.some(({ sequence }) => sequence === line.sequence)) return undefined;
    const after = lines.findIndex(({ sequence }) => sequence > line.sequence);
    const at = after === -1 ? lines.length : after;
    lines = [...lines.slice(0, at), line, ...lines.slice(at)];
    return line;
  }

  return {
    watermark: () => watermark,
    hear(set) {
      const added = set.activities.map(add).filter((line) => line !== undefined);
      if (set.watermark) watermark = set.watermark;
      // Of an earlier wait it says nothing.
      if (added.some(({ handover }) => handover)) place = undefined;
      place = set.activities.find(({ name }) => name === 'handover.place')?.value ?? place;
      return {
        confirmed: added.filter(({ entry }) => entry.from === 'you').map(({ entry }) => entry.key),
        fromService: added.filter(({ entry }) => entry.from !== 'you').length,
        language: added.filter(({ entry }) => entry.from === 'assistant' && !entry.machine).pop()?.entry.language,
      };
    },
    entries(unsent) {
      const known = new Set(lines.map(({ entry }) => entry.key));
      return [...lines.map(({ entry }) => entry), ...unsent.filter(({ id }) => !known.has(id)).map(entryOf)];
    },
    last: () => lines[lines.length - 1]?.sequence ?? 0,
    countAfter: (mark) => lines.filter(({ sequence, entry }) => sequence > mark && entry.from !== 'you').length,
    handover() {
      const told = lines.filter(({ handover }) => handover !== undefined).pop()?.handover;
      return place && told?.state === 'waiting' ? { ...told, waitMinutes: undefined, ...place } : told;
    },
    lastOfAgent: () => lines.filter(({ entry }) => entry.from === 'agent').pop()?.entry.id,
    clear() {
      lines = [];
      watermark = '';
    },
  };
}

function entryOf(item: Item): Entry {
  return {
    key: item.id,
    from: 'you',
    text: item.text,
    at: item.at,
    files: item.files.map(({ name, type }) => ({ name, contentType: type })),
    delivery: item.delivery,
    problem: item.problem,
    percent: item.percent,
    options: [],
    machine: false,
  };
}

function readLine(activity: Activity): Line | undefined {
  const sequence = Number(activity.channelData?.['webchat:sequence-id']);
  const files = (activity.attachments ?? []).map(readFile).filter((file) => file !== undefined);
  const isSaying = activity.text !== undefined && activity.text !== '';
  if (activity.type !== 'message' || !(isSaying || files.length > 0) || !Number.isFinite(sequence)) return undefined;
  const handover = activity.channelData?.handover as Handed | undefined;
  return { sequence, entry: readEntry(activity, files), handover: handover && { ...handover, at: activity.timestamp } };
}

function readEntry(activity: Activity, files: readonly FileLine[]): Entry {
  const data = activity.channelData ?? {};
  const from = author(activity, data);
  return {
    key: textIn(data.clientActivityID) ?? String(activity.id),
    id: activity.id,
    from,
    name: from === 'agent' ? activity.from?.name : undefined,
    text: activity.text ?? '',
    language: textIn(data.language) ?? activity.locale,
    at: activity.timestamp ?? '',
    files,
    delivery: 'sent',
    options: readOptions(data.options),
    expects: data.expects as Expects | undefined,
    asks: textIn(data.asks),
    machine: data.source === 'machine',
    original: readOriginal(data),
    card: readCard(activity),
  };
}

const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function author(activity: Activity, data: Readonly<Record<string, unknown>>): Entry['from'] {
  if (activity.from?.role === 'user') return 'you';
  return data.source === 'agent' || activity.from?.id === 'agent' ? 'agent' : 'assistant';
}

function readOriginal(data: Readonly<Record<string, unknown>>): Entry['original'] {
  const text = textIn(data.original);
  return text === undefined ? undefined : { text, language: textIn(data.originalLanguage) };
}

function readOptions(value: unknown): readonly Option[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (option): option is Option => typeof option?.value === 'string' && typeof option?.label === 'string',
  );
}

function readFile(attachment: NonNullable<Activity['attachments']>[number]): FileLine | undefined {
  const { name, contentType, contentUrl } = attachment;
  if (contentUrl === undefined) return undefined;
  return { name: name ?? '', contentType: contentType ?? '', url: contentUrl };
}
