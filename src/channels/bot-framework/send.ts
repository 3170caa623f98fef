// The outbox's way to a Bot Framework channel: a proactive message through the stored conversation reference.

import type { Activity, ConversationReference } from 'botbuilder';
import type { BotFrameworkOut } from '../../model/delivery.ts';
import { OutsideError } from '../../model/outside-error.ts';
import type { HandoverChange } from '../../turn/turn.ts';
import type { Log } from '../channel.ts';
import type { DoorAdapter } from './adapter.ts';
import { handoffEvent } from './handoff.ts';

/** The part of an outbox row that this door reads. */
export interface BotFrameworkRow {
  readonly id: string;
  readonly payload: BotFrameworkOut;
  readonly sequence?: number | undefined;
  readonly resumed: boolean;
}

/**
 * The connector has no idempotency key: an activity whose answer was lost is sent again. Clients tell it apart by
 * `channelData['webchat:sequence-id']`, and `channelData.delivery`, which are the same both times.
 */
export function sendActivities(
  adapter: DoorAdapter,
  messages: Log,
  timeoutMs: number,
): (row: BotFrameworkRow) => Promise<void> {
  return async ({ id, payload, sequence }) => {
    const outgoing = await outgoingOf(payload, messages);
    if (outgoing === undefined) return;
    const counted = sequence === undefined ? {} : { 'webchat:sequence-id': sequence };
    const channelData = { ...(outgoing.channelData as object | undefined), ...counted, delivery: id };
    const activity = { ...outgoing, channelData } as Partial<Activity>;
    const { deliveryMode: _, ...reference } = payload.reference;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      await adapter.send(reference as Partial<ConversationReference>, activity, signal);
    } catch (error) {
      throw signal.aborted ? failure('The channel did not answer in time', 'timed-out', true) : asOutsideError(error);
    }
  };
}

/** Undefined for a change of owner that the protocol has no event for. */
async function outgoingOf(
  { activity, handoff, reference, conversation }: BotFrameworkOut,
  messages: Log,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (handoff === undefined) return activity;
  const transcript = await messages.read(conversation, 0);
  const at = transcript.at(-1)?.at ?? new Date(0);
  return handoffEvent({ change: handoff as unknown as HandoverChange, reference, transcript, at }) as
    | Readonly<Record<string, unknown>>
    | undefined;
}

/** The SDK's error is left out: its request holds the words of the message. */
export function asOutsideError(error: unknown): OutsideError {
  const status = (error as { statusCode?: unknown }).statusCode;
  if (typeof status !== 'number') return failure('The channel was not reached', 'unreachable', true);
  if (status === 429) return failure('The channel asked us to slow down (429)', 'rate-limited', true);
  if (status >= 500) return failure(`The channel is in trouble (${status})`, 'unreachable', true);
  // 401 and 403 are about our credentials, not about this message.
  const isPassing = [401, 403, 408].includes(status);
  return failure(`The channel refused the activity (${status})`, 'refused', isPassing);
}

function failure(message: string, code: OutsideError['code'], retryable: boolean): OutsideError {
  return new OutsideError(message, { system: 'bot-framework', code, retryable });
}
