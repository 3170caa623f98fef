// The menu as a question of a dialog.

import type { Offer } from '../../model/conversation.ts';
import { action } from '../action.ts';
import { menuEnquiries } from '../menu-order.ts';
import { ownWords, told } from './filing.ts';

export const offerMenu = action(['offered'], ['menu'], (input) => {
  const menu: readonly Offer[] = menuEnquiries(input.world.playbook).map((enquiry) => ({
    value: enquiry,
    phrase: `label.${enquiry}`,
    values: {},
  }));
  return { outcome: 'offered', slots: { menu } };
});

/** `telling: yes`: what was told here goes along, so that nobody has to say it twice. */
export const openMenu = action(['opened'], [], (input) => {
  const topic = told(input, 'topic');
  if (topic === undefined) return { outcome: 'opened' };
  const opensWith = told(input, 'telling') === 'yes' ? ownWords(input, 'what', 'more') : '';
  return { outcome: 'opened', opens: topic, opensWith };
});
