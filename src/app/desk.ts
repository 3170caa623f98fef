// The agents' desk.

import { join } from 'node:path';
import { adjustmentRoutes } from '../desk/adjustments.ts';
import { caseRoutes } from '../desk/cases/routes.ts';
import { clocksBy } from '../desk/cases/view.ts';
import type { LinkTo } from '../desk/conversation-view.ts';
import { withoutFew } from '../desk/few.ts';
import { formatFigures } from '../desk/format-figures.ts';
import { avoidableContact, firstContact } from '../desk/headlines.ts';
import { createDeskPage } from '../desk/page.ts';
import { createPresence } from '../desk/presence.ts';
import { privacyRoutes } from '../desk/privacy/routes.ts';
import { createDeskApi, type DeskApiOptions } from '../desk/router.ts';
import { mayReadOf, type Secrecy } from '../desk/secrecy.ts';
import { providerRoutes } from '../desk/sign-in/provider-routes.ts';
import { createDeskStream, type DeskStreamOptions } from '../desk/stream.ts';
import { surveyFigures } from '../desk/survey-figures.ts';
import { complaintsLearnedFrom, complaintsWithoutLesson } from '../housing/embedded/complaint-figures.ts';
import {
  contactsByMethod,
  formatsByPeople,
  formatsNeeded,
  referralsByOutcome,
  signUps,
} from '../housing/embedded/figures.ts';
import { surveysByCharacteristic } from '../housing/embedded/survey-figures.ts';
import type { Conversation } from '../model/conversation.ts';
import { localTime } from '../model/london-time.ts';
import { costOf } from '../model/text-cost.ts';
import { createAdjustmentStore } from '../store/adjustments.ts';
import { enquiriesEnded, formatsSent, supportOffered } from '../store/figures.ts';
import { contactCaused, endedAtFirstContact } from '../store/headlines.ts';
import { createMisreadStore } from '../store/misread.ts';
import { createSearchStore } from '../store/search.ts';
import { surveysAnswered } from '../store/surveys.ts';
import { textsByLanguage, textsOf } from '../store/text-cost.ts';
import { topicsOf } from '../turn/dialog/topics.ts';
import { strikesOn } from '../turn/strikes.ts';
import { type Foundation, root } from './foundation.ts';
import type { Path } from './path.ts';
import type { Privacy } from './privacy.ts';
import { orphanWatchOf, routing, watchOf } from './routing.ts';
import { serving } from './served.ts';
import { buildSignIn } from './sign-in.ts';
import { secrecyOf } from './skill-desk.ts';
import { supervising } from './supervisor.ts';

export type Desk = ReturnType<typeof buildDesk>;

/** @param linkTo a link to a stored file */
export function buildDesk(
  foundation: Foundation,
  { inbox }: Path,
  { linkTo, privacy }: { readonly linkTo: LinkTo; readonly privacy: Privacy },
) {
  const { desk: store, shared, messages, clock, publicUrl, content } = foundation;
  const { queueChanged, reservations, declined, dispatch } = routing(foundation);
  const presence = createPresence({ leases: shared.leases, ...content.landlord.handover, changed: queueChanged });
  const { wayIn, invite, whenEnded } = buildSignIn(foundation);
  const secrecy = secrecyOf(content);
  const { audit } = privacy.atDesk;
  const served = serving(foundation);
  const shown = { edits: served.edits, audit, linkTo, clocksOf: clocksBy(content, clock) };
  const view = { ...viewed(foundation), ...shown, ...secrecy, ...translating(foundation) };
  const api = createDeskApi({
    wayIn,
    invite,
    ...served,
    audit,
    store,
    reservations,
    declined,
    mentioned: queueChanged,
    presence,
    conversations: { act: inbox.act, find: messages.find, read: messages.read },
    view,
    searching: { ...searching(foundation), view },
    promises: foundation.promises,
    routes: foundation.contactRoutes,
    landlord: content.landlord,
    rules: content.rules,
    cannedIn: (language) => content.words('canned', language),
    ...counted(foundation, secrecy),
    ...supervising(foundation, inbox),
    clock,
    publicUrl,
  });
  beside(api, { foundation, inbox, privacy, view, secrecy });
  const { sessions } = wayIn;
  const stream = streamOf(foundation, { sessions, reservations, audit, presence, linkTo, secrecy });
  whenEnded((agent) => void stream.ended(agent).catch(() => undefined));
  return {
    api,
    stream,
    watch: watchOf(foundation, inbox.act),
    orphanWatch: orphanWatchOf(foundation, inbox.act),
    dispatch,
    invite,
    noLinks: wayIn.whyNoLinks,
    signsIn: wayIn.provider !== undefined,
    signIn: providerRoutes(wayIn),
    page: createDeskPage(join(root, 'build/desk')),
  };
}

interface Beside {
  readonly foundation: Foundation;
  readonly inbox: Path['inbox'];
  readonly privacy: Privacy;
  readonly view: Parameters<typeof caseRoutes>[1]['view'] & { readonly linkTo: LinkTo };
  readonly secrecy: Secrecy;
}

/** What is done at the desk beside conversations: with somebody's data, with adjustments, with cases. */
function beside(api: ReturnType<typeof createDeskApi>, { foundation, inbox, privacy, view, secrecy }: Beside): void {
  const { content, desk: store, clock } = foundation;
  const { audit } = privacy.atDesk;
  const conversations = { act: inbox.act };
  privacyRoutes(api, { ...privacy.atDesk, secrecy });
  adjustmentRoutes(api, { ...deciding(foundation), audit, conversations, linkTo: view.linkTo });
  caseRoutes(api, { ...content, store, view, audit, clock, conversations });
}

function streamOf(
  { desk: store, messages, hub, clock, publicUrl, content: { landlord } }: Foundation,
  parts: Pick<DeskStreamOptions, 'sessions' | 'reservations' | 'audit' | 'presence' | 'linkTo' | 'secrecy'>,
) {
  return createDeskStream({
    ...parts,
    landlord,
    store,
    read: messages.read,
    find: messages.find,
    ...hub,
    typing: (conversation) => hub.typing(conversation, 'agent'),
    clock,
    publicUrl,
    beatMs: Math.min(20_000, (landlord.handover.goneAfterSeconds * 1_000) / 3),
  });
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
  store: { db },
}: Foundation) {
  const textCostOf = async (id: string) => costOf(await textsOf(db, id), content.landlord.texts.price);
  const strikesOf = ({ state }: Conversation) => strikesOn(state, clock(), content.landlord);
  const today = () => localTime(clock(), content.landlord.timeZone).date;
  const routeOf = (person: string) => contactRoutes.holding(person, today());
  const people = housing.reads;
  return { store, find, read, people, isOptedOut: consents.isOut, strikesOf, routeOf, textCostOf, clock, today };
}

function counted(
  foundation: Foundation,
  secrecy: Secrecy,
): Pick<DeskApiOptions, 'dialogs' | 'misread' | 'withoutLesson' | 'insight' | 'retryDelivery'> {
  const { store, outboxStore, clock } = foundation;
  return {
    dialogs: topicsOf(foundation.content.playbook),
    misread: { store: createMisreadStore(store.db), kinds: kindsIn(foundation) },
    withoutLesson: () => complaintsWithoutLesson(store.as(), clock()),
    insight: (name, agent) => insight(foundation, name, (enquiry) => mayReadOf(agent, enquiry, secrecy)),
    retryDelivery: (id) => outboxStore.retry(id, clock()),
  };
}

function searching({ store, housing }: Foundation) {
  return { search: createSearchStore(store.db), housing: housing.reads };
}

function translating({ translator, understanding: { languages } }: Foundation) {
  return { translator, languages };
}

function deciding({ store, housing, content, clock }: Foundation) {
  return { adjustments: createAdjustmentStore(store.db), cases: housing.reads, landlord: content.landlord, clock };
}

/** Of which examples are written: pleasantries have lists of their own. */
function kindsIn({ understanding, content: { playbook } }: Foundation): readonly string[] {
  return understanding.kinds.filter((name) => playbook.has(name) && !name.startsWith('talk.')).toSorted();
}

/** As many as an editor reads in one sitting. */
const mostMisread = 200;

type MayRead = (enquiry: string) => boolean;
type Figures = (foundation: Foundation, mayRead: MayRead) => Promise<unknown>;

const ownFigures: ReadonlyMap<string, Figures> = new Map<string, Figures>([
  ['enquiries', enquiriesOf],
  ['avoidable', async ({ store, clock }, mayRead) => avoidableContact(await contactCaused(store.db, clock()), mayRead)],
  [
    'first-contact',
    async ({ store, clock }, mayRead) => firstContact(await endedAtFirstContact(store.db, clock()), mayRead),
  ],
  ['formats', formats],
  ['texts', texts],
  ['satisfaction', satisfaction],
  ['misread', async ({ store }) => ({ misread: await createMisreadStore(store.db).list({ limit: mostMisread }) })],
  ['parked', async ({ outboxStore }) => ({ parked: await outboxStore.parked() })],
]);

async function insight(foundation: Foundation, name: string, mayRead: MayRead): Promise<unknown> {
  const { store, clock } = foundation;
  const own = ownFigures.get(name);
  if (own !== undefined) return await own(foundation, mayRead);
  const ofHousing = housingFigures.get(name);
  if (ofHousing === undefined) return undefined;
  const offered = name === 'support' ? await supportOffered(store.db, clock()) : {};
  return { ...offered, ...(isEmbedded(foundation) ? await ofHousing(store.as(), clock()) : elsewhere) };
}

async function enquiriesOf({ store, clock }: Foundation, mayRead: MayRead) {
  const { since, enquiries } = await enquiriesEnded(store.db, clock());
  return { since, enquiries: withoutFew(enquiries, mayRead) };
}

/** Segments and what they cost, by language. */
async function texts({ store, clock, content }: Foundation) {
  const { since, rows } = await textsByLanguage(store.db, clock());
  const { price } = content.landlord.texts;
  const told = rows.map(({ language, conversations, ...segments }) => ({
    channel: 'sms',
    language,
    conversations,
    ...costOf(segments, price),
  }));
  return { since, texts: told };
}

/** Needed by how many, and sent to how many. */
async function formats(foundation: Foundation) {
  const { store, clock } = foundation;
  const { since, sent: madeAtOnce } = await formatsSent(store.db, clock());
  if (!isEmbedded(foundation)) return { since, ...elsewhere, formats: formatFigures({ madeAtOnce }) };
  const [needed, byPeople] = await Promise.all([formatsNeeded(store.as()), formatsByPeople(store.as(), since)]);
  return { since, formats: formatFigures({ needed, madeAtOnce, byPeople }) };
}

/** What those said who were asked how a contact went. */
async function satisfaction(foundation: Foundation) {
  const { store, clock } = foundation;
  const { since, asked, answers } = await surveysAnswered(store.db, clock());
  const all = { since, ...surveyFigures(asked, answers) };
  if (!isEmbedded(foundation)) return { ...all, ...elsewhere };
  return { ...all, characteristics: await surveysByCharacteristic(store.as(), answers) };
}

type HousingFigures = (db: ReturnType<Foundation['store']['as']>, now: Date) => Promise<object>;

/** Told from the tables of the embedded housing system. */
const housingFigures: ReadonlyMap<string, HousingFigures> = new Map<string, HousingFigures>([
  ['support', async (db) => ({ referrals: await referralsByOutcome(db) })],
  ['complaints', complaintsLearnedFrom],
  ['involvement', async (db) => ({ signUps: await signUps(db) })],
  ['contacts', contactsByMethod],
]);

const isEmbedded = ({ config }: Foundation): boolean => config.housing.kind === 'embedded';

/** Another housing system holds whom they are about: its own reports tell them, and ours would be noughts that mean nothing. */
const elsewhere = { held: 'elsewhere' };
