// A few sentences in languages that have no catalogue, or in the letters in which they are texted. Drafts that no second speaker has read.

import { languageOf } from '../model/language-tag.ts';

/** Whether somebody writes in it, and that 1 is the answer. What the answers are stands below it. */
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

/** A language that is not here is named in its own word alone. @param called what its own speakers call it */
export function ownWords(tag: string, called: string): string {
  return sentences[tag] ?? sentences[languageOf(tag)] ?? `${called}?`;
}

/** That the number in danger is 999. For the moment in which no machine can be waited for. */
const danger: Readonly<Record<string, string>> = {
  es: 'Si está en peligro, llame al 999.',
  fr: 'En cas de danger, appelez le 999.',
  it: 'Se è in pericolo, chiami il 999.',
  de: 'Bei Gefahr rufen Sie 999 an.',
  nl: 'Bij gevaar belt u 999.',
  ru: 'Если вы в опасности, звоните 999.',
  bg: 'При опасност се обадете на 999.',
  cs: 'V nebezpečí volejte 999.',
  sk: 'V nebezpečenstve volajte 999.',
  hu: 'Veszély esetén hívja a 999-et.',
  lt: 'Jei gresia pavojus, skambinkite 999.',
  lv: 'Ja esat briesmās, zvaniet 999.',
  tr: 'Tehlikedeyseniz 999’u arayın.',
  fa: 'اگر در خطر هستید، با 999 تماس بگیرید.',
  ckb: 'ئەگەر لە مەترسیدایت، پەیوەندی بە 999 بکە.',
  ku: 'Heke hûn di xetereyê de bin, telefonî 999 bikin.',
  ps: 'که په خطر کې یاست، 999 ته زنګ ووهئ.',
  zh: '如有危险，请拨打 999。',
  hi: 'अगर आप ख़तरे में हैं, तो 999 पर फ़ोन करें।',
  gu: 'જો તમે જોખમમાં હો, તો 999 પર ફોન કરો.',
  ta: 'நீங்கள் ஆபத்தில் இருந்தால், 999 ஐ அழைக்கவும்.',
  vi: 'Nếu gặp nguy hiểm, hãy gọi 999.',
  el: 'Αν κινδυνεύετε, καλέστε το 999.',
  sq: 'Nëse jeni në rrezik, telefononi 999.',
  ti: 'ኣብ ሓደጋ እንተሃሊኹም ናብ 999 ደውሉ።',
  am: 'አደጋ ላይ ከሆኑ ወደ 999 ይደውሉ።',
};

/** That this could not be translated, and the word for an interpreter. */
const notNow: Readonly<Record<string, string>> = {
  es: 'Ahora no podemos traducir. Para un intérprete, escriba {word}.',
  fr: 'Nous ne pouvons pas traduire maintenant. Pour un interprète, écrivez {word}.',
  it: 'Ora non possiamo tradurre. Per un interprete, scriva {word}.',
  de: 'Wir können gerade nicht übersetzen. Für einen Dolmetscher schreiben Sie {word}.',
  nl: 'We kunnen nu niet vertalen. Schrijf {word} voor een tolk.',
  ru: 'Сейчас мы не можем перевести. Если нужен переводчик, напишите {word}.',
  bg: 'В момента не можем да преведем. За преводач напишете {word}.',
  cs: 'Teď nemůžeme překládat. Chcete-li tlumočníka, napište {word}.',
  sk: 'Teraz nemôžeme prekladať. Ak chcete tlmočníka, napíšte {word}.',
  hu: 'Most nem tudunk fordítani. Ha tolmácsot kér, írja: {word}.',
  lt: 'Dabar negalime išversti. Jei norite vertėjo, rašykite {word}.',
  lv: 'Pašlaik nevaram iztulkot. Ja vēlaties tulku, rakstiet {word}.',
  tr: 'Şu anda çeviri yapamıyoruz. Tercüman için {word} yazın.',
  fa: 'اکنون نمی‌توانیم ترجمه کنیم. برای مترجم بنویسید {word}.',
  ckb: 'ئێستا ناتوانین وەریبگێڕین. بۆ وەرگێڕ بنووسە {word}.',
  ku: 'Em niha nikarin wergerînin. Ji bo wergêr {word} binivîsin.',
  ps: 'اوس نشو ژباړلی. د ژباړونکي لپاره {word} ولیکئ.',
  zh: '现在无法翻译。需要口译员，请回复 {word}。',
  hi: 'अभी हम अनुवाद नहीं कर पा रहे हैं। दुभाषिए के लिए {word} लिखें।',
  gu: 'અત્યારે અમે અનુવાદ કરી શકતા નથી. દુભાષિયા માટે {word} લખો.',
  ta: 'இப்போது எங்களால் மொழிபெயர்க்க முடியவில்லை. மொழிபெயர்ப்பாளருக்கு {word} என்று எழுதவும்.',
  vi: 'Hiện chúng tôi không dịch được. Cần phiên dịch, hãy viết {word}.',
  el: 'Τώρα δεν μπορούμε να μεταφράσουμε. Για διερμηνέα, γράψτε {word}.',
  sq: 'Tani nuk mund të përkthejmë. Për përkthyes, shkruani {word}.',
  ti: 'ሕጂ ክንትርጉም ኣይንኽእልን። ንተርጓሚ {word} ጽሓፉ።',
  am: 'አሁን መተርጎም አንችልም። ለአስተርጓሚ {word} ብለው ይጻፉ።',
};

export function dangerWords(tag: string): string | undefined {
  return danger[languageOf(tag)];
}

/** Empty for a language that is not here. */
export function notNowWords(tag: string, word: string): string {
  return notNow[languageOf(tag)]?.replace('{word}', word) ?? '';
}
