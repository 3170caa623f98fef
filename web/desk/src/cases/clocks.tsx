import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { t } from '../words/t.ts';
import { dueOf, promiseName } from '../words.ts';
import type { Clock } from './api.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** What is to be done by when, and how long that is: in words, whatever the colour. */
export function Clocks({ kind, clocks }: { readonly kind: string; readonly clocks: readonly Clock[] }) {
  const styles = useStyles();
  return clocks.map((clock) => (
    <Caption1 key={clock.what} block className={styles.quiet}>
      {t('{what} by {day}', { what: promiseName(clock.what, kind), day: dueOf(clock.by, new Date()) })}:{' '}
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
  const count = Math.abs(workingDays);
  if (count === 0) return late ? t('late') : t('today');
  if (count === 1) return late ? t('late by 1 working day') : t('1 working day left');
  return late ? t('late by {count} working days', { count }) : t('{count} working days left', { count });
}
