import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { known, named, type Plain, t } from '../words/t.ts';
import { type Asked, type Copied, download, type LeftOut, privacyApi } from './api.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, marginBlock: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const whys: Readonly<Record<string, Plain>> = {
  restricted: 'Restricted: only its own team lets it out',
  'tells-of-others': 'Tells of other people',
  'written-by-staff': 'Notes that staff wrote',
  'shared-number': 'From their number, but nobody said who they were',
  'of-somebody-else': 'For somebody else: read at the desk, not sent',
};

interface CopyProps {
  readonly asked: Asked;
  readonly tell: (problem?: unknown) => void;
}

/** What is held, with what a person looks at first: each part is let out by hand, or stays out. */
export function CopyPart({ asked, tell }: CopyProps) {
  const styles = useStyles();
  const [found, setFound] = useState<Copied>();
  const [out, setOut] = useState<readonly string[]>([]);
  const look = () => {
    tell();
    void privacyApi.copy(asked, []).then(setFound).catch(tell);
  };
  const save = (as: 'json' | 'html') => {
    tell();
    void download(asked, as, out).catch(tell);
  };
  if (found === undefined)
    return (
      <Button appearance="primary" onClick={look}>
        {t('See what is held')}
      </Button>
    );
  const { conversations, leftOutForReview } = found;
  return (
    <>
      <p role="status">
        {t('Conversations: {count}. Parts to look at first: {left}.', {
          count: conversations.length,
          left: leftOutForReview.length,
        })}
      </p>
      {leftOutForReview.length > 0 && (
        <ul className={styles.list} aria-label={t('To look at first')}>
          {leftOutForReview.map((part) => (
            <li key={part.id}>
              <Checkbox
                label={lineOf(part)}
                disabled={part.why === 'of-somebody-else'}
                checked={out.includes(part.id)}
                onChange={(_event, { checked }) =>
                  setOut(checked === true ? [...out, part.id] : out.filter((each) => each !== part.id))
                }
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => save('html')}>{t('Save as a page to read')}</Button>
        <Button onClick={() => save('json')}>{t('Save as data')}</Button>
      </div>
    </>
  );
}

function lineOf({ id, why, count, team }: LeftOut): string {
  const what = named(whys, why) ?? known(why);
  const whose = team === undefined ? '' : ` (${team})`;
  return `${t('Let out: {what}', { what })}${whose}, ${count} · ${id.slice(id.indexOf(':') + 1)}`;
}
