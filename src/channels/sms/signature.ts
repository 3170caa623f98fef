// Is it Twilio who calls? The auth token is chosen by AccountSid, never by sender, so that a number or Messaging Service that we
// do not know of cannot make us turn a tenant away.

import type { Request } from 'express';
import twilio from 'twilio';
import type { TwilioAccount } from './ports.ts';

type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

export type Verdict =
  | { readonly is: 'genuine' }
  | { readonly is: 'rejected'; readonly reason: 'unsigned' | 'forged' | 'unknown-account' };

/** The header as Twilio spells it in lower case. */
const header = 'x-twilio-signature';

/**
 * @param publicUrl what Twilio was told to call, and therefore what it signed: our own host and port are not known outside a proxy
 */
export function verify(request: Request, publicUrl: string, accounts: readonly TwilioAccount[]): Verdict {
  const signature = request.headers[header];
  if (typeof signature !== 'string' || signature === '') return { is: 'rejected', reason: 'unsigned' };
  const form = (request.body ?? {}) as Form;
  const account = accounts.find((one) => one.sid === form.AccountSid);
  if (account === undefined) return { is: 'rejected', reason: 'unknown-account' };
  const url = publicUrl.replace(/\/$/, '') + request.originalUrl;
  const genuine = twilio.validateRequest(account.authToken, signature, url, form);
  return genuine ? { is: 'genuine' } : { is: 'rejected', reason: 'forged' };
}
