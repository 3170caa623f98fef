// A tenant with a phone: texts through the simulator, the way that real texts take.

import { eventually } from './agent.ts';

interface Text {
  readonly sid: string;
  readonly mine: boolean;
  readonly body: string;
}

export interface Phone {
  send(text: string): Promise<void>;
  /** All that came to the phone, in order. */
  received(): Promise<readonly string[]>;
  /** Waits for a text that fits. */
  wait(fits: (body: string) => boolean): Promise<string>;
}

/** @param number of the range 07700 900000 to 900999, in E.164 */
export function openPhone(url: string, number: string): Phone {
  const received = async () => {
    const response = await fetch(`${url}/phone/messages?number=${encodeURIComponent(number)}`);
    const { messages } = (await response.json()) as { messages: readonly Text[] };
    return messages.filter((each) => !each.mine).map((each) => each.body);
  };
  return {
    received,
    send: async (text) => {
      const response = await fetch(`${url}/phone/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ from: number, text }),
      });
      if (response.status !== 201) throw new Error(`The phone answered ${response.status}`);
    },
    wait: (fits) => eventually(async () => (await received()).find(fits), 'The text that was waited for'),
  };
}
