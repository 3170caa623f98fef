import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { dueOf, promiseName } from '../words.ts';
import type { Clock } from './api.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** What is to be done by when, and how long that is: in words, whatever the colour. */
export function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const styles = useStyles();
  return clocks.map((clock) => (
    <Caption1 key={clock.what} block className={styles.quiet}>
      {promiseName(clock.what)} by {dueOf(clock.by, new Date())}:{' '}
      {clock.late ? (
        <Badge appearance="tint" color="danger">
          {leftOf(clock)}
        </Badge>
      ) : (
        leftOf(clock)
      )}
    </Caption1>
  ));
}

function leftOf({ late, workingDays }: Clock): string {
  const days = Math.abs(workingDays);
  const said = days === 1 ? '1 working day' : `${days} working days`;
  if (late) return days === 0 ? 'late' : `late by ${said}`;
  return days === 0 ? 'today' : `${said} left`;
}
