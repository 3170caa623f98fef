// A request to do something differently, or to change a home: what it asks for, from when and how long, who asks and whether the person
// has agreed, with room for what a decision weighs. It is never refused here, and no proof is asked for; what this chat can do it does
// from now on.

import { noDecision } from '../../model/adjustment.ts';
import { addMonths } from '../../model/london-time.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { inAnyLanguage } from '../any-language.ts';
import { phraseValue } from '../line.ts';
import { asksForNoCalls } from '../no-calls.ts';
import { profileChange } from './access.ts';
import { file, isYes, openDay, ownWords, receivedOn, referenceFor, told, toldDetails } from './filing.ts';
import { asFirstTold } from './first-told.ts';
import { wordsBegun } from './words-found.ts';

/** What may be asked for, with the list of words that tells it; anything else stands in free words. */
const kinds = ['aids', 'security', 'format', 'door', 'specialist', 'direct_debit', 'rehousing', 'no_calls'] as const;
type Kind = (typeof kinds)[number] | 'other';

/** Where the conversation itself goes on with it. */
const dialogs: Readonly<Partial<Record<Kind, string>>> = {
  format: 'access.format',
  direct_debit: 'rent.direct_debit',
  rehousing: 'tenancy.transfer',
  specialist: 'support.referral',
};

const adjustmentWords = (input: ActionInput): string => ownWords(input, 'what', 'more');

/** All of them, for several may be asked for in one breath. */
function kindsIn(input: ActionInput): readonly Kind[] {
  const { world } = input;
  const words = adjustmentWords(input);
  const found = kinds.filter((kind) =>
    kind === 'no_calls'
      ? asksForNoCalls(words, inAnyLanguage(world))
      : wordsBegun(world, `adjust_${kind}`, words) !== undefined,
  );
  return found.length === 0 ? ['other'] : found;
}

const isForOther = (input: ActionInput): boolean => told(input, 'for_whom') === 'other';

const gives = ['reference', 'decide_by', 'owner', 'adjustment_type', 'interim'];

export const logAdjustment = action(['logged'], gives, (heard) => {
  const input = asFirstTold(heard);
  const { owner, decideWorkingDays, reviewMonths } = input.world.landlord.adjustments;
  const reference = referenceFor(input, 'ADJ', 'adjustment');
  const by = openDay(input, decideWorkingDays);
  const about = asked(input);
  const filed = file(input, {
    reference,
    kind: 'adjustment',
    words: adjustmentWords(input),
    owner,
    due: [{ what: 'decide', by, basis: 'received', rule: 'landlord pack, adjustments' }, ...permissionDue(input)],
    details: { ...toldDetails(input), ...about, ...lasting(input), reviewMonths, decision: noDecision },
  });
  const interim = interimOf(input, about);
  const now = about.interim.length > 0 ? 'no_calls' : 'none';
  const slots = { reference, decide_by: by, owner, adjustment_type: about.type.replace('-', '_'), interim: now };
  return {
    outcome: 'logged',
    slots,
    ...filed,
    ...(interim.state && { state: interim.state }),
    effects: [...filed.effects, ...(interim.effects ?? [])],
  };
});

/** A change to the home is another thing than a service done differently: other people decide and do it. */
function asked(input: ActionInput) {
  const asks = kindsIn(input);
  const isHome = told(input, 'applies') === 'home' || asks.every((kind) => kind === 'aids');
  return {
    type: isHome ? ('home-adaptation' as const) : ('service-adjustment' as const),
    asks,
    applies: told(input, 'applies') ?? null,
    howLong: told(input, 'how_long') ?? null,
    permission: permissionOf(input),
    interim: !isForOther(input) && asks.includes('no_calls') ? ['no-calls'] : [],
  };
}

function permissionOf(input: ActionInput): 'own-request' | 'given' | 'to-be-asked' {
  if (!isForOther(input)) return 'own-request';
  return isYes(input, 'authority') ? 'given' : 'to-be-asked';
}

/** Nothing is done for somebody who has not agreed: they are asked first, by a day. */
function permissionDue(input: ActionInput) {
  if (permissionOf(input) !== 'to-be-asked') return [];
  const by = openDay(input, input.world.landlord.handover.callbackWorkingDays);
  return [{ what: 'ask-permission', by, basis: 'received', rule: 'landlord pack, handover' }];
}

/** From today; what is for a time is looked at again on its last day, not ended on it. */
function lasting(input: ActionInput) {
  const since = receivedOn(input);
  const until = told(input, 'until');
  const isShort = told(input, 'how_long') === 'for_a_time';
  const usual = addMonths(since, input.world.landlord.adjustments.reviewMonths);
  const review = until !== undefined && until < usual ? until : usual;
  return { since, until: isShort ? (until ?? null) : 'long-term', review };
}

/** What needs nobody's decision: no calls from now on, here and wherever the profile is read. */
function interimOf(
  input: ActionInput,
  { interim }: Pick<ReturnType<typeof asked>, 'interim'>,
): Pick<ActionResult, 'state' | 'effects'> {
  if (interim.length === 0) return {};
  const never = [...new Set([...(input.person?.contact?.never ?? []), 'telephone'])];
  return { state: { noCalls: 'told' }, effects: profileChange(input, { contact: { never } }) };
}

/** What can be begun in this conversation besides the decision. */
export const offerNext = action(
  ['offer', 'nothing'],
  ['next_topic', 'next_topic_label'],
  (input): ActionResult<'offer' | 'nothing'> => {
    const next = kindsIn(input)
      .map((kind) => dialogs[kind])
      .find((dialog) => dialog !== undefined && input.world.playbook.has(dialog));
    if (next === undefined || isForOther(input)) return { outcome: 'nothing' };
    return { outcome: 'offer', slots: { next_topic: next, next_topic_label: phraseValue(`label.${next}`) } };
  },
);
