// Every action that a dialog may name.

import type { Action, Actions } from '../action.ts';
import { logAdjustment, logFormat, preferContact, requestLanguage, setLanguage } from './access.ts';
import { findComplaint, logComplaint } from './complaint.ts';
import { checkCode, checkDetails, sendCode } from './identity.ts';
import { offerMenu, openMenu } from './menu.ts';
import { readRent } from './rent.ts';
import { findRepair, findSlots, logRepair } from './repair.ts';
import { openTask, requestCallback } from './tasks.ts';
import { logAbuse, logConcern, logEmergency } from './urgent.ts';

export const actions: Actions = {
  'abuse.log': logAbuse,
  'adjustment.log': logAdjustment,
  'callback.request': requestCallback,
  'complaint.find': findComplaint,
  'complaint.log': logComplaint,
  'concern.log': logConcern,
  'contact.prefer': preferContact,
  'emergency.log': logEmergency,
  'format.log': logFormat,
  'identity.check': checkDetails,
  'identity.check_code': checkCode,
  'identity.send_code': sendCode,
  'language.request': requestLanguage,
  'language.set': setLanguage,
  'menu.offer': offerMenu,
  'menu.open': openMenu,
  'rent.read': readRent,
  'repair.find': findRepair,
  'repair.log': logRepair,
  'repair.slots': findSlots,
  'task.open': openTask,
} satisfies Record<string, Action>;
