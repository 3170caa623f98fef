// The path of a message: inbox, turn, commit.

import { createPhotoLinks, type PhotoLinks } from '../channels/sms/photo-links.ts';
import { createChatLinks } from '../channels/web-chat/chat-links.ts';
import { actLine } from '../desk/audit/act-line.ts';
import { createDeskView } from '../desk/desk-view.ts';
import { queueTopic } from '../desk/stream.ts';
import type { ShortLinks } from '../http/short-links.ts';
import { createInbox } from '../inbox/inbox.ts';
import type { InboxParts } from '../inbox/parts.ts';
import { holdingAt } from '../model/incident.ts';
import { createReferences } from '../references.ts';
import { createConversations } from '../store/conversations/conversations.ts';
import { auditRow } from '../store/privacy/audit.ts';
import { createProofs } from '../store/proofs.ts';
import { createSurveys } from '../store/surveys.ts';
import { toDeliveries } from '../turn/deliveries.ts';
import { toEvents } from '../turn/events.ts';
import { gatheredAs } from '../turn/gathered.ts';
import { sorry } from '../turn/reply/sorry.ts';
import { takeAct } from '../turn/take-act.ts';
import { takeTurn } from '../turn/take-turn.ts';
import type { World } from '../turn/world.ts';
import type { Foundation } from './foundation.ts';

export type Path = ReturnType<typeof buildPath>;

/** Topic on which instances tell each other of conversations that were deleted. */
const forgotten = 'forgotten';

/** Inbox, turn and commit. The outbox is told of each commit once it is there. */
export function buildPath(foundation: Foundation, formats: World['formats'] = madeByPeople) {
  const { shared, store, clock, hub, log, metrics } = foundation;
  const world = worldOf(foundation, formats);
  const worldAt = (attempt: number) => (attempt === 0 ? world : { ...world, references: createReferences(attempt) });
  let wakeOutbox = () => {};
  const conversations = createConversations(store.run);
  shared.bus.subscribe<string>(
    forgotten,
    (id) => (id === undefined ? conversations.forgetAll() : conversations.forget(id)),
    (far) => far,
  );
  const inbox = createInbox({
    conversations,
    takeTurn: (received, conversation, attempt) => takeTurn(received, conversation, worldAt(attempt), { now: clock() }),
    auditOf: (act, conversation) => {
      const line = actLine(act, conversation, clock());
      return line && auditRow(line, foundation.secrets.signing);
    },
    takeAct: (act, conversation) => takeAct(act, conversation, world, { now: clock() }),
    sorry: (received, conversation) => sorry(received, conversation, world),
    toDeliveries: deliveriesOf(foundation),
    announce: ({ conversation, messages, handover }) => {
      hub.announce(conversation, messages);
      if (handover !== undefined) hub.announce(queueTopic, []);
    },
    wakeOutbox: () => wakeOutbox(),
    stopped: async () => new Map((await foundation.stops.known.now()).map(({ channel, id }) => [channel, id])),
    gather: gatherRules(foundation, world),
    measured: metrics.turn,
    log,
    clock,
  });
  return {
    inbox,
    /** Of a conversation that was deleted nothing is remembered, here or in another instance. */
    forget: (conversation: string) => shared.bus.publish(forgotten, conversation, conversation),
    wakeOutbox: () => wakeOutbox(),
    onCommit(wake: () => void) {
      wakeOutbox = wake;
    },
  };
}

/** Links that take photographs, for the turn that names them and the page behind them. */
export function photoLinks({ publicUrl, secrets, content, clock }: Foundation): PhotoLinks {
  const hours = content.landlord.texts.photoLinkHours;
  return createPhotoLinks({ publicUrl, secret: secrets.signing, hours, clock });
}

/** Links from a text to the chat, likewise. */
export function chatLinks({ publicUrl, secrets, clock }: Foundation): ShortLinks {
  return createChatLinks({ publicUrl, secret: secrets.signing, clock });
}

/** None where each text is answered by itself. */
function gatherRules({ content }: Foundation, world: World): InboxParts['gather'] {
  const { quietSeconds, longestSeconds, photosSeconds } = content.landlord.texts.gather;
  if (quietSeconds === 0) return undefined;
  return {
    quietMs: quietSeconds * 1_000,
    longestMs: Math.max(longestSeconds, quietSeconds) * 1_000,
    photosMs: photosSeconds * 1_000,
    kindOf: (received, conversation) => gatheredAs(received, conversation, world),
    isUrgent: ({ text }) => world.danger.find(text).length > 0,
  };
}

/** With the events for the landlord's own systems, where there is an address for them. */
function deliveriesOf({ config, content: { playbook } }: Foundation): InboxParts['toDeliveries'] {
  if (config.webhook.url === undefined) return toDeliveries;
  return (turn, conversation, seed) => [
    ...toDeliveries(turn, conversation, seed),
    ...toEvents(turn, conversation, { seed, playbook }),
  ];
}

const madeByPeople: World['formats'] = { canMake: () => false };

function worldOf(foundation: Foundation, formats: World['formats']): World {
  const {
    config,
    content,
    understanding,
    interpreter,
    translator,
    housing,
    directory,
    promises,
    desk,
    shared,
    store,
    secrets,
    contactRoutes,
    incidents,
    consents,
    clock,
  } = foundation;
  return {
    ...understanding,
    ...content,
    hasSkillDesk: config.skillDesk.url !== undefined,
    interpreter,
    translator,
    housing: housing.reads,
    directory,
    desk: createDeskView({
      places: desk,
      leases: shared.leases,
      landlord: content.landlord,
      limits: foundation.limits.known.now,
      clock,
    }),
    promises,
    texts: consents,
    lines: foundation.lines,
    chatLink: chatLinks(foundation).linkFor,
    surveys: createSurveys(store.db),
    formats,
    conversation: foundation.messages.find,
    contactRoutes,
    incidents: { at: async (moment) => holdingAt(await incidents.known.now(), moment) },
    proofs: createProofs(store.run, secrets.signing),
    references: createReferences(),
    photoLink: photoLinks(foundation).linkFor,
  };
}
