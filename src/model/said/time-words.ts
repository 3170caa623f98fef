// Words for parts of the day and for choosing among days, in English, Welsh and Polish, as `readTimes` looks for them: lower case
// and without accents, written as parts of regular expressions. The first that fits at a place counts, so longer ones stand first.

/** Minutes from midnight. `from` equal to `to` is a moment: "first thing" fits whatever visit begins the day. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const hour = 60;
export const endOfDay = 24 * hour;
export const noon = 12 * hour;

const span = (from: number, to: number): Span => ({ from: from * hour, to: to * hour });

/** School runs as most schools in Britain have them; a working day from nine to five. */
export const parts: readonly (readonly [string, readonly Span[]])[] = [
  [
    'first thing(?: in the morning)?|peth cynta?f?(?: yn y bore)?|ben bore|z samego rana|wczesnie rano|as early as (?:you can|possible)|bright and early',
    [span(8, 8)],
  ],
  [
    'after (?:the )?(?:morning )?school ?(?:run|drop ?-?off)|after (?:i (?:have |)|)drop(?:ping|ped|)?(?: off)? (?:the |my )?(?:kids|children|bairns|little ones|weans)(?: off)?(?: (?:at|to) school)?|ar ol mynd a.r plant i.r ysgol|po odprowadzeniu dzieci(?: do szkoly)?',
    [span(9.5, 24)],
  ],
  ['before (?:the )?(?:school )?(?:pick ?-?up|school run)', [span(0, 14.75)]],
  ['school ?(?:run|pick ?-?up|drop ?-?off)s?', [span(8.25, 9.25), span(14.75, 15.75)]],
  ['(?:in|during) school hours|school hours|while (?:the )?kids are (?:at|in) school', [span(9.5, 14.75)]],
  ['after school|ar ol ysgol|po szkole', [span(15.5, 24)]],
  ['before school|cyn ysgol|przed szkola', [span(0, 8.5)]],
  ['after (?:i finish )?work|ar ol (?:y |fy )?(?:ng)?gwaith|po pracy', [span(17.5, 24)]],
  ['before work|cyn (?:y )?gwaith|przed praca', [span(0, 8.5)]],
  ['(?:office|working|work) hours|oriau gwaith|(?:w )?godzinach pracy', [span(9, 17)]],
  ['after (?:my |the )?(?:lunch|dinner time)|ar ol cinio|po obiedzie', [span(13, 24)]],
  ['after (?:my )?tea(?:time| time)?', [span(18, 24)]],
  ['early (?:in the )?morning', [span(7, 10)]],
  ['late (?:in the )?morning', [span(10, 12)]],
  ['early (?:in the )?afternoon', [span(12, 14)]],
  ['late (?:in the )?afternoon', [span(15, 17)]],
  ['lunch ?times?|dinner ?time|amser cinio|w porze obiadu', [span(12, 14)]],
  ['(?:in the )?mornings?|in the am|morn|y bore|[bf]ore(?:au)?|rano|rankiem|ranem|przed poludniem', [span(0, 12)]],
  [
    "(?:in the )?after ?noons?|in the pm|arvos?|afto|y prynhawn|prynhawn(?:iau)?|brynhawn|p'?nawn(?:iau)?|po poludniu|popoludni\\w*",
    [span(12, 17)],
  ],
  [
    "(?:in the )?evenings?|eves|tea ?times?|gyda'?r nos|fin nos|noson|nosweithiau|wieczor\\w*|early evening",
    [span(17, 22)],
  ],
  ['(?:at |late at )?nights?|yn y nos|w nocy', [span(21, 24)]],
  ['midday|noon|canol dydd|hanner dydd|w poludnie', [span(12, 12)]],
  ['midnight|hanner nos|o polnocy', [span(0, 0)]],
];

/** Everything suits. */
export const anyTime =
  "any(?: ?time| ?day| of (?:those|these|them)| one| slot)|any(?= ?(?:$|[.,;!]|mornings?|afternoons?|evenings?|week|mon|tue|wed|thu|fri|sat|sun))|when ?ever|every ?day|(?:i |we )?(?:do not|don'?t) mind(?: when)?|not (?:fussed|bothered|fussy)|up to you|you choose|either(?: one)?|all (?:week|day)|unrhyw (?:ddydd|bryd|amser|un)|kiedykolwiek|obojetnie(?: kiedy)?|(?:w )?kazd(?:y|ego) dzien|dowolny(?: dzien)?|wszystko jedno";

export const soonest =
  '(?:as )?soon as (?:possible|you can|poss)|a\\.?s\\.?a\\.?p|(?:the )?(?:soonest|earliest|first available|next available|first (?:one|slot|appointment|day))|sooner the better|cyn gynted a(?:g y bo)? ?(?:phosib\\w*|modd)?|y cynta?f|jak najszybciej|najwczesniejs\\w*|pierwszy wolny';

/** None of what was offered. */
export const noneOf =
  "none of (?:those|these|them)|not any of (?:those|these|them)|neither(?: of (?:those|these|them))?|(?:those|these) (?:do not|don'?t|dont) (?:work|suit)|can(?:not|'t|t)(?: do| make)? any of (?:those|these|them)|dim un o'?r rhain|dim un ohonyn\\w*|zaden z (?:tych|nich)|zadn\\w+ z (?:tych|nich)";

/** What comes after is what does not suit. A bare "no" counts only right before what it takes away: "no, Tuesday" gives a day. */
export const notThese =
  "not|never|can(?:not|'t|t)|(?:do|does|will|could|am|is|are) ?(?:n'?t|not)|wont|won't|avoid(?:ing)?|except(?: for| on)?|apart from|other than|bar|excluding|anything but|unavailable|i (?:am|'m|will be|have)? ?(?:only )?(?:out|away|busy|working|at work|in work|on shift|on nights)|i'?m (?:out|away|busy|working|at work|in work|on shift)|(?:i|we) work|dim|ddim|heblaw(?: am)?|ac eithrio|peidiwch|methu|na(?= (?:cyn|ar))|nie|oprocz|poza|z wyjatkiem|no(?= (?:mornings?|afternoons?|evenings?|weekends?|nights?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?))";

/** Behind a day: it does not suit after all, or it does. */
export const suitsNot =
  "(?:is |are |'s )?(?:no good|no use|not good|not great|out|bad|impossible|not possible|a no)|(?:do not|does not|don't|doesn't|won't|will not|cannot|can't) (?:work|suit)|ddim yn gyfleus|nie pasuje|odpada";
export const suits =
  "(?:is |are |'s |would be |will be )?(?:good|fine|ok|okay|best|better|perfect|great|ideal)|works?(?: (?:for me|best))?|suits?(?: me)?|yn iawn|yn gyfleus|pasuje|moze byc";

/** Ends what a word before it took away. */
export const stops = 'only|otherwise|instead|rather|yn unig|tylko|jedynie';
/** What was said before is taken back: "Tuesday, no, Wednesday". */
export const instead = 'no(?= ?,)|scratch that|i mean';
/** After "any day" it takes away: "any day but Friday". */
export const buts = 'but|ond|ale';
export const joins = 'or|and|neu|a|ac|i|albo|lub|oraz|czy';

/** Units behind a number: it counts something, and is no hour. */
export const unitBehind =
  '(?! ?(?:weeks?|wks?|days?|months?|years?|yrs?|hours?|hrs?|mins?|minutes?|times?|%|people|kids|children|floors?|flats?|dni|tyg\\w*|lat|miesi\\w*|wythnos\\w*|diwrnod\\w*|blynedd|mis|pounds?|quid|funt\\w*|p\\b|of\\b|st\\b|nd\\b|rd\\b|th\\b)|[/.-]?\\d|[/-])';
