// The agents' desk.

import { join } from 'node:path';
import { adjustmentRoutes } from '../desk/adjustments.ts';
import type { LinkTo } from '../desk/conversation-view.ts';
import { withoutFew } from '../desk/few.ts';
import { createDeskPage } from '../desk/page.ts';
import { createPresence } from '../desk/presence.ts';
import { createDeskApi } from '../desk/router.ts';
import { mayReadOf, type Secrecy } from '../desk/secrecy.ts';
import { createSignIn, makeLink } from '../desk/sign-in.ts';
import { createDeskStream, queueTopic } from '../desk/stream.ts';
import { createDeskWatch } from '../desk/watch.ts';
import { complaintsLearnedFrom } from '../housing/embedded/complaint-figures.ts';
import { referralsByOutcome, signUps } from '../housing/embedded/figures.ts';
import type { Conversation } from '../model/conversation.ts';
import { localTime } from '../model/london-time.ts';
import { teamOf } from '../model/routes.ts';
import { createAdjustmentStore } from '../store/adjustments.ts';
import { enquiriesEnded, supportOffered } from '../store/figures.ts';
import { createMisreadStore } from '../store/misread.ts';
import { strikesOn } from '../turn/strikes.ts';
import { type Foundation, root } from './foundation.ts';
import type { Path } from './path.ts';

export type Desk = ReturnType<typeof buildDesk>;

/** @param linkTo a link to a stored file */
export function buildDesk(foundation: Foundation, { inbox }: Path, linkTo: LinkTo) {
  const { desk: store, shared, messages, clock, secrets, publicUrl, hub, content, log } = foundation;
  const { leases } = shared;
  const { waitLimitMinutes, goneAfterSeconds } = content.landlord.handover;
  const presence = createPresence({ leases, goneAfterSeconds, changed: () => hub.announce(queueTopic, []) });
  const signIn = createSignIn({ store, signing: secrets.signing, clock });
  const invite = (agent: { readonly name: string; readonly teams: readonly string[] }) =>
    makeLink(agent, { signing: secrets.signing, publicUrl, now: clock() });
  const secrecy = secrecyOf(content);
  const api = createDeskApi({
    signIn,
    invite,
    store,
    presence,
    conversations: { act: inbox.act, find: messages.find, read: messages.read },
    view: { ...viewed(foundation), linkTo, ...secrecy },
    promises: foundation.promises,
    routes: foundation.contactRoutes,
    landlord: content.landlord,
    insight: (name, agent) => insight(foundation, name, (enquiry) => mayReadOf(agent, enquiry, secrecy)),
    retryDelivery: (id) => foundation.outboxStore.retry(id, clock()),
    clock,
    publicUrl,
  });
  adjustmentRoutes(api, { ...deciding(foundation), signIn, presence, conversations: { act: inbox.act }, linkTo });
  const stream = createDeskStream({
    signIn,
    store,
    presence,
    read: messages.read,
    watch: hub.watch,
    watchTyping: hub.watchTyping,
    typing: (conversation) => hub.typing(conversation, 'agent'),
    clock,
    publicUrl,
    linkTo,
    secrecy,
    beatMs: Math.min(20_000, (goneAfterSeconds * 1_000) / 3),
  });
  const watch = createDeskWatch({
    store,
    leases,
    act: inbox.act,
    waitLimitMinutes,
    goneAfterSeconds,
    clock,
    logger: log,
  });
  return { api, stream, watch, invite, page: createDeskPage(join(root, 'build/desk')) };
}

/** What a conversation is shown from. */
function viewed({
  desk: store,
  messages: { find, read },
  housing,
  consents,
  contactRoutes,
  clock,
  content,
}: Foundation) {
  const strikesOf = ({ state }: Conversation) => strikesOn(state, clock(), content.landlord);
  const routeOf = (person: string) => contactRoutes.holding(person, localTime(clock(), content.landlord.timeZone).date);
  return { store, find, read, people: housing.reads, isOptedOut: consents.isOut, strikesOf, routeOf };
}

function secrecyOf({ playbook, landlord }: Foundation['content']): Secrecy {
  return {
    isRestricted: (enquiry) => playbook.get(enquiry)?.restricted ?? false,
    teamOf: (enquiry) => teamOf(enquiry, landlord),
  };
}

function deciding({ store, housing, content, clock }: Foundation) {
  return { adjustments: createAdjustmentStore(store.db), cases: housing.reads, landlord: content.landlord, clock };
}

/** As many as an editor reads in one sitting. */
const mostMisread = 200;

async function insight(
  { store, outboxStore, clock }: Foundation,
  name: string,
  mayRead: (enquiry: string) => boolean,
): Promise<unknown> {
  if (name === 'enquiries') {
    const { since, enquiries } = await enquiriesEnded(store.db, clock());
    return { since, enquiries: withoutFew(enquiries, mayRead) };
  }
  if (name === 'misread') return { misread: await createMisreadStore(store.db).list({ limit: mostMisread }) };
  if (name === 'support')
    return { ...(await supportOffered(store.db, clock())), referrals: await referralsByOutcome(store.as()) };
  if (name === 'complaints') return await complaintsLearnedFrom(store.as(), clock());
  if (name === 'involvement') return { signUps: await signUps(store.as()) };
  if (name === 'parked') return { parked: await outboxStore.parked() };
  return undefined;
}
