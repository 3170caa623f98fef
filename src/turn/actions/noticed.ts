// What was only noticed becomes an enquiry of the customer's own when they say that they would like it.

import { action } from '../action.ts';
import { told } from './filing.ts';

export const openNoticed = action(['opened'], ['sign', 'sign_words', 'leads_to'], (input) => ({
  outcome: 'opened',
  opens: told(input, 'leads_to') ?? 'access.adjustment',
  opensWith: told(input, 'sign_words') ?? '',
}));
