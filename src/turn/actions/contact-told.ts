// What was told of how to be reached, in one sentence or in several answers: which ways are refused, which one is wanted, when it suits,
// and which way may be used again. All is read out before it is kept.

import type { Offer } from '../../model/conversation.ts';
import { plainWords } from '../../model/plain-words.ts';
import { readTimes, sentencesWithTimes } from '../../model/said/times.ts';
import { sortedTimes } from '../../model/said/times-sorted.ts';
import { type WaysTold, ways, waysTold } from '../../model/said/ways-told.ts';
import { type ActionInput, action } from '../action.ts';
import { inAnyLanguage } from '../any-language.ts';
import { customerOf, provedCustomer } from '../customer.ts';
import { severalIn } from '../dialog/several.ts';
import { asksForNoCalls } from '../no-calls.ts';
import { told } from './filing.ts';

const dialog = 'access.contact_preference';

/**
 * What they began with: that it be read out or taken back, whole or in part, or what answers some of the questions to come. Who refuses
 * a way is not offered it.
 */
export const hearContact = action(
  ['read', 'forget', 'allow', 'any'],
  ['never', 'never_ways', 'prefer', 'avoid', 'ways_left', 'again'],
  (input) => {
    const words = told(input, 'words') ?? '';
    const listed = inAnyLanguage(input.world);
    const isOf = (list: string) => listed(list).some((each) => plainWords(each) === plainWords(words));
    if (isOf('contact_read')) return { outcome: 'read' };
    if (isOf('contact_forget')) return { outcome: 'forget' };
    const now = input.received.receivedAt;
    const heard = waysIn(words, input);
    const never = ways.filter(
      (way) => heard.never.includes(way) || (way === 'telephone' && asksForNoCalls(words, listed)),
    );
    if (never.length === 0 && heard.again.length > 0) {
      return { outcome: 'allow', slots: { again: heard.again.join(' ') } };
    }
    const left = ways.filter((way) => way !== 'visit' && !never.includes(way)).map(offered);
    const times = sentencesWithTimes(words, now).filter((each) => readTimes(each, now) !== undefined);
    const slots = {
      ways_left: [...left, offered('webchat')],
      ...(never[0] !== undefined && { never: never[0], never_ways: never.join(' ') }),
      ...(heard.prefer !== undefined && !never.includes(heard.prefer) && { prefer: heard.prefer }),
      ...(times.length > 0 && { avoid: times.join(' ').trim() }),
    };
    return { outcome: 'any', slots };
  },
);

/** In the language of the conversation, else in English: what is "no" in one is "in the" in another. */
function waysIn(words: string, { world, state, received }: ActionInput): WaysTold {
  const told = (tag: string) => waysTold(words, (list) => world.phrases.words(list, tag), received.receivedAt);
  const heard = told(state.language.tag);
  const isNothing = heard.never.length === 0 && heard.again.length === 0 && heard.prefer === undefined;
  return isNothing ? told('en') : heard;
}

export function offered(way: string): Offer {
  return { value: way, phrase: `${dialog}.prefer.options.${way}`, values: {} };
}

/** What the read-back says that no single answer holds. */
export const sumContact = action(
  ['told'],
  ['more_never', 'best', 'best_given', 'not_when', 'not_when_given'],
  (input) => {
    const [, ...more] = neverWays(input, provedCustomer(input.state) !== undefined);
    const { best = '', avoid = '' } = timesTold(input);
    const given = (words: string) => (words === '' ? '' : 'yes');
    const slots = { best, best_given: given(best), not_when: avoid, not_when_given: given(avoid) };
    return { outcome: 'told', slots: { more_never: neverLabels(more, input), ...slots } };
  },
);

export function timesTold(input: ActionInput) {
  return sortedTimes(told(input, 'avoid') ?? '', input.received.receivedAt);
}

/**
 * All that is refused from now on: what was told now, and with it what was refused before. Nothing of that is dropped because
 * something else was said; "no, all are fine" takes all back.
 *
 * @param withRecord whether what is on record is told with it, or kept only
 */
export function neverWays(input: ActionInput, withRecord: boolean): readonly string[] {
  const now = severalIn(told(input, 'never'), told(input, 'never_ways'));
  if (now.length === 0 || now[0] === 'nothing') return [];
  const before = withRecord && customerOf(input.state) !== undefined ? (input.person?.contact?.never ?? []) : [];
  return [...new Set([...now, ...before])];
}

/** `, No letters, No email`. */
export function neverLabels(named: readonly string[], { world, state, received }: ActionInput): string {
  const { phrases } = world;
  return named
    .map((way) => {
      const key = `${dialog}.never.options.${way}`;
      const label = phrases.has(key) ? phrases.say(key, state.language.tag, received.address.channel, {}) : way;
      return `, ${label}`;
    })
    .join('');
}
