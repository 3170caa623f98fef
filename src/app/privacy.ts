// Looking after people's data: what is past its time goes by itself, and the data protection team exports and erases on request.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../channels/web-chat/files/file-store.ts';
import type { PrivacyParts } from '../desk/privacy/subject.ts';
import { createKeeping } from '../privacy/keeping.ts';
import { openElsewhere } from '../privacy/open-cases.ts';
import type { Files } from '../privacy/ports.ts';
import { createReferences } from '../references.ts';
import { createAudit } from '../store/privacy/audit.ts';
import { createErasure } from '../store/privacy/erase.ts';
import { createHolds } from '../store/privacy/holds.ts';
import { createKeptData } from '../store/privacy/past-their-time.ts';
import { createPersonReads } from '../store/privacy/person-data.ts';
import type { Foundation } from './foundation.ts';
import type { Path } from './path.ts';

export type Privacy = ReturnType<typeof buildPrivacy>;

export function buildPrivacy(foundation: Foundation, { forget, wakeOutbox }: Path, store: FileStore) {
  const { store: database, content, housing, metrics, clock, log, secrets, messages } = foundation;
  const { db } = database;
  const audit = createAudit(db, secrets.signing);
  const files = filesOf(store);
  const keeping = createKeeping({
    kept: createKeptData(db, content.landlord.retention),
    files,
    records: housing.reads,
    audit,
    forget,
    deleted: metrics.deleted,
    clock,
    logger: log,
  });
  const atDesk: Omit<PrivacyParts, 'secrecy'> = {
    data: { ...createPersonReads(db), ...createHolds(db, secrets.signing), erase: createErasure(db, secrets.signing) },
    audit,
    files,
    housing: housing.reads,
    openElsewhere: (opened) => openElsewhere(opened, housing.reads),
    landlord: content.landlord,
    numberOf: async (conversation) => {
      const address = (await messages.find(conversation))?.address;
      return address?.channel === 'sms' ? address.number : undefined;
    },
    forget,
    forgetTranslations: foundation.translations.clear,
    taskReference: (request) => createReferences().make('TSK', `erase:${request}:${clock().getTime()}`),
    wakeOutbox,
    signing: secrets.signing,
    clock,
  };
  return { keeping, atDesk };
}

function filesOf({ find, remove }: FileStore): Files {
  return {
    remove,
    read: async (id) => {
      const found = await find(id);
      return found === undefined ? undefined : await readFile(join(found.folder, id)).catch(() => undefined);
    },
  };
}
