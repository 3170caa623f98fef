// The whole catalogue. A new part of the desk brings a file of its own, English before the colon and Welsh behind it, and is named here.

import { cases } from './cases.ts';
import { codes } from './codes.ts';
import { conversation } from './conversation.ts';
import { enquiries } from './enquiries.ts';
import { keys } from './keys.ts';
import { languageNames } from './languages.ts';
import { lists } from './lists.ts';
import { managers } from './managers.ts';
import { person } from './person.ts';
import { personRecord } from './person-record.ts';
import { privacy } from './privacy.ts';
import { views } from './views.ts';
import { wrapUp } from './wrap-up.ts';

export const welsh = {
  ...cases,
  ...codes,
  ...conversation,
  ...enquiries,
  ...keys,
  ...languageNames,
  ...lists,
  ...managers,
  ...person,
  ...personRecord,
  ...privacy,
  ...views,
  ...wrapUp,
} as const;
