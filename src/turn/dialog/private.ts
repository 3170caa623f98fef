// Questions about who somebody is. Nothing is read into their words: an option is chosen outright, or the choice is put once more. What
// they tell of themselves there is no other matter, and no danger by itself.

import { wordCount } from '../../model/plain-words.ts';
import { choose } from './answer.ts';
import type { Ask } from './flow.ts';
import type { Move } from './interrupt.ts';
import { type Place, questionIn, saidIn } from './place.ts';

/** Enquiries that what somebody tells of themselves is easily taken for. */
const aboutOneself =
  /^(?:access|data|home|lettings|safety|support|talk|tenancy)\.|^(?:complaint\.discrimination|contact\.details)$/;

/** With fewer words than this nobody begins another matter here: "black man" is not about mould. */
const matterFrom = 5;

/** @param other what else the words may open */
export function privately(place: Place, other: () => Move | undefined): Move | undefined {
  const { dialog, step, said } = place;
  if (!dialog?.private || step === undefined || !('ask' in step) || step.expects !== 'choice') return undefined;
  const { control } = said;
  if (control === undefined) return leaving(said.text, other()) ?? { is: 'not understood' };
  if (control.is === 'yes' || control.is === 'no') return outright(control.is, step);
  // "Polish" is what somebody is as well as what they speak.
  return control.is === 'language' && step.ask === 'equality_race' ? { is: 'not understood' } : undefined;
}

function outright(said: 'yes' | 'no', { options = [], no }: Ask): Move {
  const value = options.includes(said) ? said : said === 'no' ? no : undefined;
  return value === undefined ? { is: 'not understood' } : { is: 'answer', value };
}

function leaving(words: string, move: Move | undefined): Move | undefined {
  if (move?.is === 'ask again') return move;
  const isMatter = move?.is === 'open' && wordCount(words) >= matterFrom;
  return isMatter && !move.enquiries.some((each) => aboutOneself.test(each)) ? move : undefined;
}

/** "I am a Muslim", asked which religion they have, tells of no hate: a few words that name one of the options. */
export function isSelfTold(place: Place, danger: string): boolean {
  return danger === 'safety.hate_incident' && isFewWords(place) && namesOption(place);
}

/** An option, and what somebody calls themselves, raise no doubt. */
export function isAnswerAlone(place: Place, unsure: string): boolean {
  return isFewWords(place) && (unsure === 'safety.hate_incident' || namesOption(place));
}

function isFewWords({ dialog, said }: Place): boolean {
  return dialog?.private === true && wordCount(said.text) < matterFrom;
}

function namesOption(place: Place): boolean {
  const { step, frame } = place;
  if (step === undefined || frame === undefined) return false;
  return choose(saidIn(place), questionIn(place, step, frame).options) !== undefined;
}
