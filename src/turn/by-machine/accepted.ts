// The offer to go on by machine, taken: from here the conversation is in that language, and what was told before it was asked is served as
// if it came now, its clock running from when it came.

import type { ConversationState } from '../../model/conversation.ts';
import { chooseExactly } from '../dialog/answer.ts';
import { offeredOptions, readOffered } from '../dialog/offers.ts';
import { byMachineIn, catalogueOf, toldOnce } from '../machine.ts';
import type { Received } from '../turn.ts';
import type { World } from '../world.ts';
import type { ReadByMachine } from './read.ts';

/** Undefined where this message is something else, or nothing was told before. */
export function accepted(received: Received, state: ConversationState, { phrases }: World): ReadByMachine | undefined {
  const { tongueWords, offered = [], language } = state;
  if (tongueWords === undefined || offered.every((each) => readOffered(each).kind !== 'tongue')) return undefined;
  const options = offeredOptions(offered).map(({ value, phrase, values }) => ({
    value,
    label: phrases.say(phrase, catalogueOf(language.tag, phrases), received.address.channel, values),
  }));
  const [wish, tag = ''] = (chooseExactly(received, options) ?? '').split('.');
  if (wish !== 'machine') return undefined;
  const { value: _, ...rest } = received;
  const { tongueWords: __, offered: ___, ...before } = state;
  const waiting = before.waiting.filter((each) => before.waitingWords?.[each] !== tongueWords.text);
  const nameOf = (each: string) => phrases.languages.find((one) => one.tag === each)?.name ?? each;
  return {
    received: { ...rest, text: tongueWords.text, receivedAt: new Date(tongueWords.at) },
    state: { ...before, waiting, language: byMachineIn(tag, language) },
    lines: [toldOnce(nameOf(language.tag), language.tag)],
  };
}
