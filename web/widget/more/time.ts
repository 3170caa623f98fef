// Times and days in words. Digits are those that stand on doors here, whatever the language.

const locale = (tag: string): string => (tag === 'en' ? 'en-GB' : `${tag}-u-nu-latn`);

/** "9 am" in English; elsewhere as it is written there. */
export function timeWords(time: Date, tag: string): string {
  const isEnglish = tag === 'en';
  return time.toLocaleTimeString(locale(tag), {
    hour: 'numeric',
    ...(isEnglish && { hour12: true }),
    ...(!(isEnglish && time.getMinutes() === 0) && { minute: '2-digit' }),
  });
}

const sixDaysMs = 6 * 86_400_000;

/** The name of the day; where it is further off than six days, with its date. */
export function dayWords(day: Date, tag: string): string {
  const isFar = day.getTime() - Date.now() > sixDaysMs;
  return day.toLocaleDateString(locale(tag), { weekday: 'long', ...(isFar && { day: 'numeric', month: 'long' }) });
}
