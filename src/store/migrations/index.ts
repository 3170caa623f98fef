// All steps in their order. Add at the end, whatever its number; never change one that was released.

import { contact } from './0001-contact.ts';
import { handoverAbout } from './0002-handover-about.ts';
import { misread } from './0003-misread.ts';
import { promises } from './0004-promises.ts';
import { promiseCare } from './0005-promise-care.ts';
import { contactRoutes } from './0006-contact-routes.ts';
import { privacy } from './0008-privacy.ts';
import { misreadMarked } from './0010-misread-marked.ts';
import { translationUse } from './0011-translation-use.ts';
import { formats } from './0012-formats.ts';
import { surveys } from './0015-surveys.ts';
import { textPrices } from './0017-text-prices.ts';
import { deskAudit } from './0018-desk-audit.ts';
import { reservations } from './0019-reservations.ts';
import { textLines } from './0020-text-lines.ts';
import { deskSearch } from './0021-desk-search.ts';
import { conversationActs } from './0022-conversation-acts.ts';
import { incidents } from './0023-incidents.ts';
import { channelStops } from './0024-channel-stops.ts';
import { routingLimits } from './0029-routing-limits.ts';
import { otherDesks } from './0030-other-desks.ts';
import { orphans } from './0031-orphans.ts';
import { deskViews } from './0033-desk-views.ts';
import { firstRequested } from './0034-first-requested.ts';
import { merged } from './0035-merged.ts';
import { housing } from './0100-housing.ts';
import { sharedRepairs } from './0101-shared-repairs.ts';
import { reportedBy } from './0102-reported-by.ts';
import { characteristics } from './0103-characteristics.ts';
import { repairLinks } from './0105-repair-links.ts';
import { warnings } from './0106-warnings.ts';
import { contactDetails } from './0107-contact-details.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  contact,
  housing,
  sharedRepairs,
  handoverAbout,
  misread,
  promises,
  promiseCare,
  reportedBy,
  contactRoutes,
  translationUse,
  repairLinks,
  characteristics,
  privacy,
  misreadMarked,
  formats,
  reservations,
  textPrices,
  deskAudit,
  surveys,
  textLines,
  deskSearch,
  conversationActs,
  incidents,
  channelStops,
  routingLimits,
  otherDesks,
  orphans,
  warnings,
  contactDetails,
  deskViews,
  firstRequested,
  merged,
];
