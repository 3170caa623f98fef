// The desk elsewhere that is a Bot Framework skill, from the parts that it asks. None unless it is set.

import type { BotApp } from '../channels/bot-framework/adapter.ts';
import type { SkillConversations } from '../channels/bot-framework/skill/ports.ts';
import { createSkillDesk, type SkillDesk } from '../channels/bot-framework/skill/skill-desk.ts';
import { readOn } from '../desk/conversation-view.ts';
import { readableBy, type Secrecy } from '../desk/secrecy.ts';
import type { Attachment, Message } from '../model/message.ts';
import { teamOf } from '../model/routes.ts';
import { somebody, withSkill } from '../turn/handover/other-desk.ts';
import type { Foundation } from './foundation.ts';
import type { Path } from './path.ts';

type LinkTo = (attachment: Attachment) => string;

export function buildSkillDesk(
  foundation: Foundation,
  { inbox }: Path,
  { app, linkTo }: { readonly app: BotApp | undefined; readonly linkTo: LinkTo },
): SkillDesk | undefined {
  const { url, appId, loginUrl } = foundation.config.skillDesk;
  if (url === undefined || appId === undefined || app === undefined) return undefined;
  const { publicUrl, log, content } = foundation;
  const conversations = { ...known(foundation), act: inbox.act, linkTo };
  const { name } = content.landlord;
  return createSkillDesk({ app, skill: { url, appId, loginUrl }, name, publicUrl, conversations, log });
}

/** Whoever is there reads what an agent of ours reads who is in no team: nothing of a restricted matter. */
function known(foundation: Foundation): Pick<SkillConversations, 'find' | 'transcript' | 'written'> {
  const { desk, messages, content } = foundation;
  const secrecy = secrecyOf(content);
  return {
    find: async (handover) => {
      const row = await desk.handover(handover);
      const conversation = row && (await messages.find(row.conversation));
      if (row === undefined || conversation === undefined) return undefined;
      const name = content.landlord.teams[row.team]?.name ?? row.team;
      const isTheirs = withSkill(conversation) === handover;
      return { conversation, isTheirs, speaker: { id: somebody, name, teams: [] } };
    },
    transcript: async (conversation, upTo) => {
      const [all, handovers] = await Promise.all([
        readOn(messages.read, conversation, 0),
        desk.handoversOf(conversation),
      ]);
      const nobodys = { id: somebody, name: '', teams: [] };
      return readableBy(nobodys, untilTheNext(all, upTo), { handovers, secrecy });
    },
    written: async (conversation, after, upTo) =>
      (await readOn(messages.read, conversation, after)).filter(
        ({ author, kind, sequence }) => author === 'customer' && kind === 'message' && sequence <= upTo,
      ),
  };
}

/** With what was answered to the last of them: what the tenant writes after it is told by itself. */
function untilTheNext(messages: readonly Message[], upTo: number): readonly Message[] {
  const next = messages.findIndex(({ author, sequence }) => author === 'customer' && sequence > upTo);
  return next === -1 ? messages : messages.slice(0, next);
}

/** Which enquiries are for their own team alone, and whose each is. */
export function secrecyOf({ playbook, landlord }: Foundation['content']): Secrecy {
  return {
    isRestricted: (enquiry) => playbook.get(enquiry)?.restricted ?? false,
    teamOf: (enquiry) => teamOf(enquiry, landlord),
  };
}
