// The outbox's way to a desk that is a skill: the handover with context and transcript, each message of the tenant, and the end. An activity
// that is sent again has the same id.

import { type Activity, ActivityTypes, type ConversationReference, TurnContext } from 'botbuilder';
import { type Logger, leftAlone } from '../../../log.ts';
import { createBreaker, guarded } from '../../../model/breaker.ts';
import type { Conversation } from '../../../model/conversation.ts';
import type { SkillOut } from '../../../model/delivery.ts';
import { type Message, messageId } from '../../../model/message.ts';
import type { HandoverChange } from '../../../turn/turn.ts';
import type { BotApp } from '../adapter.ts';
import { handoffEvent } from '../handoff.ts';
import { asOutsideError } from '../send.ts';
import { toActivity } from '../show-activity.ts';
import type { SkillConversations } from './ports.ts';
import { authenticationFor, type Skill } from './sign-in.ts';

export interface SkillSending {
  readonly app: BotApp;
  readonly skill: Skill;
  /** As tenants know the landlord. */
  readonly name: string;
  /** Where the skill reaches us. */
  readonly serviceUrl: string;
  readonly conversations: SkillConversations;
  readonly log: Logger;
}

/** The part of an outbox row that is read here. */
export interface SkillRow {
  readonly id: string;
  readonly payload: SkillOut;
}

type Reference = Partial<ConversationReference>;

export function sendToSkill(options: SkillSending): (row: SkillRow) => Promise<void> {
  const { app, skill, serviceUrl, log } = options;
  const client = authenticationFor(app, skill).createBotFrameworkClient();
  const breaker = createBreaker({
    clock: () => performance.now(),
    changed: leftAlone(log, { system: 'skill', name: 'The skill' }),
  });
  const post = async (activity: Partial<Activity>, handover: string) => {
    const to = [app.id, skill.appId, skill.url, serviceUrl, handover] as const;
    const { status } = await client.postActivity(...to, activity as Activity);
    if (status < 200 || status >= 300) throw asOutsideError({ statusCode: status });
  };
  return async (row) => {
    const activities = await activitiesOf(row, options);
    for (const activity of activities)
      await guarded(breaker, { system: 'skill', leftAlone: 'The skill is left alone for a while' }, () =>
        post(activity, row.payload.handover),
      );
  };
}

/** None of what the skill has no more: it was called off, or came back to our own people, while it waited to be sent. */
async function activitiesOf({ id, payload }: SkillRow, options: SkillSending): Promise<readonly Partial<Activity>[]> {
  const { conversations } = options;
  const found = await conversations.find(payload.handover);
  if (found === undefined) return [];
  const reference = referenceTo(found.conversation, payload.handover, options);
  if (payload.is === 'over') return [addressed({ id, type: ActivityTypes.EndOfConversation }, reference)];
  if (!found.isTheirs) return [];
  const { conversation, upTo = 0, after = 0 } = payload;
  if (payload.is === 'said') {
    const messages = await conversations.written(conversation, after, upTo);
    return messages.map((message) => addressed(said(message, options), reference));
  }
  const transcript = await conversations.transcript(conversation, upTo);
  const at = transcript.at(-1)?.at ?? new Date(0);
  const change = payload.change as unknown as HandoverChange;
  const event = handoffEvent({ change, reference: reference as Record<string, unknown>, transcript, at });
  return event === undefined ? [] : [addressed({ ...event, id } as Partial<Activity>, reference)];
}

/** By no name and no number: whoever it is, the skill knows them by their conversation. */
function referenceTo({ id, address, state }: Conversation, handover: string, options: SkillSending): Reference {
  const { app, name, serviceUrl } = options;
  return {
    channelId: channelOf(address),
    serviceUrl,
    conversation: { id: handover } as ConversationReference['conversation'],
    user: { id, name: '', role: 'user' },
    bot: { id: app.id, name, role: 'bot' },
    locale: state.language.tag,
  };
}

function channelOf(address: Conversation['address']): string {
  if (address.channel === 'sms') return 'sms';
  return address.channel === 'web' ? 'directline' : String(address.reference.channelId);
}

/** In the tenant's own words; photographs by a link. */
function said(message: Message, { conversations }: SkillSending): Partial<Activity> {
  const { conversation, sequence, at, data } = message;
  const attachments = (data.attachments ?? []).map((each) => ({
    contentType: each.contentType,
    name: each.name,
    contentUrl: conversations.linkTo(each),
  }));
  return {
    ...(toActivity(message) as Partial<Activity>),
    id: messageId(conversation, sequence),
    timestamp: at.toISOString() as unknown as Date,
    ...(attachments.length > 0 && { attachments }),
  };
}

function addressed(activity: Partial<Activity>, reference: Reference): Partial<Activity> {
  const { id } = activity;
  return {
    ...TurnContext.applyConversationReference({ ...activity }, reference, true),
    ...(id !== undefined && { id }),
  };
}
