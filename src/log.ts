// One JSON line per event. Only fields on the list below come out: ids, counts, codes and durations, never words, names,
// telephone numbers or addresses. A field that is missing here is a decision, not an oversight: add it with care.

const levels = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof levels)[number];

const allowed = new Set([
  'agent',
  'attempt',
  'bytes',
  'channel',
  'code',
  'conversation',
  'count',
  'database',
  'delivery',
  'durationMs',
  'enquiry',
  'enquiries',
  'error',
  'folder',
  'from',
  'handover',
  'id',
  'instance',
  'kind',
  'languages',
  'limit',
  'method',
  'outcome',
  'parked',
  'part',
  'pid',
  'port',
  'queueMs',
  'reason',
  'replies',
  'retryAfterMs',
  'revision',
  'route',
  'sequence',
  'signal',
  'state',
  'status',
  'system',
  'team',
  'to',
  'turnMs',
  'version',
]);

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Messages are fixed sentences, so that they can be counted; what varies is in the fields.
 * `error`: a person must act now. `warn`: look at it this week. `info`: one line per turn and per delivery.
 */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** @param write where a line goes; the process's standard output unless a test says otherwise */
export function createLogger(level: Level | 'silent', write: (line: string) => void = writeToStdout): Logger {
  const least = level === 'silent' ? levels.length : levels.indexOf(level);
  const at =
    (own: Level) =>
    (message: string, fields: LogFields = {}) => {
      if (levels.indexOf(own) < least) return;
      const kept = Object.entries(fields).filter(([key]) => allowed.has(key));
      write(`${JSON.stringify({ at: new Date().toISOString(), level: own, message, ...Object.fromEntries(kept) })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function writeToStdout(line: string): void {
  process.stdout.write(line);
}

/** What may be said in a log line of something caught: the class and code of the error, never its message. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/**
 * Says when a service elsewhere is left alone by a breaker, and when it answers again.
 *
 * @param about `name`: the first words of both lines
 */
export function leftAlone(
  log: Logger,
  { system, name }: { readonly system: string; readonly name: string },
): (is: 'open' | 'closed', waitMs: number) => void {
  return (is, waitMs) =>
    is === 'open'
      ? log.warn(`${name} is left alone for a while`, { system, retryAfterMs: waitMs })
      : log.info(`${name} answers again`, { system });
}
