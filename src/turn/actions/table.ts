// Every action that a dialog may name.

import type { Action, Actions } from '../action.ts';
import { allowContact, forgetContact, preferContact, readContact } from './access.ts';
import { logAdaptation } from './adaptation-hazard.ts';
import { logAdjustment, offerNext } from './adjustment.ts';
import { findAnswer, whosePest } from './answers.ts';
import { logConduct, logDataRequest, logFraud, logNuisance, logReferral, logRequest } from './cases.ts';
import { escalateComplaint, findComplaint, passOnEscalation } from './complaint.ts';
import { logComplaintAndConduct } from './complaint-conduct.ts';
import { readHazard } from './complaint-hazards.ts';
import { offerBesides, putRight } from './complaint-put-right.ts';
import { hearContact, sumContact } from './contact-told.ts';
import { matchSupport, tellSupport } from './directory.ts';
import { hearFormat, logFormat, planFormat } from './format.ts';
import { endConversation } from './goodbye.ts';
import { logHazard } from './hazard.ts';
import { readFaultHazard } from './hazard-read.ts';
import { checkCode, checkDetails, sendCode } from './identity.ts';
import { requestLanguage } from './interpreter.ts';
import { hearLanguages, setLanguage, setLanguageOnce } from './language.ts';
import { offerMenu, openMenu } from './menu.ts';
import { openNoticed } from './noticed.ts';
import { findOutside } from './outside-complaints.ts';
import { checkAuthority, keepCharacteristic, markChecked, saveDetails } from './profile.ts';
import { findOfficer, readWish } from './reach.ts';
import { findRecord } from './records.ts';
import { readRent, whoseRent } from './rent.ts';
import { findRepair, findSlots } from './repair.ts';
import { logRepair } from './repair-log.ts';
import { endReviewed, keepReviewed, readReview } from './review.ts';
import { passOn } from './route.ts';
import { beginSurvey, complainAfterSurvey, keepSurvey, lookAtSurvey, passOnSurvey } from './survey.ts';
import { openTask, requestCallback, writeBack } from './tasks.ts';
import { logAbuse, logConcern, logEmergency } from './urgent.ts';
import { cancelVisit, findSharedRepair, findVisit, moveVisit, offerVisits } from './visits.ts';

export const actions: Actions = {
  'abuse.log': logAbuse,
  'adaptation.log': logAdaptation,
  'adjustment.log': logAdjustment,
  'adjustment.next': offerNext,
  'answer.find': findAnswer,
  'authority.check': checkAuthority,
  'callback.request': requestCallback,
  'callback.write': writeBack,
  'complaint.besides': offerBesides,
  'complaint.escalate': escalateComplaint,
  'complaint.find': findComplaint,
  'complaint.hazard': readHazard,
  'complaint.log': logComplaintAndConduct,
  'complaint.outside': findOutside,
  'complaint.pass_on': passOnEscalation,
  'complaint.put_right': putRight,
  'concern.log': logConcern,
  'conduct.log': logConduct,
  'contact.allow': allowContact,
  'contact.forget': forgetContact,
  'contact.hear': hearContact,
  'contact.prefer': preferContact,
  'contact.read': readContact,
  'contact.sum': sumContact,
  'contact.wish': readWish,
  'conversation.end': endConversation,
  'data_request.log': logDataRequest,
  'details.save': saveDetails,
  'emergency.log': logEmergency,
  'format.hear': hearFormat,
  'format.log': logFormat,
  'format.plan': planFormat,
  'equality.keep': keepCharacteristic,
  'fraud.log': logFraud,
  'hazard.log': logHazard,
  'hazard.read': readFaultHazard,
  'identity.check': checkDetails,
  'identity.check_code': checkCode,
  'identity.send_code': sendCode,
  'language.hear': hearLanguages,
  'language.request': requestLanguage,
  'language.once': setLanguageOnce,
  'language.set': setLanguage,
  'menu.offer': offerMenu,
  'menu.open': openMenu,
  'noticed.open': openNoticed,
  'nuisance.log': logNuisance,
  'officer.find': findOfficer,
  'pest.whose': whosePest,
  'profile.checked': markChecked,
  'record.find': findRecord,
  'referral.log': logReferral,
  'rent.read': readRent,
  'rent.whose': whoseRent,
  'repair.find': findRepair,
  'repair.find_shared': findSharedRepair,
  'repair.log': logRepair,
  'repair.slots': findSlots,
  'request.log': logRequest,
  'review.end': endReviewed,
  'review.keep': keepReviewed,
  'review.read': readReview,
  'route.pass_on': passOn,
  'support.match': matchSupport,
  'support.tell': tellSupport,
  'survey.begin': beginSurvey,
  'survey.complain': complainAfterSurvey,
  'survey.keep': keepSurvey,
  'survey.look': lookAtSurvey,
  'survey.pass_on': passOnSurvey,
  'task.open': openTask,
  'visit.cancel': cancelVisit,
  'visit.find': findVisit,
  'visit.move': moveVisit,
  'visit.offer': offerVisits,
} satisfies Record<string, Action>;
