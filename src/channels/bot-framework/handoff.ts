// The handoff protocol of the Bot Framework: events that tell the channel, or the agent hub behind it, who speaks now.

import { type Activity, ActivityTypes, type ConversationReference, EventFactory, TurnContext } from 'botbuilder';
import type { Message } from '../../model/message.ts';
import type { HandoverChange } from '../../turn/turn.ts';
import { type OutgoingActivity, toActivity } from './show-activity.ts';

type Reference = Readonly<Record<string, unknown>>;

/**
 * `handoff.initiate`: the conversation goes to a queue. Its value is the context, its attachment the transcript so far.
 *
 * @param about `context` is what an agent hub routes by (team, language, enquiry, reason…): codes, no words of the customer
 */
function handoffInitiate(about: {
  readonly reference: Reference;
  readonly context: Readonly<Record<string, unknown>>;
  readonly transcript: readonly Message[];
  readonly at: Date;
}): OutgoingActivity {
  const incoming = TurnContext.applyConversationReference(
    { type: ActivityTypes.Message },
    about.reference as unknown as Partial<ConversationReference>,
    true,
  );
  const context = { activity: incoming } as unknown as TurnContext;
  const activities = about.transcript.map(toTranscript) as unknown as Activity[];
  return plain(EventFactory.createHandoffInitiation(context, about.context, { activities }), about.at);
}

/** `handoff.status`: an agent has taken the conversation, it is over, or nobody came. */
function handoffStatus(about: {
  readonly reference: Reference;
  readonly state: 'accepted' | 'failed' | 'completed';
  readonly message?: string;
  readonly at: Date;
}): OutgoingActivity {
  const { conversation } = about.reference as unknown as ConversationReference;
  return plain(EventFactory.createHandoffStatus(conversation, about.state, about.message), about.at);
}

/** The event that tells of a change of owner, if the protocol has one for it. */
export function handoffEvent(about: {
  readonly change: HandoverChange;
  readonly reference: Reference;
  /** The log up to and with this commit. */
  readonly transcript: readonly Message[];
  readonly at: Date;
}): OutgoingActivity | undefined {
  const { change, reference, at } = about;
  if (change.is === 'requested') {
    const { id: handover, team, priority, reason, enquiry, language, skills } = change;
    const context = { handover, team, priority, reason, enquiry, language, skills };
    return handoffInitiate({ reference, context, transcript: about.transcript, at });
  }
  // Our own people have it from now on.
  if (change.is === 'requeued' && change.elsewhere === false) return handoffStatus({ reference, state: 'failed', at });
  if (change.is === 'accepted') return handoffStatus({ reference, state: 'accepted', at });
  if (change.is !== 'ended') return undefined;
  const state = change.as === 'call-back' || change.as === 'left' ? 'failed' : 'completed';
  return handoffStatus({ reference, state, message: change.as, at });
}

function toTranscript(message: Message): OutgoingActivity {
  const role = message.author === 'customer' ? 'user' : 'bot';
  return { ...toActivity(message), timestamp: message.at.toISOString(), from: { id: message.author, role } };
}

/** As JSON, with our clock's time; the id is the channel's to give. */
function plain(event: Partial<Activity>, at: Date): OutgoingActivity {
  const { id: _, localTimezone: __, ...rest } = event;
  return JSON.parse(JSON.stringify({ ...rest, timestamp: at.toISOString() })) as OutgoingActivity;
}
