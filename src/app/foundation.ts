// What everything else stands on: content, the database, what instances share, the housing system.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { conversationOf } from '../channels/sms/conversation-id.ts';
import { createClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Content, loadContent } from '../content/load-content.ts';
import { pastReview } from '../content/reviews.ts';
import { loadUnderstanding, type Understanding } from '../content/understanding.ts';
import type { PresentAgent } from '../desk/ports.ts';
import { createOpenReferralDirectory } from '../directory/open-referral.ts';
import { createEmbeddedHousing } from '../housing/embedded/embedded.ts';
import { createRestHousing } from '../housing/rest/rest.ts';
import { createMetrics, type Gauges } from '../http/metrics.ts';
import { createInterpreter } from '../llm/interpreter.ts';
import { createLogger, type Logger } from '../log.ts';
import { createBus, createHub } from '../memory/bus.ts';
import { createMemoryLeases } from '../memory/leases.ts';
import { createMemoryRateLimit, type Limit } from '../memory/rate-limit.ts';
import { createRemembered } from '../memory/remembered.ts';
import { localTime } from '../model/london-time.ts';
import { connectRedis } from '../redis/connection.ts';
import { createRedisLeases } from '../redis/leases.ts';
import { createRedisRateLimit } from '../redis/rate-limit.ts';
import { createRelay } from '../redis/relay.ts';
import { openSecrets, type Secrets } from '../secrets.ts';
import { createChannelStops } from '../store/channel-stops.ts';
import { createContactRoutes } from '../store/contact-routes.ts';
import { createMessageLog } from '../store/conversations/message-log.ts';
import { openDatabase, type Store } from '../store/database.ts';
import { createDeskStore } from '../store/desk.ts';
import { createIncidentStore } from '../store/incidents.ts';
import { createOutboxStore } from '../store/outbox.ts';
import { createPromiseStore, type Promises } from '../store/promises.ts';
import { createRoutingLimits } from '../store/routing-limits.ts';
import { createQuarantine, createSmsConsents } from '../store/sms.ts';
import { createTextLines } from '../store/text-lines.ts';
import { keepUp } from '../store/upkeep.ts';
import type { Directory } from '../turn/actions/directory.ts';
import type { Interpreter } from '../turn/understanding/ports.ts';
import { connectTranslator, createTranslations } from './translation.ts';

/** The project's own folder. */
export const root = join(import.meta.dirname, '..', '..');

export type Foundation = Awaited<ReturnType<typeof layFoundation>>;

/** What everything else stands on: settings' things, content, the database, what instances share, the housing system. */
export async function layFoundation(config: Config) {
  const log = createLogger(config.logLevel);
  const clock = createClock(config.clock);
  const secrets = openSecrets(config.store.dataDir);
  const content = asSet(loadContent(root, config.landlord), config);
  const understanding = loadUnderstanding(root);
  const store = await openDatabase({ url: config.store.databaseUrl, dataDir: config.store.dataDir, log });
  await keepUp(store.db, clock());
  const shared = await connectShared(config, log);
  const translations = createTranslations(shared.redis);
  const promises = createPromiseStore(store.db);
  const housing = await connectHousing(config, { secrets, store, clock, log, content, promises });
  const desk = createDeskStore(store.db);
  const outboxStore = createOutboxStore(store.run, store.db);
  const quarantine = createQuarantine(store.db);
  const today = () => localTime(clock(), content.landlord.timeZone).date;
  tellPastReview(content, today(), log);
  const metrics = createMetrics(gaugesOf({ desk, outboxStore, quarantine, promises, today }));
  return {
    config,
    log,
    clock,
    publicUrl: config.http.publicUrl ?? `http://localhost:${config.http.port}`,
    secrets,
    content,
    understanding,
    translations,
    translator: await connectTranslator(config, {
      store,
      translations,
      content,
      clock,
      log,
      ended: metrics.translation,
    }),
    interpreter: connectInterpreter(config, { content, understanding, log }),
    store,
    shared,
    housing,
    directory: connectDirectory(content, clock, log),
    desk,
    outboxStore,
    promises,
    contactRoutes: createContactRoutes(store.db, secrets.signing),
    ...supervised({ store, shared, secrets, clock }),
    quarantine,
    metrics,
    /** Where this process itself listens; known once it does. */
    listening: { url: `http://127.0.0.1:${config.http.port}` },
    hub: createHub(shared.bus),
    messages: createMessageLog(store.run),
    consents: createSmsConsents(store.db, clock),
    lines: linesOf(store, config, content),
  };
}

/** By which number we text: where a messaging service chooses, the one that tenants know. The simulator has the pack's. */
function linesOf(store: Store, { twilio }: Config, { landlord }: Pick<Content, 'landlord'>) {
  return createTextLines(store.run, {
    ours: twilio.from ?? landlord.textNumber,
    account: twilio.accountSid ?? '',
    threadOf: conversationOf,
    thread: landlord.texts.thread,
  });
}

function tellPastReview({ reviewed }: Content, today: string, log: Logger): void {
  const due = pastReview(reviewed, today).length;
  if (due > 0) log.warn('Texts are past their review: npm run check:content -- --confirm names them', { count: due });
}

/** What supervisors set for all instances at once. */
function supervised({ store, shared, secrets, clock }: Supervised) {
  const incidents = createIncidentStore(store.db, secrets.signing);
  const stops = createChannelStops(store.db, secrets.signing);
  const limits = createRoutingLimits(store.db, secrets.signing);
  return {
    limits: { store: limits, known: createRemembered(shared.bus, 'routing-limits', limits.all) },
    incidents: { store: incidents, known: createRemembered(shared.bus, 'incidents', () => incidents.current(clock())) },
    stops: { store: stops, known: createRemembered(shared.bus, 'channel-stops', stops.open) },
  };
}

interface Supervised {
  readonly store: Store;
  readonly shared: { readonly bus: ReturnType<typeof createBus> };
  readonly secrets: Secrets;
  readonly clock: () => Date;
}

/** The pack, with what the settings say otherwise. */
function asSet(
  content: ReturnType<typeof loadContent>,
  { gatherTextsSeconds, textsAnsweredPerHour, botFrameworkDesk }: Config,
) {
  const { landlord } = content;
  const { gather, answersPerHour } = landlord.texts;
  const texts = {
    ...landlord.texts,
    gather: { ...gather, quietSeconds: gatherTextsSeconds ?? gather.quietSeconds },
    answersPerHour: textsAnsweredPerHour ?? answersPerHour,
  };
  const handover = { ...landlord.handover, botFramework: botFrameworkDesk ?? landlord.handover.botFramework };
  return { ...content, landlord: { ...landlord, texts, handover } };
}

interface Counted {
  readonly desk: ReturnType<typeof createDeskStore>;
  readonly outboxStore: ReturnType<typeof createOutboxStore>;
  readonly quarantine: ReturnType<typeof createQuarantine>;
  readonly promises: Promises;
  readonly today: () => string;
}

function gaugesOf({ desk, outboxStore, quarantine, promises, today }: Counted): Gauges {
  return {
    waitingHandovers: async () => (await desk.waiting()).length,
    outboxDue: async () => (await outboxStore.counts()).waiting,
    outboxParked: async () => (await outboxStore.counts()).parked,
    quarantined: () => quarantine.count(),
    promisesOverdue: () => promises.overdue(today()),
  };
}

/** With Redis, instances hear of each other and count together; without it one process does it by itself. */
async function connectShared({ redisUrl }: Config, log: Logger) {
  if (redisUrl === undefined) {
    return {
      redis: undefined,
      bus: createBus(),
      leases: createMemoryLeases<PresentAgent>(),
      limit: createMemoryRateLimit,
    };
  }
  const redis = await connectRedis(redisUrl, log);
  return {
    redis,
    bus: createBus(createRelay(redis)),
    leases: createRedisLeases<PresentAgent>(redis, 'desk'),
    limit: (limit: Limit) => createRedisRateLimit(redis, limit),
  };
}

interface Minds {
  readonly content: Content;
  readonly understanding: Understanding;
  readonly log: Logger;
}

/** None unless it was switched on. It is told the taxonomy in the words of the English menus. */
function connectInterpreter({ recogniser }: Config, { content, understanding, log }: Minds): Interpreter | undefined {
  const { kind, url = '', apiKey = '', model = '', limitMs } = recogniser;
  if (kind === 'own') return undefined;
  const { phrases } = content;
  const labelOf = (name: string) => (phrases.has(`label.${name}`) ? phrases.say(`label.${name}`, 'en', 'web', {}) : '');
  const kinds = understanding.kinds.map((name) => ({ name, label: labelOf(name) }));
  const lists = { kinds, slots: understanding.details.slots };
  return createInterpreter({ endpoint: { url, apiKey, model, limitMs }, lists, logger: log });
}

/** From the landlord's pack, which may have none, or from the Open Referral UK service that it names. */
function connectDirectory({ landlord, support }: Content, clock: () => Date, logger: Logger): Directory {
  const { directory } = landlord;
  if (directory !== undefined && 'url' in directory)
    return createOpenReferralDirectory({ url: directory.url, clock, logger });
  return { services: async () => ({ is: 'known', value: support }) };
}

interface HousingParts {
  readonly secrets: Secrets;
  readonly store: Store;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly content: ReturnType<typeof loadContent>;
  readonly promises: Promises;
}

async function connectHousing(
  { housing, landlord }: Config,
  { secrets, store, clock, log, content, promises }: HousingParts,
) {
  if (housing.kind === 'embedded') {
    const token = housing.apiToken ?? secrets.housingApiToken;
    const people = join(root, 'landlords', landlord, 'people.yaml');
    const holidays = content.rules.bankHolidays;
    return await createEmbeddedHousing({
      db: store.as<unknown>(),
      token,
      clock,
      ...(existsSync(people) && { seedFile: people }),
      logger: log,
      holidays,
      // What is not heard of now is asked for soon in any case.
      changed: (reference) => void promises.nudge(reference, clock()).catch(() => undefined),
    });
  }
  const { tokenUrl = '', clientId = '', clientSecret = '', url = '', apiToken } = housing;
  const credentials = apiToken === undefined ? { tokenUrl, clientId, clientSecret } : { token: apiToken };
  return { ...createRestHousing({ url, credentials, logger: log }), router: undefined, numbers: async () => [] };
}
