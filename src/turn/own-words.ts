// One sentence each in languages that have no catalogue, or in the letters in which they are texted: whether somebody writes in it, and
// that 1 is the answer. What 1 and 2 are stands below it. Drafts that no second speaker has read; a language that is not here is named
// in its own word alone.

import { languageOf } from '../model/language-tag.ts';

const sentences: Readonly<Record<string, string>> = {
  'ur-Latn': 'Kya aap Urdu mein jawab chahte hain? Urdu (اردو) ke liye 1 likhein.',
  'pa-Latn': 'Ki tusi Punjabi vich jawab chaunde ho? Punjabi (ਪੰਜਾਬੀ) lai 1 likho.',
  'bn-Latn': 'Apni ki Banglay uttor chan? Bangla (বাংলা) er jonno 1 likhun.',
  'ar-Latn': 'Bel 3arabi? Lel 3arabi (العربية) ekteb 1.',
  'uk-Latn': 'Pyshete ukrainskoyu? Dlia ukrainskoi (українська) napyshit 1.',
  es: '¿Escribe en español? Para un intérprete o una llamada en español, responda 1.',
  fr: 'Vous écrivez en français ? Pour un interprète ou un appel en français, répondez 1.',
  it: 'Scrive in italiano? Per un interprete o una telefonata in italiano, risponda 1.',
  de: 'Schreiben Sie Deutsch? Für einen Dolmetscher oder einen Anruf auf Deutsch antworten Sie mit 1.',
  nl: 'Schrijft u Nederlands? Voor een tolk of een telefoontje in het Nederlands antwoordt u 1.',
  ru: 'Вы пишете по-русски? Если нужен переводчик или звонок на русском, ответьте 1.',
  bg: 'Пишете на български? За преводач или обаждане на български отговорете с 1.',
  cs: 'Píšete česky? Chcete-li tlumočníka nebo hovor v češtině, odpovězte 1.',
  sk: 'Píšete po slovensky? Ak chcete tlmočníka alebo hovor v slovenčine, odpovedzte 1.',
  hu: 'Magyarul ír? Ha tolmácsot vagy magyar nyelvű hívást kér, válaszoljon ezzel: 1.',
  lt: 'Rašote lietuviškai? Jei norite vertėjo arba skambučio lietuviškai, atsakykite 1.',
  lv: 'Vai rakstāt latviski? Ja vēlaties tulku vai zvanu latviski, atbildiet ar 1.',
  tr: 'Türkçe mi yazıyorsunuz? Tercüman veya Türkçe bir telefon görüşmesi için 1 yazın.',
  fa: 'فارسی می‌نویسید؟ برای مترجم یا تماس تلفنی به فارسی، 1 را بفرستید.',
  ckb: 'بە کوردی دەنووسیت؟ بۆ وەرگێڕ یان پەیوەندیی تەلەفۆنی بە کوردی، 1 بنێرە.',
  ku: 'Hûn bi kurdî dinivîsin? Ji bo wergêr an telefonek bi kurdî, 1 binivîsin.',
  ps: 'په پښتو لیکئ؟ د ژباړونکي یا په پښتو د ټلیفون لپاره 1 ولیږئ.',
  zh: '您在用中文写吗？需要口译员或中文电话，请回复 1。',
  hi: 'क्या आप हिन्दी में लिख रहे हैं? दुभाषिए या हिन्दी में फ़ोन कॉल के लिए 1 लिखें।',
  gu: 'શું તમે ગુજરાતીમાં લખો છો? દુભાષિયા અથવા ગુજરાતીમાં ફોન માટે 1 લખો.',
  ta: 'நீங்கள் தமிழில் எழுதுகிறீர்களா? மொழிபெயர்ப்பாளர் அல்லது தமிழில் அழைப்புக்கு 1 என்று பதிலளிக்கவும்.',
  vi: 'Bạn viết tiếng Việt? Cần phiên dịch hoặc gọi điện bằng tiếng Việt, xin trả lời 1.',
  el: 'Γράφετε ελληνικά; Για διερμηνέα ή τηλεφώνημα στα ελληνικά, απαντήστε 1.',
  sq: 'Shkruani shqip? Për përkthyes ose një telefonatë në shqip, përgjigjuni 1.',
  ti: 'ብትግርኛ ትጽሕፉ ዲኹም? ንተርጓሚ ወይ ብትግርኛ ንምድዋል 1 መልሱ።',
  am: 'በአማርኛ እየጻፉ ነው? ለአስተርጓሚ ወይም በአማርኛ የስልክ ጥሪ 1 ብለው ይመልሱ።',
};

/** @param called what its own speakers call it */
export function ownWords(tag: string, called: string): string {
  return sentences[tag] ?? sentences[languageOf(tag)] ?? `${called}?`;
}
