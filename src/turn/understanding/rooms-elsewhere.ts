// Words for rooms and for what breaks in Romanian, Portuguese, Ukrainian, Urdu, Punjabi, Bengali, Arabic and Somali, the middle ones
// also as they are texted in Latin letters. Read with the lists in `rooms-and-trades.ts`, under the same names.

export const roomsElsewhere = {
  kitchen:
    'bucatari* cozinha* кухн* کچن باورچی_خان* بورچی_خانہ kichan rasoi ਰਸੋਈ ਕਿਚਨ রান্নাঘর* কিচেন rannaghor* مطبخ المطبخ matbakh jiko jikada jikadu',
  bathroom:
    'baie baia dus casa_de_banho banheiro chuveiro duche ванн* душ باتھ_روم غسل_خان* ghusal_khana gusalkhana ਬਾਥਰੂਮ ਗੁਸਲਖਾਨ* বাথরুম* গোসলখান* goshol* حمام الحمام hammam musqul* qubays*',
  toilet:
    'toalet* closet* sanita retrete туалет* унітаз* ٹوائلٹ لیٹرین فلش_سسٹم ਟਾਇਲਟ ਟੱਟੀ টয়লেট* পায়খান* مرحاض تواليت المرحاض suuli* musqusha',
  bedroom:
    'dormitor* quarto_de_dormir quarto quartos спальн* дитячій_кімнаті بیڈ_روم سونے_کا_کمرہ بچوں_کے_کمرے sone_ka_kamra bachon_ke_kamre ਬੈੱਡਰੂਮ ਸੌਣ_ਵਾਲਾ_ਕਮਰਾ শোবার_ঘর* বেডরুম* shobar_ghor غرفة_النوم بغرفة_النوم غرفة_الاولاد غرفة_الاطفال qolka_jiifka',
  living_room:
    'sufrageri* living salon_mare sala_de_estar вітальн* зал لاؤنج بیٹھک ڈرائنگ_روم baithak ਬੈਠਕ ਲਿਵਿੰਗ_ਰੂਮ বসার_ঘর* ড্রয়িংরুম* boshar_ghor صالون الصالة غرفة_الجلوس qolka_fadhiga',
  hall: 'holul scara_interioara corredor escada escadas коридор* сход* راہداری سیڑھیاں سیڑھیوں seerhiyan ਪੌੜੀਆਂ সিঁড়ি* shiri ممر الممر درج الدرج jaranjar* daaqda_jaranjarada',
  outside:
    'gradina curte curtea afara gard acoperis balcon* jardim quintal varanda telhado cerca portao сад* подвір* паркан* дах* балкон* باغ صحن باہر چھت_پر بالکونی bagh sehan baahar ਬਾਹਰ ਵਿਹੜਾ ਬਾਗ਼ ਛੱਤ_ਉੱਤੇ বাগান* বাইরে উঠান বারান্দা* baire barandah حديقة الحديقة برا سطح السطح بلكون* beerta dibadda saqafka_sare balakoon*',
} as const;

export const tradesElsewhere = {
  damp: 'mucegai* igrasie umezeala bolor mofo humidade umidade цвіль пліснява волог* вогк* پھپھوند* سیلن نمی phaphoond* seelan ਉੱਲੀ ਸਿੱਲ੍ਹ ulli ছত্রাক* স্যাঁতসেঁতে chatrak عفن العفن رطوبة الرطوبة caaryo caariyo qoyaan huur',
  pests:
    'soarec* sobolan* gandac* plosnit* rato ratos baratas percevej* миш* щур* тарган* клоп* چوہ* کاکروچ کھٹمل chuh* chooh* khatmal ਚੂਹ* ਕਾਕਰੋਚ ਖਟਮਲ ইঁদুর* তেলাপোকা ছারপোকা indur telapoka فئران فار الفئران صراصير صرصور بق jiir* baranbaro dhiqle* kutaan',
  gas: 'centrala centralei calorifer* incalzire* apa_calda caldeira* aquecimento radiador* agua_quente esquentador котел котла бойлер* опалення батаре* гаряч* بوائلر ہیٹنگ ہیٹر گرم_پانی garam_pani ਬਾਇਲਰ ਹੀਟਿੰਗ ਗਰਮ_ਪਾਣੀ বয়লার* হিটিং গরম_পানি gorom_pani سخان السخان تدفئة التدفئة شوفاج مي_سخنة ماء_ساخن may_sokhna kuleyli* kululee* biyo_kulul',
  electrical:
    'priza prize prizele curent_electric lumina becul intrerupator* siguranta tomada tomadas luz lampada interruptor disjuntor розетк* світл* вимикач* пробк* проводк* بجلی ساکٹ سوئچ لائٹ بتی bijli batti ਬਿਜਲੀ ਸਾਕਟ ਸਵਿੱਚ ਬੱਤੀ বিদ্যুৎ কারেন্ট সকেট* সুইচ* লাইট* karent كهرباء الكهرباء فيش الفيش قابس ضو الضو اللمبة kahraba koronto* bareesad* laydh*',
  drains:
    'canalizare* scurgerea_afara esgoto* fossa каналізац* стік گٹر نالی gutter_ka nali ਗਟਰ ਨਾਲੀ ড্রেন* নর্দমা صرف_صحي مجاري المجاري bulaacad*',
  plumbing:
    'robinet* teava tevi chiuveta* wc_ul toaleta vasul torneira* cano canos lava_loica pia sanita autoclismo кран* труб* раковин* унітаз* злив* نل نلکا نلکے پائپ سنک لیک nalka nalke naal_ka sink_se ਨਲਕਾ ਟੂਟੀ ਪਾਈਪ ਸਿੰਕ tooti কল পাইপ* বেসিন* সিঙ্ক* حنفية الحنفية ماسورة الماسورة مغسلة المغسلة مجلى hanafiya tuubo* tuubad* tubad* tubo qasab* saxan*',
  glazing:
    'geam* fereastr* ferestre* janela* vidro* vidraca вікн* скл* шибк* کھڑک* شیشہ khirki* sheesha ਖਿੜਕੀ* ਬਾਰੀ ਸ਼ੀਸ਼ਾ জানালা* কাচ janala شباك الشباك نافذة النافذة زجاج shobbak daaqad* muraayad*',
  roofing:
    'acoperis* tigla burlan* telhado* telha* caleira* дах* покрівл* ринв* چھت chhat chat_se ਛੱਤ ছাদ* chad سطح السطح سقف_البيت saqaf*',
  joinery:
    'usa usi usii broasc* balama* dulap* sertar* porta portas fechadura* armario* gaveta* corrimao двер* замок замка ручк* шаф* поруч* دروازہ دروازے تالا الماری darwaz* ਦਰਵਾਜ਼* ਤਾਲਾ ਅਲਮਾਰੀ darvaz* দরজা* তালা আলমারি* dorja باب الباب قفل القفل خزانة الخزانة albaab* qufl* armaajo*',
  plastering:
    'tencuial* tavan* peret* gresie faianta reboco teto parede* azulejo* штукатурк* стел* стін* плитк* دیوار* پلستر سیلنگ deewar* plaster_gir ਕੰਧ* ਪਲੱਸਤਰ দেয়াল* প্লাস্টার* deyal حيطان الحيط جدار الجدار سقف السقف بلاط derbi* gidaar*',
} as const;

export const faultsElsewhere =
  'mucegai* bolor* цвіл* пліснява پھپھوند* ਉੱਲੀ ছত্রাক* عفن caaryo stricat* spart* crapat* defect* rupt* sparg* curge curg picur* pierde nu infundat* blocat* avariat* avariad* estragad* partid* quebrad* pinga pingar vaza entupid* nao зламан* зламавс* зламалас* тече протіка* капа* не забив* засмітив* خراب ٹوٹ* ٹپک* بند لیک نہیں kharab kharaab toot* tapak* leak_ho nahi nahin ਖਰਾਬ ਟੁੱਟ* ਬੰਦ ਨਹੀਂ ਚੋ_ਰਹ* নষ্ট ভাঙা ভেঙে পড়ছে বন্ধ না noshto vanga bhanga خربان* خربت عطلان* معطل* مكسور* مسدود تسرب يسرب ينقط عطل ما_بيشتغل لا_يعمل لا_تعمل kharban msakkar jaban jabay jabtay xun xumaad* daadan* ma_shaqee* xiran_yahay';

/** One list of both: what is in either is in it. */
export function withElsewhere<Lists extends Readonly<Record<string, string>>>(
  lists: Lists,
  elsewhere: Readonly<Record<string, string>>,
): Lists {
  return Object.fromEntries(
    Object.entries(lists).map(([name, words]) => [name, `${words} ${elsewhere[name] ?? ''}`]),
  ) as Lists;
}
