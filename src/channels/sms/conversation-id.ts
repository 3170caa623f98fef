// One thread for each pair of numbers: the tenant's and ours.

import { createHash } from 'node:crypto';

/** @param number and ours in E.164 */
export function conversationOf(number: string, ours: string): string {
  return `sms-${createHash('sha256').update(`${number}|${ours}`).digest('hex').slice(0, 20)}`;
}
