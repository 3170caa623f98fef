// A message in its parts, each of which may be about something else: "I read Urdu but speak Punjabi".

/** Commas, and the words for "and" and "but" in the languages of the catalogues; Somali "i soo" and "e mail" are none of them. */
const clauseEnds =
  /[,.;:،؛۔।\n]+|\s(?:and|but|ond|ac|a|ale|i(?! soo)|și|dar|e(?! mail)|mas|та|але|і|اور|لیکن|مگر|ਅਤੇ|ਪਰ|এবং|কিন্তু|আর|ولكن|لكن|iyo|laakiin)\s/u;

export function clausesOf(text: string): readonly string[] {
  return text.split(clauseEnds).filter((clause) => clause.trim() !== '');
}
