// The whole catalogue. A new part of the desk brings a file of its own, English before the colon and Welsh behind it, and is named here.

import { codes } from './codes.ts';
import { conversation } from './conversation.ts';
import { enquiries } from './enquiries.ts';
import { keys } from './keys.ts';
import { lists } from './lists.ts';
import { managers } from './managers.ts';
import { person } from './person.ts';
import { views } from './views.ts';
import { wrapUp } from './wrap-up.ts';

export const welsh = {
  ...codes,
  ...conversation,
  ...enquiries,
  ...keys,
  ...lists,
  ...managers,
  ...person,
  ...views,
  ...wrapUp,
} as const;
