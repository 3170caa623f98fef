// The agents' desk.

import { join } from 'node:path';
import type { LinkTo } from '../desk/conversation-view.ts';
import { createDeskPage } from '../desk/page.ts';
import { createPresence } from '../desk/presence.ts';
import { createDeskApi } from '../desk/router.ts';
import { createSignIn, makeLink } from '../desk/sign-in.ts';
import { createDeskStream, queueTopic } from '../desk/stream.ts';
import { createDeskWatch } from '../desk/watch.ts';
import { referralsByOutcome, signUps } from '../housing/embedded/figures.ts';
import { localTime } from '../model/london-time.ts';
import { teamOf } from '../model/routes.ts';
import { enquiriesEnded, supportOffered } from '../store/figures.ts';
import { createMisreadStore } from '../store/misread.ts';
import { type Foundation, root } from './foundation.ts';
import type { Path } from './path.ts';

export type Desk = ReturnType<typeof buildDesk>;

/** @param linkTo a link to a stored file */
export function buildDesk(foundation: Foundation, { inbox }: Path, linkTo: LinkTo) {
  const { desk: store, shared, messages, housing, consents, clock, secrets, publicUrl, hub, content, log } = foundation;
  const { leases } = shared;
  const { waitLimitMinutes, goneAfterSeconds } = content.landlord.handover;
  const presence = createPresence({ leases, goneAfterSeconds, changed: () => hub.announce(queueTopic, []) });
  const signIn = createSignIn({ store, signing: secrets.signing, clock });
  const invite = (agent: { readonly name: string; readonly teams: readonly string[] }) =>
    makeLink(agent, { signing: secrets.signing, publicUrl, now: clock() });
  const api = createDeskApi({
    signIn,
    invite,
    store,
    presence,
    conversations: { act: inbox.act, find: messages.find, read: messages.read },
    view: {
      store,
      find: messages.find,
      read: messages.read,
      people: housing.reads,
      isOptedOut: consents.isOut,
      linkTo,
      routeOf: (person) => foundation.contactRoutes.holding(person, localTime(clock(), content.landlord.timeZone).date),
      teamOf: (enquiry) => teamOf(enquiry, content.landlord),
    },
    promises: foundation.promises,
    routes: foundation.contactRoutes,
    landlord: content.landlord,
    insight: (name) => insight(foundation, name),
    retryDelivery: (id) => foundation.outboxStore.retry(id, clock()),
    clock,
    publicUrl,
  });
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

/** As many as an editor reads in one sitting. */
const mostMisread = 200;

async function insight({ store, outboxStore, clock }: Foundation, name: string): Promise<unknown> {
  if (name === 'enquiries') return await enquiriesEnded(store.db, clock());
  if (name === 'misread') return { misread: await createMisreadStore(store.db).list({ limit: mostMisread }) };
  if (name === 'support')
    return { ...(await supportOffered(store.db, clock())), referrals: await referralsByOutcome(store.as()) };
  if (name === 'involvement') return { signUps: await signUps(store.as()) };
  if (name === 'parked') return { parked: await outboxStore.parked() };
  return undefined;
}
