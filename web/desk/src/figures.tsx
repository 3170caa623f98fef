import { Body1, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { api } from './api.ts';
import type { Headlines } from './learned.ts';
import { useLookedUp } from './looked-up.ts';
import { listSection, plainList } from './plain-list.ts';
import { t } from './words/t.ts';
import { causeName } from './words.ts';

const useStyles = makeStyles({
  ...listSection,
  list: { ...plainList, gap: tokens.spacingVerticalXS },
  about: { color: tokens.colorNeutralForeground2 },
});

interface FiguresProps {
  readonly toldAt: number;
  readonly tell: (problem?: unknown) => void;
}

/** The two headline figures: solved at first contact, and contact that our own doing caused. */
export function Figures({ toldAt, tell }: FiguresProps) {
  const styles = useStyles();
  const { found } = useLookedUp(api.headlines, { toldAt, tell });
  return (
    <section aria-label={t('Figures')} className={styles.section}>
      <Subtitle2 as="h2" block>
        {t('Figures')}
      </Subtitle2>
      {found === undefined ? (
        <Body1 as="p" block className={styles.quiet}>
          {t('Nothing counted yet.')}
        </Body1>
      ) : (
        <Both found={found} />
      )}
    </section>
  );
}

function Both({ found: { firstContact, avoidable } }: { readonly found: Headlines }) {
  const styles = useStyles();
  return (
    <>
      <Body1 as="p" block>
        {t('Solved at first contact: {share}', { share: percent(firstContact.share) })}
      </Body1>
      <Caption1 block className={styles.about}>
        {t('{some} of {all}, in the 30 days up to a week ago', {
          some: firstContact.solved,
          all: firstContact.counted,
        })}
      </Caption1>
      <Body1 as="p" block>
        {t('Avoidable contact: {share}', { share: percent(avoidable.share) })}
      </Body1>
      <Caption1 block className={styles.about}>
        {t('{some} of {all}, in the last 30 days', { some: avoidable.avoidable, all: avoidable.enquiries })}
      </Caption1>
      <ul className={styles.list} aria-label={t('Why contact was avoidable')}>
        {avoidable.causes.map(({ cause, count, fewerThan }) => (
          <li key={cause}>
            <Caption1>
              {causeName(cause)}: {count ?? t('fewer than {count}', { count: fewerThan ?? 0 })}
            </Caption1>
          </li>
        ))}
      </ul>
    </>
  );
}

function percent(share: number | null): string {
  return share === null ? t('not known yet') : `${(share * 100).toFixed(1)} %`;
}
