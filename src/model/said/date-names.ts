// Names of months, weekdays and nearby days, without accents and in lower case, as `parseDate` looks for them.
// English, Welsh and Polish by hand, with their mutations and cases; other languages from the calendar names of Unicode.

import { folded } from './plain.ts';

const monthForms: readonly string[] = [
  'january jan ionawr styczen stycznia',
  'february feb chwefror luty lutego',
  'march mar mawrth fawrth marzec marca',
  'april apr ebrill kwiecien kwietnia',
  'may mai fai maj maja',
  'june jun mehefin fehefin czerwiec czerwca',
  'july jul gorffennaf orffennaf lipiec lipca',
  'august aug awst sierpien sierpnia',
  'september sept sep medi fedi wrzesien wrzesnia',
  'october oct hydref pazdziernik pazdziernika',
  'november nov tachwedd dachwedd listopad listopada',
  'december dec rhagfyr ragfyr grudzien grudnia',
];

/** Monday first. Whole names only: `sat` and `sun` are words of their own, so the short ones count only where a day must stand. */
const weekdayForms: readonly string[] = [
  'monday poniedzialek poniedzialku poniedzialki',
  'tuesday wtorek wtorku wtorki',
  'wednesday sroda srode srody',
  'thursday czwartek czwartku czwartki',
  'friday piatek piatku piatki',
  'saturday sobota sobote soboty',
  'sunday niedziela niedziele niedzieli',
];
const shortWeekdays = ['mon', 'tue tues', 'wed weds', 'thu thur thurs', 'fri', 'sat', 'sun'];
/** After `dydd`, `ddydd` or `nos`: `mawrth` alone is the month. */
const welshWeekdays = ['llun lun', 'mawrth fawrth', 'mercher fercher', 'iau', 'gwener wener', 'sadwrn', 'sul'];

const otherLanguages = ['ro', 'pt', 'uk', 'ur', 'pa', 'bn', 'ar', 'so'];
const aMonday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

export const months = indexed(monthForms);
export const weekdays = indexed(weekdayForms);
export const shortNames = indexed(shortWeekdays);
export const welshNames = indexed(welshWeekdays);

/** Days counted from today. */
export const nearbyDays: ReadonlyMap<string, number> = new Map(
  Object.entries({
    today: 0,
    tonight: 0,
    'this morning': 0,
    'this afternoon': 0,
    'this evening': 0,
    'this arvo': 0,
    'this aft': 0,
    'y bore ma': 0,
    'y prynhawn ma': 0,
    tomorrow: 1,
    tomoz: 1,
    tomo: 1,
    tmrw: 1,
    tmoro: 1,
    tomorow: 1,
    tommorow: 1,
    tommorrow: 1,
    'the day after tomorrow': 2,
    'day after tomorrow': 2,
    yesterday: -1,
    'last night': -1,
    'the day before yesterday': -2,
    'day before yesterday': -2,
    heddiw: 0,
    heno: 0,
    yfory: 1,
    fory: 1,
    drennydd: 2,
    trennydd: 2,
    ddoe: -1,
    neithiwr: -1,
    echdoe: -2,
    dzis: 0,
    dzisiaj: 0,
    jutro: 1,
    pojutrze: 2,
    wczoraj: -1,
    przedwczoraj: -2,
    azi: 0,
    astazi: 0,
    maine: 1,
    ieri: -1,
    hoje: 0,
    amanha: 1,
    ontem: -1,
    сьогодні: 0,
    завтра: 1,
    вчора: -1,
    آج: 0,
    اليوم: 0,
    غدا: 1,
    امس: -1,
    আজ: 0,
    গতকাল: -1,
    আগামীকাল: 1,
    ਅੱਜ: 0,
    maanta: 0,
    berri: 1,
    shalay: -1,
  }).map(([name, days]) => [folded(name), days]),
);

/** Numbers that people write as words, before "days" or "weeks". */
export const countWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    couple: 2,
    'a couple of': 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    un: 1,
    dau: 2,
    dwy: 2,
    tri: 3,
    tair: 3,
    pedwar: 4,
    pump: 5,
    chwe: 6,
    jeden: 1,
    dwa: 2,
    trzy: 3,
    cztery: 4,
    piec: 5,
    szesc: 6,
    siedem: 7,
    osiem: 8,
    dziewiec: 9,
    dziesiec: 10,
  }),
);

addOthers();

function indexed(forms: readonly string[]): Map<string, number> {
  const index = new Map<string, number>();
  forms.forEach((names, at) => {
    for (const name of names.split(' ')) index.set(name, at);
  });
  return index;
}

function addOthers(): void {
  for (const language of otherLanguages) {
    const month = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
    const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    for (let at = 0; at < 12; at++) {
      const day = new Date(Date.UTC(2024, at, 5));
      const inDate = month.formatToParts(day).find((part) => part.type === 'month')?.value ?? '';
      add(months, inDate, at);
      add(months, alone.format(day), at);
    }
    for (let at = 0; at < 7; at++) add(weekdays, weekday.format(new Date(aMonday + at * dayMs)), at);
  }
}

/** `luni` is Monday in Romanian and also "months": one word that means too much is left out. */
function add(index: Map<string, number>, name: string, at: number): void {
  const key = folded(name);
  if (key.length > 2 && key !== 'luni' && !index.has(key)) index.set(key, at);
}
