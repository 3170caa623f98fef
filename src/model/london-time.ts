// Instants as they read on a clock in the landlord's time zone. Legal clocks and opening hours count in it.

export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

interface Clock {
  readonly format: Intl.DateTimeFormat;
  minute: number;
  shows: LocalTime;
}

const clocks = new Map<string, Clock>();

/** The date (`2026-11-23`) and time of day (`09:05`) of an instant in a time zone. Asked several times a turn: read off once a minute. */
export function localTime(at: Date, timeZone = 'Europe/London'): LocalTime {
  const clock = clocks.get(timeZone) ?? newClock(timeZone);
  const minute = Math.floor(at.getTime() / 60_000);
  if (clock.minute !== minute) {
    clock.shows = readOff(clock.format, at);
    clock.minute = minute;
  }
  return clock.shows;
}

function readOff(format: Intl.DateTimeFormat, at: Date): LocalTime {
  const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

function newClock(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const clock = { format, minute: Number.NaN, shows: { date: '', time: '' } };
  clocks.set(timeZone, clock);
  return clock;
}

/** RFC 3339 with the offset that the clock in the time zone had at that instant: `2026-07-01T09:00:00+01:00`. */
export function withOffset(at: Date, timeZone = 'Europe/London'): string {
  const { date, time } = localTime(at, timeZone);
  const seconds = String(at.getUTCSeconds()).padStart(2, '0');
  const asIfUtc = Date.parse(`${date}T${time}:${seconds}Z`);
  const minutes = Math.round((asIfUtc - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  return `${date}T${time}:${seconds}${sign}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}

/** The instant at which the clocks of a time zone show a date and a time; of a time that they skip in spring, the one after it. */
export function instantOf(date: string, time: string, timeZone = 'Europe/London'): Date {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  const shownAt = (instant: number) => {
    const shown = localTime(new Date(instant), timeZone);
    return Date.parse(`${shown.date}T${shown.time}:00Z`);
  };
  const guess = asIfUtc - (shownAt(asIfUtc) - asIfUtc);
  return new Date(guess + (asIfUtc - shownAt(guess)));
}

/** The instant so many times 24 hours before. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

/** The calendar date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 Sunday to 6 Saturday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The same day so many months later, or the last of a month that has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
