// What tenants of the fault tests say, line by line. Order is kept within a conversation, so a line needs not wait for the answer
// to the one before; a message lost, doubled or out of turn would leave the flow, and its case would not be opened.

/** What every script comes to. */
export interface Script {
  readonly lines: readonly string[];
  /** How many references its end tells. */
  readonly references: 0 | 1;
}

/** @param note makes the words of this one unlike any other's */
export type MakeScript = (note: string) => Script;

const adjustment: MakeScript = (note) => ({
  lines: [
    'I need a reasonable adjustment',
    `More time at the door, note ${note}`,
    '1',
    '1',
    '1',
    'Jo Fletcher',
    'skip',
  ],
  references: 1,
});
const complaint: MakeScript = (note) => ({
  lines: [
    'I want to make a complaint',
    '1',
    `The plumber has not come, note ${note}`,
    'Come on a day that you keep',
    'no',
    'skip',
    '1',
    'Jo Fletcher',
    'skip',
    'skip',
  ],
  references: 1,
});
const hours: MakeScript = () => ({ lines: ['what are your opening hours?', 'thanks'], references: 0 });

/** The number is asked for on the web and known by text; then comes the read-back, and after a complaint an offer to put things right. */
const ended =
  (make: MakeScript, ...end: readonly string[]): MakeScript =>
  (note) => {
    const { lines, references } = make(note);
    return { lines: [...lines, ...end], references };
  };

export const webScripts: readonly MakeScript[] = [
  ended(adjustment, 'skip', 'yes'),
  hours,
  ended(complaint, 'skip', 'yes', 'no'),
];
export const smsScripts: readonly MakeScript[] = [ended(adjustment, 'yes'), hours, ended(complaint, 'yes', 'no')];
