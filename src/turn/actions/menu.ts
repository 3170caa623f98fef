// The menu as a question of a dialog.

import type { Offer } from '../../model/conversation.ts';
import { action } from '../action.ts';
import { menuEnquiries } from '../menu-order.ts';
import { told } from './filing.ts';

export const offerMenu = action(['offered'], ['menu'], (input) => {
  const menu: readonly Offer[] = menuEnquiries(input.world.playbook).map((enquiry) => ({
    value: enquiry,
    phrase: `label.${enquiry}`,
    values: {},
  }));
  return { outcome: 'offered', slots: { menu } };
});

export const openMenu = action(['opened'], [], (input) => {
  const topic = told(input, 'topic');
  return topic === undefined ? { outcome: 'opened' } : { outcome: 'opened', opens: topic };
});
