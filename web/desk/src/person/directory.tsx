import { Body1, Button, Caption1, Field, Select, Subtitle2 } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ConversationView } from '../api.ts';
import { t } from '../words/t.ts';
import { languageName, sentence, spoken } from '../words.ts';
import { type DirectoryView, personApi } from './api.ts';
import { usePartStyles } from './look.ts';

interface DirectoryProps {
  readonly view: ConversationView;
  /** Puts words into the reply; undefined while this agent writes none. */
  readonly toReply: ((text: string) => void) | undefined;
  readonly tell: (problem?: unknown) => void;
}

/** Whom else a tenant can be sent to, by what they need and where. What goes into the reply is in the tenant's language, from the catalogue. */
export function Directory({ view, toReply, tell }: DirectoryProps) {
  const styles = usePartStyles();
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState({ need: '', area: '' });
  const [found, setFound] = useState<DirectoryView>();
  const { id } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else of the conversation changes makes no difference to it
  useEffect(() => {
    if (!isOpen) return;
    const asked = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));
    personApi.directory(view, asked).then(setFound, tell);
  }, [isOpen, wanted, id, tell]);
  return (
    <section aria-label={t('Support from others')} className={styles.part}>
      <Subtitle2 as="h3" block>
        {t('Support from others')}
      </Subtitle2>
      <Button size="small" className={styles.gap} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('Look through the directory')}
      </Button>
      {isOpen && found !== undefined && (
        <>
          <div className={styles.form}>
            {(['need', 'area'] as const).map((each) => (
              <Field key={each} label={each === 'need' ? t('Help with') : t('Where')}>
                <Select
                  size="small"
                  value={wanted[each]}
                  onChange={(_event, { value }) => setWanted({ ...wanted, [each]: value })}
                >
                  <option value="">{t('All')}</option>
                  {found[each === 'need' ? 'needs' : 'areas'].map((name) => (
                    <option key={name} value={name}>
                      {sentence(spoken(name))}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </div>
          <Found found={found} toReply={toReply} />
        </>
      )}
    </section>
  );
}

function howMany({ directory, services }: DirectoryView): string {
  if (directory === 'away') return t('The directory cannot be reached now.');
  return services.length === 1 ? t('1 service') : t('{count} services', { count: services.length });
}

function Found({ found, toReply }: { readonly found: DirectoryView } & Pick<DirectoryProps, 'toReply'>) {
  const styles = usePartStyles();
  const language = languageName(found.tenantLanguage);
  return (
    <>
      <Caption1 block role="status" className={styles.gap}>
        {howMany(found)}
      </Caption1>
      <ul className={styles.list}>
        {found.services.map(({ id, name, description, phone, web, text }) => (
          <li key={id}>
            <Body1 block className={styles.words}>
              <strong>{name}</strong>
            </Body1>
            <Caption1 block className={styles.words}>
              {[description, phone, web].filter(Boolean).join(' · ')}
            </Caption1>
            {text === null ? (
              <Caption1 block className={styles.quiet}>
                {t('We have no text about it in {language}.', { language })}
              </Caption1>
            ) : (
              toReply !== undefined && (
                <Button
                  size="small"
                  aria-label={t('Put into the reply: {name}', { name })}
                  onClick={() => toReply(text)}
                >
                  {t('Put into the reply')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
