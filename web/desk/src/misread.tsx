import { Body1, Button, Caption1, makeStyles, Select, Subtitle1, tokens } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { api } from './api.ts';
import type { Misread } from './learned.ts';
import { useLookedUp } from './looked-up.ts';
import { plainList } from './plain-list.ts';
import { t } from './words/t.ts';
import { channelName, dueOf, enquiryName, languageName, spoken } from './words.ts';

const useStyles = makeStyles({
  list: { ...plainList, gap: tokens.spacingVerticalXL },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: { overflowWrap: 'anywhere' },
  about: { color: tokens.colorNeutralForeground2 },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
});

interface MisreadPageProps {
  readonly toldAt: number;
  readonly tell: (problem?: unknown) => void;
}

/** What was taken for something else or for nothing. Names, numbers and addresses are not in it; each is set aside or made an example of. */
export function MisreadPage({ toldAt, tell }: MisreadPageProps) {
  const styles = useStyles();
  const { found, change } = useLookedUp(api.misread, { toldAt, tell });
  const page = useRef<HTMLElement>(null);
  const misread = found?.misread ?? [];
  return (
    <section aria-label={t('Misread messages')} ref={page} tabIndex={-1}>
      <Subtitle1 as="h2" block>
        {t('Misread messages')} <span aria-live="polite">({misread.length})</span>
      </Subtitle1>
      <Body1 as="p" block className={styles.quiet}>
        {found !== undefined && misread.length === 0
          ? t('Nothing waits.')
          : t('What tells whose words they are has been taken out. Examples are written by who edits the dialogs.')}
      </Body1>
      <ul className={styles.list}>
        {misread.map((each) => (
          <Line
            key={each.id}
            misread={each}
            kinds={found?.kinds ?? []}
            change={change}
            left={() => page.current?.focus()}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  /** The line is gone: where reading goes on. */
  readonly left: () => void;
  readonly misread: Misread;
  readonly kinds: readonly string[];
  readonly change: (act: () => Promise<unknown>) => Promise<void>;
}

function Line({ misread, kinds, change, left }: LineProps) {
  const styles = useStyles();
  const { words, language, example_of: wanted, meant, guessed } = misread;
  const known = [wanted, meant, guessed].find((each) => each !== null && kinds.includes(each));
  const [kind, setKind] = useState(known ?? kinds[0] ?? '');
  const short = words.slice(0, 40);
  const example = (event: FormEvent) => {
    event.preventDefault();
    void change(() => api.markMisread(misread.id, { as: 'example', enquiry: kind }));
  };
  const setAside = () => void change(() => api.markMisread(misread.id, { as: 'done' })).then(left);
  return (
    <li>
      <Body1 block lang={language} className={styles.words}>
        “{words}”
      </Body1>
      <Caption1 block className={styles.about}>
        {aboutOf(misread)}
      </Caption1>
      {wanted !== null && (
        <Caption1 block className={styles.about}>
          <strong>{t('To be an example of {name}', { name: enquiryName(wanted) })}</strong>
        </Caption1>
      )}
      <form className={styles.form} onSubmit={example}>
        <Select
          size="small"
          value={kind}
          aria-label={t('It means: {words}', { words: short })}
          onChange={(_event, { value }) => setKind(value)}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {enquiryName(each)}
            </option>
          ))}
        </Select>
        <Button type="submit" size="small" aria-label={t('Make an example: {words}', { words: short })}>
          {t('Make an example')}
        </Button>
        <Button size="small" aria-label={t('Set aside: {words}', { words: short })} onClick={setAside}>
          {t('Set aside')}
        </Button>
      </form>
    </li>
  );
}

function aboutOf({ at, channel, language, because, guessed, meant }: Misread): string {
  return [
    dueOf(at.slice(0, 10), new Date()),
    channelName(channel),
    ...(language === 'en' ? [] : [languageName(language)]),
    spoken(because),
    guessed === null ? t('no guess') : t('taken for {name}', { name: enquiryName(guessed) }),
    ...(meant === null ? [] : [t('meant {name}', { name: enquiryName(meant) })]),
  ].join(' · ');
}
