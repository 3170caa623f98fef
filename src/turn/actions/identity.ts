// Showing who one is: three details that only the tenant knows together, or a code sent to the mobile on file.
// Every way to fail has the same outcome, so that nobody learns who lives where.

import type { ConversationState } from '../../model/conversation.ts';
import { fitted } from '../../model/gsm7.ts';
import type { Person } from '../../model/person.ts';
import { parsePostcode } from '../../model/said/postcode.ts';
import { accentsIn } from '../accents.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { mobileOf } from '../facts.ts';
import { told } from './filing.ts';
import { addressKey, isLocked, tenancyKey } from './tries.ts';

export const checkDetails = action(['proved', 'no_match', 'locked', 'away'], [], async (input) => {
  const details = { tenancy: told(input, 'tenancy') ?? '', born: bornOn(input), postcode: told(input, 'postcode') };
  const keys = [tenancyKey(details.tenancy), addressKey(input)];
  const found = await whoseDetails(details, { ...input, keys });
  if (found.is === 'proved') return { outcome: 'proved', ...proof(input, found.person) };
  if (found.is !== 'no-match') return { outcome: found.is };
  return {
    // Nobody is asked to try again who cannot.
    outcome: (await isLocked(input, keys, 1)) ? 'locked' : 'no_match',
    failedProofs: keys,
    clears: ['tenancy', 'born', 'postcode', 'retry'],
    facts: [{ name: 'proof.failed', data: { by: 'details' } }],
  };
});

export interface Details {
  readonly tenancy: string;
  /** ISO date. */
  readonly born?: string | undefined;
  /** As it was written. */
  readonly postcode?: string | undefined;
}

type Whose = { readonly is: 'proved'; readonly person: string } | { readonly is: 'no-match' | 'locked' | 'away' };

/** Who alone knows these together. @param keys by which tries are counted */
export async function whoseDetails(
  details: Details,
  { keys, ...around }: Pick<ActionInput, 'world' | 'moment'> & { readonly keys: readonly string[] },
): Promise<Whose> {
  if (await isLocked(around, keys)) return { is: 'locked' };
  const answer = await around.world.housing.peopleByTenancy(details.tenancy);
  if (answer.is === 'away') return { is: 'away' };
  const person = answer.value.find((each) => matches(each, details));
  return person === undefined ? { is: 'no-match' } : { is: 'proved', person: person.id };
}

function matches(person: Person, { born, postcode: written }: Details): boolean {
  const postcode = parsePostcode(written ?? '');
  const isHome = person.tenancies.some(
    (each) => postcode !== undefined && parsePostcode(each.property.postcode) === postcode,
  );
  return isHome && person.born !== undefined && person.born === born;
}

/** `12/03/27` was read as a day to come, on which nobody was born: it is of the century before. */
function bornOn(input: ActionInput): string | undefined {
  const day = told(input, 'born');
  const isToCome = day !== undefined && Date.parse(day) > input.received.receivedAt.getTime();
  return isToCome ? `${Number(day.slice(0, 4)) - 100}${day.slice(4)}` : day;
}

function proof(input: ActionInput, person: string): Pick<ActionResult, 'state' | 'facts'> {
  return { state: proofOf(person, input), facts: [{ name: 'proof.given', data: {} }] };
}

/** What a conversation holds of it, for as long as the landlord lets proof last. */
export function proofOf(
  person: string,
  { world, moment }: Pick<ActionInput, 'world' | 'moment'>,
): Pick<ConversationState, 'proof' | 'person'> {
  const until = new Date(moment.now.getTime() + world.landlord.proof.lastsMinutes * 60_000).toISOString();
  return { proof: { person, until }, person: { id: person, by: 'proof' } };
}

export const sendCode = action(['sent', 'locked', 'away'], [], async (input) => {
  const tenancy = told(input, 'tenancy');
  // Codes sent are counted by themselves: they could be sent without end, but are no failed tries.
  const keys = [addressKey(input), ...(tenancy === undefined ? [] : [tenancyKey(tenancy)])].map((key) => `code-${key}`);
  if (await isLocked(input, keys)) return { outcome: 'locked' };
  const found = await personToProve(input, tenancy);
  if (found === 'away') return { outcome: 'away' };
  const { code, hash } = input.world.proofs.newCode();
  const minutes = input.world.landlord.proof.codeLastsMinutes;
  const until = new Date(input.moment.now.getTime() + minutes * 60_000).toISOString();
  const mobile = mobileOf(found);
  // With nobody to send it to the code is kept all the same, for no person: what follows looks alike.
  const person = mobile === undefined ? '' : (found?.id ?? '');
  return {
    outcome: 'sent',
    state: { code: { person, hash, until, tries: 0 } },
    clears: ['code'],
    effects: mobile === undefined ? [] : [codeText(input, mobile, code)],
    failedProofs: keys,
  };
});

/**
 * The person who is speaking, or nobody. Who is recognised is that person, whatever tenancy they name. Of joint tenants each has a
 * mobile of their own: which of them speaks is told by the number that writes, where it is that of one of them, and by nothing else.
 */
async function personToProve(input: ActionInput, tenancy: string | undefined): Promise<Person | undefined | 'away'> {
  const known = input.speaker ?? input.person;
  if (known !== undefined || tenancy === undefined) return known;
  const answer = await input.world.housing.peopleByTenancy(tenancy);
  if (answer.is === 'away') return 'away';
  const { address } = input.received;
  const [only, another] = answer.value;
  if (another === undefined) return only;
  const writing = answer.value.filter(({ phones }) => address.channel === 'sms' && phones.includes(address.number));
  return writing.length === 1 ? writing[0] : undefined;
}

function codeText(input: ActionInput, to: string, code: string): NonNullable<ActionResult['effects']>[number] {
  const { phrases, landlord } = input.world;
  const { language, accents } = input.state;
  const said = phrases.say('identity.code_text', language.tag, 'sms', { code, landlord: landlord.name });
  const text = fitted(said, accentsIn(language.tag, accents?.is, landlord));
  return {
    kind: 'sms.send',
    key: `sms:${to}`,
    payload: { to, text, conversation: input.conversation.id, despiteStop: true },
  };
}

export const checkCode = action(['proved', 'wrong', 'expired', 'locked'], [], async (input) => {
  const keys = [addressKey(input)];
  const { code } = input.state;
  const { tries } = input.world.landlord.proof;
  if ((await isLocked(input, keys)) || (code?.tries ?? 0) >= tries) return { outcome: 'locked', forgets: 'code' };
  if (code === undefined || Date.parse(code.until) <= input.moment.now.getTime()) {
    return { outcome: 'expired', forgets: 'code', clears: ['code'] };
  }
  const typed = (told(input, 'code') ?? '').replace(/\D/g, '');
  if (code.person !== '' && input.world.proofs.matches(typed, code.hash)) {
    return { outcome: 'proved', forgets: 'code', ...proof(input, code.person) };
  }
  return {
    outcome: 'wrong',
    state: { code: { ...code, tries: code.tries + 1 } },
    clears: ['code'],
    failedProofs: keys,
    facts: [{ name: 'proof.failed', data: { by: 'code' } }],
  };
});
