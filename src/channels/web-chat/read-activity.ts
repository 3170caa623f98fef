// Activity → Inbound. Only the fields that are used are looked at, the rest is nobody's business; what is wrong is refused, not repaired.

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import type { Attachment, Inbound } from '../../model/message.ts';

/** Who sends, as the token says: what the activity claims in `from` is not believed. */
export interface Sender {
  readonly conversation: string;
  readonly user: string;
  readonly locale?: string;
  readonly identity?: { readonly person: string; readonly until: string };
}

export type ReadActivity =
  | { readonly is: 'inbound'; readonly inbound: Inbound }
  /** Protocol chatter (`conversationUpdate` and so on): acknowledged and dropped. */
  | { readonly is: 'ignored' };

const mostCharacters = 20_000;

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const short = z.string().min(1).max(200);

const Activity = z.object({
  type: z.string().min(1).max(100),
  text: z.string().nullish(),
  name: z.string().min(1).max(200).nullish(),
  value: z.unknown().optional(),
  locale: maybe(z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)),
  from: maybe(z.object({ id: maybe(short) })),
  channelData: maybe(
    z.object({
      clientActivityID: maybe(short.refine((id) => clean(id) === id)),
      messageBack: maybe(z.object({ displayText: maybe(z.string()) })),
    }),
  ),
});
type Activity = z.infer<typeof Activity>;

/** @throws Problem 400 when it is no activity, 413 when its text is too long */
export function parseActivity(body: unknown): Activity {
  const parsed = Activity.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const detail = `${issue?.path.join('.') || 'activity'}: ${issue?.message}`;
    throw new Problem(400, 'bad-activity', { title: 'This is no activity that can be read.', detail });
  }
  if (wordsOf(parsed.data).length > mostCharacters || (choiceOf(parsed.data) ?? '').length > mostCharacters) {
    const title = `A message may have ${mostCharacters.toLocaleString('en-GB')} characters.`;
    throw new Problem(413, 'too-long', { title });
  }
  return parsed.data;
}

/** @throws Problem 400 when there is nothing in it */
export function readActivity(
  activity: Activity,
  sender: Sender,
  at: { receivedAt: Date; attachments: readonly Attachment[] },
): ReadActivity {
  if (activity.type === 'event') return { is: 'inbound', inbound: readEvent(activity, sender, at) };
  if (activity.type !== 'message') return { is: 'ignored' };
  const text = clean(wordsOf(activity));
  const value = choiceOf(activity);
  if (isEmpty(activity) && at.attachments.length === 0) throw emptyMessage();
  const about = envelope(activity, sender);
  return { is: 'inbound', inbound: { ...about, kind: 'message', text, ...some({ value }), ...at } };
}

/** Whether a message says nothing; files may yet speak for it. */
export function isEmpty(activity: Activity): boolean {
  return (
    activity.type === 'message' &&
    wordsOf(activity)
      .replace(/\p{Cf}/gu, '')
      .trim() === '' &&
    (choiceOf(activity) ?? '') === ''
  );
}

export function emptyMessage(): Problem {
  return new Problem(400, 'empty-message', { title: 'A message needs words, a choice or a file.' });
}

/** `webchat/join`, as Web Chat's hosts name it, is our `join`. */
function readEvent(
  activity: Activity,
  sender: Sender,
  at: { receivedAt: Date; attachments: readonly Attachment[] },
): Inbound {
  if (typeof activity.name !== 'string') {
    throw new Problem(400, 'bad-activity', { title: 'An event needs a name.' });
  }
  const name = clean(activity.name.replace(/^webchat\//, ''));
  const value = choiceOf(activity);
  const about = envelope(activity, sender);
  return { ...about, kind: 'event', text: '', name, ...some({ value }), ...at };
}

function envelope(activity: Activity, sender: Sender) {
  const { conversation, user, identity } = sender;
  const clientActivityId = activity.channelData?.clientActivityID;
  return {
    conversation,
    address: { channel: 'web', user } as const,
    channelMessageId: `${conversation}:${clientActivityId ?? randomUUID()}`,
    ...some({ clientActivityId, identity, locale: activity.locale ?? sender.locale }),
  };
}

/** A messageBack may carry what was shown on the button apart from its text: those are the customer's words. */
function wordsOf(activity: Activity): string {
  return activity.text || activity.channelData?.messageBack?.displayText || '';
}

/** The `value` of a button is a string, or an object with one in it. */
function choiceOf({ value }: Activity): string | undefined {
  const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return typeof inner === 'string' && inner !== '' ? clean(inner) : undefined;
}

/** PostgreSQL keeps neither a zero character nor half an emoji; each becomes the sign for "something stood here". */
function clean(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}

/** Without the fields that have no value, as exact optional types want it. */
function some<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
