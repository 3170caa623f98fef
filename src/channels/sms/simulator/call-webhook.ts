// Calls a webhook as Twilio does: a form, signed with the auth token for the public address, sent to where we can be reached.

import twilio from 'twilio';

export interface Webhook {
  /** The address as Twilio was told it; this is what is signed. */
  readonly url: string;
  readonly authToken: string;
  readonly form: Readonly<Record<string, string>>;
  /** Where to send it, when the public address does not lead here (a proxy, a spare port in a test). */
  readonly reach: (url: string) => string;
}

/** Twilio gives a webhook 15 seconds. */
const timeoutMs = 15_000;

/** @returns the status, or undefined when there was no answer */
export async function callWebhook(webhook: Webhook): Promise<number | undefined> {
  const signature = twilio.getExpectedTwilioSignature(webhook.authToken, webhook.url, webhook.form);
  try {
    const response = await fetch(webhook.reach(webhook.url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
        'User-Agent': 'TwilioProxy/1.1',
        'X-Twilio-Signature': signature,
      },
      body: new URLSearchParams({ ...webhook.form }).toString(),
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}
