// How to reach the landlord: which of the ways is asked for, and who looks after the home.

import { printedPhone } from '../../model/said/printed-phone.ts';
import { type ActionResult, action } from '../action.ts';
import { tenancyOf } from '../facts.ts';
import { told } from './filing.ts';

/** What the words ask for besides numbers and hours: an officer, the office and other ways, or a way without the internet. */
export const readWish = action(
  ['officer', 'offline', 'elsewhere', 'ways'],
  [],
  (input): ActionResult<'officer' | 'offline' | 'elsewhere' | 'ways'> => {
    const wish = input.world.details.find('reach', told(input, 'words') ?? '', input.moment.now);
    return { outcome: wish === 'officer' || wish === 'offline' || wish === 'elsewhere' ? wish : 'ways' };
  },
);

/** Who looks after the home, by its patch. Staff tell their names to every tenant: nothing of the account is in it. */
export const findOfficer = action(
  ['known', 'not_known'],
  ['officer', 'officer_phone'],
  (input): ActionResult<'known' | 'not_known'> => {
    const patch = tenancyOf(input.person)?.property.patch;
    const found = patch === undefined ? undefined : input.world.landlord.patches[patch];
    if (found === undefined) return { outcome: 'not_known' };
    return { outcome: 'known', slots: { officer: found.officer, officer_phone: printedPhone(found.phone) } };
  },
);
