// Activity → Inbound. A message, an event, or somebody joining; whatever else the protocol has is acknowledged and left alone.

import { createHash } from 'node:crypto';
import { type Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import type { Inbound } from '../../model/message.ts';

const mostCharacters = 20_000;

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const id = z.string().min(1).max(1_000);
const Account = z.looseObject({ id });

/** What is looked at here. The SDK and the conversation's reference get the activity as it came. */
const Incoming = z.looseObject({
  type: z.string().min(1).max(100),
  id: maybe(id),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: Account,
  from: Account,
  recipient: maybe(Account),
  text: z.string().nullish(),
  name: maybe(z.string().min(1).max(200)),
  value: z.unknown().optional(),
  locale: maybe(z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)),
  deliveryMode: maybe(z.string()),
  membersAdded: maybe(z.array(Account)),
  attachments: maybe(z.array(z.unknown())),
});
export type Incoming = z.infer<typeof Incoming>;

/** @throws Problem 400 when it is no activity, 413 when its text is too long */
export function parseActivity(body: unknown): Incoming {
  const parsed = Incoming.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const detail = `${issue?.path.join('.') || 'activity'}: ${issue?.message}`;
    throw new Problem(400, 'bad-activity', { title: 'This is no activity that can be read.', detail });
  }
  const longest = Math.max(parsed.data.text?.length ?? 0, choiceOf(parsed.data)?.length ?? 0);
  if (longest > mostCharacters) {
    throw new Problem(413, 'too-long', { title: 'A message may have 20,000 characters.' });
  }
  return parsed.data;
}

/** `answersInline`: the caller waits for the replies in the HTTP answer (`deliveryMode: expectReplies`). */
export function answersInline(activity: Incoming): boolean {
  return activity.deliveryMode === 'expectReplies';
}

/** Of a conversation that was handed to the desk behind the channel. */
export interface DeskStatus {
  readonly conversation: string;
  readonly state: 'accepted' | 'failed' | 'completed' | 'ended';
  /** The same each time it is sent. */
  readonly activity: string;
}

/** The `value` of `handoff.status`. */
const Status = z.looseObject({ state: z.enum(['accepted', 'failed', 'completed']) });

/**
 * `handoff.status`, or the end of the conversation; undefined for anything else.
 *
 * @throws Problem 400 for a status that the protocol does not have
 */
export function readStatus(activity: Incoming): DeskStatus | undefined {
  const about = { conversation: conversationOf(activity), activity: activity.id ?? fingerprint(activity) };
  if (activity.from.id === activity.recipient?.id) return undefined;
  if (activity.type === 'endOfConversation') return { ...about, state: 'ended' };
  if (activity.type !== 'event' || activity.name !== 'handoff.status') return undefined;
  return { ...about, state: stateOf(activity.value) };
}

/** @throws Problem 400 for a status that the protocol does not have */
export function stateOf(value: unknown): z.infer<typeof Status>['state'] {
  const parsed = Status.safeParse(value);
  if (parsed.success) return parsed.data.state;
  const detail = 'value.state: expected accepted, failed or completed';
  throw new Problem(400, 'bad-activity', { title: 'This is no handoff status that can be read.', detail });
}

/** @returns undefined for what is only acknowledged: typing, read receipts, the bot's own joining, its own words */
export function readActivity(activity: Incoming, receivedAt: Date): Inbound | undefined {
  const said = whatIsSaid(activity);
  if (said === undefined) return undefined;
  const value = choiceOf(activity);
  return {
    conversation: conversationOf(activity),
    address: { channel: 'bot-framework', reference: referenceOf(activity) },
    channelMessageId: activity.id ?? fingerprint(activity),
    ...said,
    ...(value === undefined ? {} : { value }),
    attachments: [],
    ...(activity.locale === undefined ? {} : { locale: activity.locale }),
    receivedAt,
  };
}

function whatIsSaid(activity: Incoming): Pick<Inbound, 'kind' | 'text' | 'name'> | undefined {
  if (activity.from.id === activity.recipient?.id) return undefined;
  if (activity.type === 'message') return { kind: 'message', text: storable(activity.text ?? '') };
  // `webchat/join`, as hosts of Web Chat name it, is our `join`.
  if (activity.type === 'event' && activity.name !== undefined) {
    return { kind: 'event', text: '', name: storable(activity.name.replace(/^webchat\//, '')) };
  }
  return hasSomebodyJoined(activity) ? { kind: 'event', text: '', name: 'join' } : undefined;
}

function hasSomebodyJoined(activity: Incoming): boolean {
  if (activity.type !== 'conversationUpdate') return false;
  return (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient?.id);
}

/** The `value` of a button is a string, or an object with one in it. */
function choiceOf({ value }: Incoming): string | undefined {
  const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return typeof inner === 'string' && inner !== '' ? storable(inner) : undefined;
}

function conversationOf({ channelId, conversation }: Incoming): string {
  return `bf-${createHash('sha256').update(`${channelId}|${conversation.id}`).digest('hex').slice(0, 20)}`;
}

/** Without the id of this one activity: replies go to the conversation. `deliveryMode` tells that nothing is to be sent later. */
function referenceOf(activity: Incoming): Record<string, unknown> {
  const { activityId: _, ...reference } = TurnContext.getConversationReference(
    activity as unknown as Partial<Activity>,
  );
  const plain = JSON.parse(JSON.stringify(reference)) as Record<string, unknown>;
  return answersInline(activity) ? { ...plain, deliveryMode: 'expectReplies' } : plain;
}

/** A channel that gives no id repeats itself word for word, its time included. */
function fingerprint(activity: Incoming): string {
  const { type, conversation, from, text, name, value, timestamp, membersAdded, channelData } = activity;
  const whole = JSON.stringify([
    type,
    conversation.id,
    from.id,
    text,
    name,
    value,
    timestamp,
    membersAdded,
    channelData,
  ]);
  return `sha256:${createHash('sha256').update(whole).digest('hex')}`;
}

/** PostgreSQL keeps neither a zero character nor half an emoji; each becomes the sign for "something stood here". */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}
