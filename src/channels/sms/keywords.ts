// The words that steer texting itself. They are told apart at the door, by exact match, and no dialog ever sees them.

import type { SmsKeyword } from '../../model/message.ts';

type Is = SmsKeyword['is'];

/**
 * Every word, upper case, with its language and why it is here.
 * `carrier`: Twilio's default list; Twilio itself blocks the number after these words, so reading CANCEL or END as an answer in a
 * dialog would leave us talking to nobody (https://help.twilio.com/articles/223134027). `ours`: translations of the same.
 * YES is on Twilio's list of opt-in words and left out on purpose: to us it is an answer.
 */
const words: readonly { readonly is: Is; readonly word: string; readonly language: string; readonly from: string }[] = [
  { is: 'stop', word: 'STOP', language: 'en', from: 'carrier' },
  { is: 'stop', word: 'STOPALL', language: 'en', from: 'carrier' },
  { is: 'stop', word: 'UNSUBSCRIBE', language: 'en', from: 'carrier' },
  { is: 'stop', word: 'CANCEL', language: 'en', from: 'carrier' },
  { is: 'stop', word: 'END', language: 'en', from: 'carrier' },
  { is: 'stop', word: 'QUIT', language: 'en', from: 'carrier' },
  { is: 'stop', word: 'OPTOUT', language: 'en', from: 'carrier' },
  { is: 'stop', word: 'REVOKE', language: 'en', from: 'carrier' },
  { is: 'stop', word: 'STOPIO', language: 'cy', from: 'ours' },
  { is: 'start', word: 'START', language: 'en', from: 'carrier' },
  { is: 'start', word: 'UNSTOP', language: 'en', from: 'carrier' },
  { is: 'start', word: 'AILDDECHRAU', language: 'cy', from: 'ours' },
  { is: 'help', word: 'HELP', language: 'en', from: 'carrier' },
  { is: 'help', word: 'INFO', language: 'en', from: 'carrier' },
  { is: 'help', word: 'CYMORTH', language: 'cy', from: 'ours' },
  { is: 'help', word: 'POMOC', language: 'pl', from: 'ours' },
];

const byWord = new Map(words.map((entry) => [entry.word, entry.is]));
const optOutTypes = new Map<string, Is>([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help'],
]);

/**
 * The keyword that this text is, if it is one and nothing else: `Stop.` is, `STOP 12345` and `please stop` are not.
 *
 * @param optOutType Twilio's own finding (Advanced Opt-Out): then Twilio has answered, in whatever language was set there
 */
export function findKeyword(text: string, optOutType?: string): SmsKeyword | undefined {
  const told = optOutTypes.get(optOutType?.toUpperCase() ?? '');
  if (told !== undefined) return { is: told, word: bare(text), answered: true };
  const word = bare(text);
  const is = byWord.get(word);
  return is === undefined ? undefined : { is, word, answered: false };
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .toUpperCase()
    .slice(0, 40);
}
