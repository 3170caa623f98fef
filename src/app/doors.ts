// The doors for tenants.

import { join } from 'node:path';
import type { BotApp } from '../channels/bot-framework/adapter.ts';
import { createBotFramework } from '../channels/bot-framework/bot-framework.ts';
import type { DeskStatus } from '../channels/bot-framework/read-activity.ts';
import { createPhotoPage } from '../channels/sms/photo-page.ts';
import type { TwilioAccount } from '../channels/sms/ports.ts';
import { createSms } from '../channels/sms/sms.ts';
import { createPortalIdentity, createPortalSigner } from '../channels/web-chat/access/portal-identity.ts';
import type { FileStore } from '../channels/web-chat/files/file-store.ts';
import { hereOnly } from '../channels/web-chat/here-only.ts';
import { createFormatPage } from '../channels/web-chat/no-script/format-page.ts';
import { createGoPage } from '../channels/web-chat/no-script/go-page.ts';
import { createNoScriptChat } from '../channels/web-chat/no-script/no-script.ts';
import { drawPhotoPage } from '../channels/web-chat/no-script/photo-view.ts';
import { createFormReader } from '../channels/web-chat/no-script/read-form.ts';
import { policy } from '../channels/web-chat/no-script/style.ts';
import type { Speak } from '../channels/web-chat/spoken-messages.ts';
import { createWebChat } from '../channels/web-chat/web-chat.ts';
import type { Config } from '../config.ts';
import { createWaitingPlaces } from '../desk/waiting-places.ts';
import type { FormatLinks } from '../formats/ports.ts';
import { createSite } from '../http/site.ts';
import { openingsOf } from '../model/opening-hours.ts';
import { createWebLog } from '../store/conversations/message-log.ts';
import { createSmsDeliveries } from '../store/sms.ts';
import { createChatLinkUses } from '../store/text-lines.ts';
import { chatOpened } from '../turn/instead/instead.ts';
import { type Foundation, root } from './foundation.ts';
import { chatLinks, type Path, photoLinks } from './path.ts';
import { buildSkillDesk } from './skill-desk.ts';

export type Doors = ReturnType<typeof buildDoors>;

export function buildDoors(
  foundation: Foundation,
  path: Path,
  { files, links, speak }: { readonly files: FileStore; readonly links: FormatLinks; readonly speak: Speak },
) {
  const { inbox } = path;
  const { config, content, publicUrl, clock, desk, log: logger, messages, secrets, store } = foundation;
  const { landlord, phrases } = content;
  const secret = config.directLineSecret ?? secrets.directLineSecret;
  const limits = limitsOf(foundation);
  const languages = () => phrases.languages;
  const web = {
    publicUrl,
    secret,
    inbox,
    log: createWebLog(store.run),
    hub: hereOnly(foundation.hub),
    limits,
    files,
    clock,
    logger,
    landlord,
    languages,
  };
  const { portalIdentity, signIn } = portalOf(foundation);
  const places = createWaitingPlaces(desk, clock);
  const webChat = createWebChat({ ...web, places, speak, portalIdentity, openings: openingsOf(content) });
  const words = (language: string) => content.words('widget', language);
  const noScript = createNoScriptChat({ ...web, places, linkTo: webChat.linkTo, words });
  const goPage = buildGoPage(foundation, inbox, secret);
  const formatPage = createFormatPage({ links, linkTo: webChat.linkTo, phrases, landlord, clock });
  const site = createSite({
    publicUrl,
    landlord,
    languages,
    words,
    pageFolder: join(root, 'web/site'),
    isDemonstration: isDemonstration(config),
    ...signIn,
    buildFolder: join(root, 'build'),
  });
  const sms = buildSms(foundation, inbox);
  const photoPage = buildPhotoPage(foundation, inbox, files);
  const botFramework = createBotFramework({
    app: microsoftApp(config),
    inbox,
    messages,
    otherDesk: otherDeskOf(landlord, inbox),
    log: logger,
    now: clock,
  });
  const skillDesk = buildSkillDesk(foundation, path, { app: microsoftApp(config), linkTo: webChat.linkTo });
  return { webChat, noScript, goPage, formatPage, photoPage, site, sms, botFramework, skillDesk };
}

/** Where conversations of Bot Framework channels are taken over by ours, nobody there says whose they are. */
function otherDeskOf({ handover }: Foundation['content']['landlord'], inbox: Path['inbox']) {
  if (handover.botFramework === 'own') return undefined;
  return ({ conversation, ...status }: DeskStatus) => inbox.act(conversation, { is: 'other-desk', ...status });
}

/** From a text to the chat. */
function buildGoPage(foundation: Foundation, inbox: Path['inbox'], secret: string) {
  const { content, clock, messages: log, store } = foundation;
  const { landlord, phrases } = content;
  const markUsed = createChatLinkUses(store.db);
  const links = chatLinks(foundation);
  return createGoPage({ links, markUsed, eventName: chatOpened, secret, inbox, log, phrases, landlord, clock });
}

/** Texts: Twilio, or the phone simulator in its place. */
function buildSms(foundation: Foundation, inbox: Path['inbox']) {
  const { config, publicUrl, secrets, store, consents, quarantine, metrics, log, clock } = foundation;
  return createSms({
    publicUrl,
    accounts: twilioAccounts(config),
    apiUrl: config.twilio.apiUrl,
    simulator: {
      authToken: secrets.simulatorToken,
      localUrl: () => foundation.listening.url,
      people: foundation.housing.numbers,
    },
    inbox,
    lines: foundation.lines,
    deliveries: createSmsDeliveries(store.db),
    consents,
    quarantine,
    count: metrics.sms,
    log,
    now: clock,
  });
}

/** Photographs by a link in a text: the same files and the same inbox as on the web. */
function buildPhotoPage(foundation: Foundation, inbox: Path['inbox'], files: FileStore) {
  const { content, clock, log: logger, messages: log } = foundation;
  const { landlord, phrases } = content;
  const { message: limit } = limitsOf(foundation);
  return createPhotoPage({
    links: photoLinks(foundation),
    inbox,
    log,
    limit,
    files,
    readForm: createFormReader(files.maxBytes),
    draw: drawPhotoPage,
    policy,
    phrases,
    landlord,
    clock,
    logger,
  });
}

function portalOf({ config, content, secrets, clock, housing }: Foundation) {
  const secret = config.portalIdentitySecret ?? secrets.portalIdentity;
  const proofMinutes = content.landlord.proof.lastsMinutes;
  // Of a housing system elsewhere, whose people may be real, nobody is signed in at a click.
  const isInvented = isDemonstration(config) && housing.router !== undefined;
  return {
    portalIdentity: createPortalIdentity({ secret, proofMinutes, clock }),
    signIn: isInvented ? { signIn: createPortalSigner({ secret, clock }) } : {},
  };
}

function limitsOf({ content, shared }: Foundation) {
  const { limits } = content.landlord;
  const hourly = (name: string, points: number) => shared.limit({ name, points, perSeconds: 3_600 });
  return {
    session: hourly('session', limits.sessionsPerAddressPerHour),
    origin: hourly('origin', limits.sessionsPerOriginPerHour),
    message: shared.limit({
      name: 'message',
      points: limits.messagesPerConversationPerMinute,
      perSeconds: 60,
    }),
  };
}

/** The one landlord that does not exist: it has a page of its own here. */
export function isDemonstration({ landlord }: Pick<Config, 'landlord'>): boolean {
  return landlord === 'demo';
}

/** Set by hand, else the simulator's. */
function twilioAccounts({ twilio }: Config): readonly TwilioAccount[] {
  const { accountSid, authToken, from, messagingServiceSid } = twilio;
  return accountSid === undefined || authToken === undefined
    ? []
    : [{ sid: accountSid, authToken, from, messagingServiceSid }];
}

function microsoftApp({ microsoft }: Config): BotApp | undefined {
  const { appId, password, tenantId } = microsoft;
  return appId === undefined || password === undefined ? undefined : { id: appId, password, tenantId };
}
