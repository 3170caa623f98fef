// Reads values out of what people write: phone numbers, postcodes, references, e-mail addresses, dates of birth.
// Each answers with the one form in which we keep it, or undefined.

/** A British or international number, kept as E.164. */
export function readPhone(text: string): string | undefined {
  const found = /(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,14}/.exec(text)?.[0];
  if (found === undefined) return undefined;
  const digits = found.replace(/\D/g, '');
  if (found.startsWith('+')) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (/^0\d{9,10}$/.test(digits)) return `+44${digits.slice(1)}`;
  return /^44\d{9,10}$/.test(digits) ? `+${digits}` : undefined;
}

/** `aw14qe` is kept as `AW1 4QE`. */
export function readPostcode(text: string): string | undefined {
  const found = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/i.exec(text);
  return found ? `${found[1]} ${found[2]}`.toUpperCase() : undefined;
}

export function readEmail(text: string): string | undefined {
  return /[^\s<>()@,;]+@[^\s<>()@,;]+\.[a-z]{2,}/i.exec(text)?.[0].toLowerCase();
}

/** `ten 100102` is kept as `TEN-100102`; digits alone stay digits (a code, or a reference without its letters). */
export function readReference(text: string): string | undefined {
  const lettered = /\b([a-z]{2,4})[\s–-]?(\d{3,10})\b/i.exec(text);
  if (lettered) return `${lettered[1]}-${lettered[2]}`.toUpperCase();
  return /\d(?:[\s-]?\d){3,11}/.exec(text)?.[0].replace(/\D/g, '');
}

/** Any date with a year, day before month: `12/03/1984`, `12.3.84`, `1984-03-12`, `12 March 1984`, `12 marca 1984`. */
export function readDate(text: string, language: string): string | undefined {
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /\b(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4}|\d{2})\b/.exec(text);
  if (numbers) return calendarDate(fullYear(numbers[3] ?? ''), Number(numbers[2]), Number(numbers[1]));
  const named =
    /\b(\d{1,2})(?:st|nd|rd|th|ain|af|il|ydd|fed|eg)?(?:\s+(?:of|o))?\s+(\p{L}{3,})\.?,?\s+(\d{4})\b/iu.exec(text);
  const month = named && monthNamed(named[2] ?? '', language);
  return named && month ? calendarDate(Number(named[3]), month, Number(named[1])) : undefined;
}

/** Two digits are a year of birth: 05 is 2005, 84 is 1984. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= 26 ? 2000 + year : 1900 + year;
}

function calendarDate(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal && year >= 1900 && year < 2100 ? at.toISOString().slice(0, 10) : undefined;
}

/** A month by its name or the first three letters of it, in the language or in English. */
function monthNamed(name: string, language: string): number | undefined {
  const wanted = name.toLowerCase();
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  for (const tag of [language, 'en']) {
    const found = months.find((month) =>
      monthNames(month, tag).some((each) => each === wanted || (wanted.length === 3 && each.startsWith(wanted))),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name alone and, as after a day (`marca`, not `marzec`), in the genitive. */
function monthNames(month: number, language: string): readonly string[] {
  const at = new Date(Date.UTC(2024, month - 1, 15));
  const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(at);
  const parts = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).formatToParts(at);
  const after = parts.find((part) => part.type === 'month')?.value ?? alone;
  return [alone.toLowerCase(), after.toLowerCase()];
}
