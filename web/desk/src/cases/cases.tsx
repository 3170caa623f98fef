import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConversationView } from '../api.ts';
import { plainList } from '../plain-list.ts';
import { t } from '../words/t.ts';
import { spoken } from '../words.ts';
import { Clocks } from './clocks.tsx';
import { CaseDetail } from './detail.tsx';
import { NewCase } from './new-case.tsx';

const useStyles = makeStyles({
  part: { marginTop: tokens.spacingVerticalXXL },
  none: { color: tokens.colorNeutralForeground2 },
  list: { ...plainList, gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalS },
});

interface CasesProps {
  readonly view: ConversationView;
  readonly me: string;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

interface Listed {
  readonly reference: string;
  readonly kind: string;
  readonly status: string;
  readonly clocks: ConversationView['cases'][number]['clocks'];
}

/** The cases of the person, open ones first, and what may be done about each; whoever has the conversation opens new ones. */
export function CasesPart({ view, me, changed, tell }: CasesProps) {
  const styles = useStyles();
  const [open, setOpen] = useState<string>();
  const cases = listed(view);
  const isMine = view.owner.is === 'agent' && view.owner.agent === me;
  return (
    <section aria-label={t('Cases')} className={styles.part}>
      <Subtitle2 as="h3" block>
        {t('Cases')}
      </Subtitle2>
      {cases.length === 0 && <Body1 className={styles.none}>{t('None.')}</Body1>}
      {isMine && <NewCase view={view} changed={changed} tell={tell} />}
      <ul className={styles.list}>
        {cases.map(({ reference, kind, status, clocks }) => (
          <li key={reference}>
            <Body1 block>
              <strong>{reference}</strong> · {spoken(kind)}
              {status === '' ? '' : ` · ${spoken(status)}`}
            </Body1>
            <Clocks kind={kind} clocks={clocks} />
            {canBeRead(kind) && (
              <Button
                size="small"
                aria-label={t('Read: {reference}', { reference })}
                aria-expanded={open === reference}
                onClick={() => setOpen(open === reference ? undefined : reference)}
              >
                {t('Read')}
              </Button>
            )}
            {open === reference && (
              <CaseDetail
                conversation={view.id}
                reference={reference}
                others={cases.flatMap((each) =>
                  canBeRead(each.kind) && each.reference !== reference ? [each.reference] : [],
                )}
                changed={changed}
                tell={tell}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Repairs and tasks are no cases: their teams have them elsewhere. */
const canBeRead = (kind: string): boolean => kind !== 'repair' && kind !== 'task';

const isClosed = ({ status }: { readonly status: string }): boolean => status === 'closed';

/** What came of this conversation stands here also while nobody is on file for it, or the housing system does not have it yet. */
function listed({ cases, opened }: ConversationView): readonly Listed[] {
  const onFile = cases.map(({ reference }) => reference);
  const others = opened
    .filter(({ reference }) => !onFile.includes(reference))
    .map(({ reference, kind, status = '', clocks }) => ({ reference, kind, status, clocks }));
  const all = [...cases, ...others];
  return [...all.filter((each) => !isClosed(each)), ...all.filter(isClosed)];
}
