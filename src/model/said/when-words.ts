// What days and times are called in the languages that are read as English (`when-in-english.ts`): English → the words, apart by
// commas. Whole words only. In Latin letters only what is no word of English, Welsh or Polish.

export const whenWords: Readonly<Record<string, string>> = {
  monday:
    'понеділок, понеділка, понеділку, پیر کو, سوموار, somwar, somvar, somvaar, ਸੋਮਵਾਰ, সোমবার, সোমবারে, shombar, sombar, الاثنين, الإثنين, اثنين, isniin, isniinta, segunda-feira, segunda feira',
  tuesday:
    'вівторок, вівторка, منگل, منگل کو, mangal ko, mangalvar, mangalvaar, ਮੰਗਲਵਾਰ, মঙ্গলবার, মঙ্গলবারে, mongolbar, الثلاثاء, ثلاثاء, talaado, talaadada, terca-feira, terca feira, terça, marti, martea',
  wednesday:
    'середа, середу, середи, بدھ, بدھ کو, budh ko, budhvar, budhvaar, ਬੁੱਧਵਾਰ, বুধবার, বুধবারে, budhbar, الأربعاء, اربعاء, arbaco, arbacada, quarta-feira, quarta feira, miercuri, miercurea',
  thursday:
    'четвер, четверга, جمعرات, jumerat, jumarat, jumeraat, veervar, veervaar, ਵੀਰਵਾਰ, বৃহস্পতিবার, বৃহস্পতিবারে, brihospotibar, الخميس, خميس, khamiis, khamiista, quinta-feira, quinta feira, joi, joia',
  friday:
    "п'ятниця, п'ятницю, п'ятниці, пятниця, пятницю, جمعہ, جمعے, juma, jumma, jume, shukarvar, shukarvaar, ਸ਼ੁੱਕਰਵਾਰ, শুক্রবার, শুক্রবারে, shukrobar, الجمعة, جمعة, jimce, jimcaha, sexta-feira, sexta feira, vineri, vinerea",
  saturday:
    'субота, суботу, суботи, ہفتہ کو, ہفتے کو, shanivar, shanivaar, ਸ਼ਨੀਵਾਰ, ਸ਼ਨਿੱਚਰਵਾਰ, শনিবার, শনিবারে, shonibar, السبت, سبت, sabti, sabtida, no sabado, aos sabados, sabado, sabados, sambata, sambetele',
  sunday:
    'неділя, неділю, неділі, اتوار, itwar, itvaar, aitvaar, aitvar, ਐਤਵਾਰ, রবিবার, রবিবারে, robibar, الأحد, axad, axadda, no domingo, aos domingos, domingo, domingos, duminica',
  today: 'сьогодні, آج, aaj, ਅੱਜ, আজ, আজকে, ajke, اليوم, maanta, hoje, azi, astazi',
  tomorrow: 'завтра, আগামীকাল, agamikal, غدا, بكرة, بكرا, bukra, bokra, berri, amanha, maine, آنے والے کل, آئندہ کل',
  'day after tomorrow': 'післязавтра, بعد غد, بعد بكرة, saadambe, depois de amanha, poimaine',
  yesterday: 'вчора, учора, গতকাল, gotokal, امس, مبارح, امبارح, mbare7, shalay, ontem, ieri, گزشتہ کل',
  'day before yesterday': 'позавчора, اول امس, dorraad, anteontem, alaltaieri',
  'next week':
    'наступного тижня, наступному тижні, اگلے ہفتے, agle hafte, ਅਗਲੇ ਹਫ਼ਤੇ, আগামী সপ্তাহে, agami soptahe, الأسبوع القادم, الأسبوع الجاي, الأسبوع المقبل, usbuuca soo socda, toddobaadka soo socda, proxima semana, na proxima semana, semana que vem, saptamana viitoare',
  'this week':
    'цього тижня, اس ہفتے, is hafte, ਇਸ ਹਫ਼ਤੇ, এই সপ্তাহে, ei soptahe, هذا الأسبوع, usbuucan, toddobaadkan, esta semana, saptamana asta, saptamana aceasta',
  weekend: 'вихідні, вихідних, ویک اینڈ, ਵੀਕਐਂਡ, عطلة نهاية الأسبوع, fim de semana, fins de semana, weekendul',
  morning:
    'вранці, зранку, ранок, ранку, уранці, صبح, صبح کو, subah, subha, subah ko, savere, sawere, ਸਵੇਰੇ, ਸਵੇਰ, সকালে, সকাল, shokale, sokale, shokal, صباحا, الصباح, في الصباح, الصبح, subaxdii, subaxda, subax, dimineata, diminetile, de manha, pela manha, da manha',
  afternoon:
    'після обіду, пополудні, вдень, удень, دوپہر, دوپہر کو, سہ پہر, dopahar, dopehar, dupehar, ਦੁਪਹਿਰ, ਦੁਪਹਿਰੇ, দুপুরে, দুপুর, বিকালে, বিকেলে, dupure, bikale, bikele, بعد الظهر, العصر, galabtii, galabta, galab, dupa-amiaza, dupa amiaza, dupa masa, dupa-masa, de tarde, a tarde, da tarde, pela tarde',
  evening:
    'ввечері, увечері, вечір, вечора, شام, شام کو, sham ko, shaam, shaam ko, ਸ਼ਾਮ, ਸ਼ਾਮ ਨੂੰ, সন্ধ্যায়, সন্ধ্যা, shondhay, مساء, المساء, في المساء, fiidkii, fiid, seara, serile, a noite, de noite, a noitinha',
  'any time':
    'будь-коли, будь коли, коли завгодно, будь-який день, کسی بھی وقت, کبھی بھی, کسی بھی دن, kisi bhi waqt, kisi bhi din, kabhi bhi, ਕਿਸੇ ਵੀ ਸਮੇਂ, ਕਿਸੇ ਵੀ ਦਿਨ, ਕਦੇ ਵੀ, kise vi din, kadi vi, যেকোনো সময়, যেকোনো দিন, jekono somoy, jekono din, أي وقت, اي يوم, في أي وقت, أي يوم, wakhti kasta, maalin kasta, goor kasta, oricand, orice zi, qualquer dia, qualquer hora, a qualquer hora, quando quiser',
  'as soon as possible':
    'якнайшвидше, якомога швидше, جلد از جلد, jald az jald, jaldi se jaldi, ਜਿੰਨੀ ਜਲਦੀ ਹੋ ਸਕੇ, যত তাড়াতাড়ি সম্ভব, joto taratari, بأسرع وقت, باقرب وقت, sida ugu dhaqsaha badan, sida ugu dhakhsaha badan, cat mai repede, cat mai curand, o mais rapido possivel, o quanto antes',
  days: 'дні, днів, день, zile, dias, دن, ਦਿਨ, ਦਿਨਾਂ, দিন, أيام, maalmood, maalin',
  weeks:
    'тижні, тижнів, тиждень, saptamani, semanas, ہفتے, hafte, ਹਫ਼ਤੇ, সপ্তাহ, soptaho, أسابيع, أسبوع, toddobaad, usbuuc',
  'two days':
    'يومين, два дні, дві дні, doua zile, dois dias, دو دن, do din, ਦੋ ਦਿਨ, দুই দিন, দুদিন, dui din, laba maalmood',
  'two weeks': 'أسبوعين, два тижні, doua saptamani, duas semanas, دو ہفتے, do hafte, ਦੋ ਹਫ਼ਤੇ, দুই সপ্তাহ, laba toddobaad',
};
