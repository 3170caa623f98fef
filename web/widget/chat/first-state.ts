import { english } from 'doorstep:english';
import { usualMeasure } from '../measure/measure.ts';
import { noReceipts } from './signs.ts';
import type { ChatState } from './state.ts';

/** Before anything is known. */
export const firstState: ChatState = {
  open: false,
  entries: [],
  link: 'idle',
  busy: false,
  ended: false,
  cleared: false,
  restoring: false,
  unread: 0,
  writing: false,
  receipts: noReceipts,
  handover: undefined,
  more: undefined,
  moreAway: false,
  draft: '',
  language: { tag: 'en', name: 'English', direction: 'ltr' },
  languages: [],
  landlord: '',
  words: english,
  measure: usualMeasure,
  ways: { phone: '', exit: '' },
};
