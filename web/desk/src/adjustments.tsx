import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type Adjustment, api, type WaitingAdjustment } from './api.ts';
import { DecisionForm } from './decision.tsx';
import { useLookedUp } from './looked-up.ts';
import { listSection, plainList } from './plain-list.ts';
import type { Took } from './reveals.tsx';
import { t } from './words/t.ts';
import { dueOf, languageName, spoken } from './words.ts';

const useStyles = makeStyles({
  ...listSection,
  list: { ...plainList, gap: tokens.spacingVerticalM },
  about: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
  words: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', marginTop: tokens.spacingVerticalS },
});

interface AdjustmentListProps {
  readonly toldAt: number;
  readonly tell: (problem?: unknown) => void;
}

/** What tenants asked us to do differently and nobody has decided on: the nearest day first. */
export function AdjustmentList({ toldAt, tell }: AdjustmentListProps) {
  const styles = useStyles();
  const { found = { waiting: [] }, change } = useLookedUp(api.adjustments, { toldAt, tell });
  return (
    <section aria-label={t('Adjustments to decide')} className={styles.section}>
      <Subtitle2 as="h2" block>
        {t('Adjustments to decide')}
      </Subtitle2>
      {found.waiting.length === 0 && (
        <Body1 as="p" block className={styles.quiet}>
          {t('None waits.')}
        </Body1>
      )}
      <ul className={styles.list}>
        {found.waiting.map((each) => (
          <Waiting key={each.reference} waiting={each} change={change} tell={tell} />
        ))}
      </ul>
    </section>
  );
}

interface WaitingProps extends Pick<AdjustmentListProps, 'tell'> {
  readonly waiting: WaitingAdjustment;
  readonly change: (act: () => Promise<unknown>, took?: Took) => Promise<void>;
}

function Waiting({ waiting: { reference, by }, change, tell }: WaitingProps) {
  const styles = useStyles();
  const [found, setFound] = useState<Adjustment>();
  const open = () => {
    if (found === undefined) api.adjustment(reference).then(setFound, tell);
    else setFound(undefined);
  };
  return (
    <li>
      <Body1 block>{reference}</Body1>
      <Caption1 block className={styles.about}>
        {t('By {day}', { day: dueOf(by, new Date()) })}
      </Caption1>
      <Button
        size="small"
        aria-label={t('Decide: {name}', { name: reference })}
        aria-expanded={found !== undefined}
        onClick={open}
      >
        {t('Decide')}
      </Button>
      {found !== undefined && (
        <>
          <Request found={found} />
          <DecisionForm decide={(decision, took) => change(() => api.decide(reference, decision), took)} />
        </>
      )}
    </li>
  );
}

function Request({ found: { words, language, reportedBy, details } }: { readonly found: Adjustment }) {
  const styles = useStyles();
  const until = details.until === 'long-term' ? t('always') : (details.until ?? t('for a time'));
  const isAsked = details.permission === 'to-be-asked';
  return (
    <>
      <Body1 block lang={language} className={styles.words}>
        “{words}”
      </Body1>
      <Caption1 block className={styles.about}>
        {[details.type, ...(details.asks ?? [])]
          .filter((each) => each !== undefined)
          .map(spoken)
          .join(', ')}{' '}
        · {until} ·{' '}
        {t('asked by {who}', { who: reportedBy.relation === 'self' ? t('the tenant') : spoken(reportedBy.relation) })}
        {language === 'en' ? '' : ` · ${t('in {language}', { language: languageName(language) })}`}
      </Caption1>
      {details.agreed_to !== undefined && (
        <Caption1 block className={styles.about}>
          {t('What they agreed to')}: {details.agreed_to}
        </Caption1>
      )}
      {isAsked && (
        <Caption1 block className={styles.about}>
          {t(
            'Ask the person first: who wrote could not say that they agree. The decision is told to the person alone.',
          )}
        </Caption1>
      )}
    </>
  );
}
