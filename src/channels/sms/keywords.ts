// The words that steer texting itself. They are told apart at the door, by exact match, and no dialog ever sees them.

import type { SmsKeyword } from '../../model/message.ts';
import { plainWords } from '../../model/plain-words.ts';

type Is = SmsKeyword['is'];

/**
 * Twilio's default list: Twilio itself blocks the number after the words of `stop`, so reading CANCEL or END as an answer in a dialog
 * would leave us talking to nobody (https://help.twilio.com/articles/223134027). YES is on its list of opt-in words and left out on
 * purpose: to us it is an answer.
 */
const carrier: Readonly<Record<Is, string>> = {
  stop: 'STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, OPTOUT, REVOKE',
  start: 'START, UNSTOP',
  help: 'HELP, INFO',
};

/**
 * The same in the other languages, in their letters and as they are texted in Latin ones: the English word as it is spelled there, the
 * word itself, or "texts off". None is an answer that a dialog waits for: bare words for "stop" that also call off a matter are left
 * to the dialogs, and the word that texts tell of is STOP.
 */
const ours: readonly (readonly [language: string, is: Is, words: string])[] = [
  ['cy', 'stop', 'STOPIO'],
  ['cy', 'start', 'AILDDECHRAU'],
  ['cy', 'help', 'CYMORTH'],
  ['pl', 'stop', 'WYPISZ, STOP SMS, KONIEC SMS'],
  ['pl', 'start', 'WZNÓW, WZNOW'],
  ['pl', 'help', 'POMOC'],
  ['ro', 'stop', 'DEZABONARE, OPRIȚI SMS, OPRITI SMS'],
  ['ro', 'start', 'PORNIȚI SMS, PORNITI SMS, REABONARE'],
  ['ro', 'help', 'AJUTOR'],
  ['pt', 'stop', 'PARAR SMS, PAREM SMS'],
  ['pt', 'start', 'ATIVAR SMS, ACTIVAR SMS, RETOMAR SMS'],
  ['pt', 'help', 'AJUDA'],
  ['uk', 'stop', 'СТОП, ВІДПИСАТИСЯ, ВІДПИСКА, STOP SMS'],
  ['uk', 'start', 'СТАРТ, ПІДПИСАТИСЯ, ПІДПИСКА'],
  ['uk', 'help', 'ДОПОМОГА, DOPOMOHA'],
  ['ur', 'stop', 'سٹاپ, اسٹاپ, پیغام بند, میسج بند, MESSAGE BAND, PAIGHAM BAND'],
  ['ur', 'start', 'سٹارٹ, اسٹارٹ, پیغام شروع, میسج شروع, MESSAGE SHURU, PAIGHAM SHURU'],
  ['ur', 'help', 'مدد, MADAD'],
  ['pa', 'stop', 'ਸਟਾਪ, ਮੈਸੇਜ ਬੰਦ, SUNEHE BAND'],
  ['pa', 'start', 'ਸਟਾਰਟ, ਮੈਸੇਜ ਸ਼ੁਰੂ, SUNEHE SHURU'],
  ['pa', 'help', 'ਮਦਦ, MADAT'],
  ['bn', 'stop', 'স্টপ, মেসেজ বন্ধ, MESSAGE BONDHO'],
  ['bn', 'start', 'স্টার্ট, মেসেজ চালু, MESSAGE CHALU'],
  ['bn', 'help', 'সাহায্য, SAHAJJO, SHAHAJJO'],
  ['ar', 'stop', 'ستوب, إيقاف الرسائل, EQAF ALRASAEL'],
  ['ar', 'start', 'ستارت, تشغيل الرسائل, استئناف الرسائل'],
  ['ar', 'help', 'مساعدة, MUSAADA, MOSA3ADE'],
  ['so', 'stop', 'JOOJI FARIIMAHA, JOOJI SMS'],
  ['so', 'start', 'BILOW FARIIMAHA, BILOW SMS'],
  ['so', 'help', 'CAAWIMO, CAAWIMAAD'],
];

interface Keyword {
  readonly is: Is;
  /** Of the word; those of the carriers are known in all. */
  readonly language?: string;
}

const byWord = new Map<string, Keyword>([
  ...ours.flatMap(([language, is, words]) => listed(words).map((word) => [word, { is, language }] as const)),
  ...(['stop', 'start', 'help'] as const).flatMap((is) => listed(carrier[is]).map((word) => [word, { is }] as const)),
]);
const optOutTypes = new Map<string, Is>([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help'],
]);

function listed(words: string): readonly string[] {
  return words.split(', ').map(plainWords);
}

/** Every word with what it does and its language, as it is compared. */
export const keywords: ReadonlyMap<string, Keyword> = byWord;

/**
 * The keyword that this text is, if it is one and nothing else: `Stop.` is, `STOP 12345` and `please stop` are not.
 *
 * @param optOutType Twilio's own finding (Advanced Opt-Out): then Twilio has answered, in whatever language was set there
 */
export function findKeyword(text: string, optOutType?: string): SmsKeyword | undefined {
  const told = optOutTypes.get(optOutType?.toUpperCase() ?? '');
  const word = bare(text);
  if (told !== undefined) return { is: told, word, answered: true };
  const found = byWord.get(plainWords(word));
  return found === undefined ? undefined : { ...found, word, answered: false };
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .toUpperCase()
    .slice(0, 40);
}
