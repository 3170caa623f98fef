import { Button, Caption1, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { api, type ConversationView } from './api.ts';
import { t } from './words/t.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** As the service knows them, and as agents read them. */
const formats = [
  ['large-print', 'Large print'],
  ['audio', 'Audio'],
  ['braille', 'Braille'],
  ['coloured-paper', 'Coloured paper'],
  ['plain-text', 'Plain text for an e-mail'],
] as const;

const formatName = (format: string): string => {
  const label = formats.find(([name]) => name === format)?.[1];
  return label === undefined ? format : t(label);
};

interface FormatsProps {
  readonly view: ConversationView;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** Has the last answer, or all that was said, made for the tenant in another format. It comes to them as a message of its own. */
export function Formats({ view, changed, tell }: FormatsProps) {
  const styles = useStyles();
  const [format, setFormat] = useState<string>('large-print');
  const [about, setAbout] = useState<'reply' | 'conversation'>('reply');
  const [ordered, setOrdered] = useState('');
  // A second press on a slow line orders the same thing, which is made once.
  const asking = useRef<string | undefined>(undefined);

  const order = () => {
    asking.current ??= crypto.randomUUID();
    tell();
    void api
      .orderFormat(view.id, { requestId: asking.current, about, formats: [format], seenSequence: view.sequence })
      .then(() => {
        asking.current = undefined;
        setOrdered(t('{format} is being made for the tenant.', { format: formatName(format) }));
      }, tell)
      .finally(changed);
  };

  return (
    <div className={styles.row}>
      <Select
        size="small"
        aria-label={t('What to make')}
        value={about}
        onChange={(_event, { value }) => setAbout(value as typeof about)}
      >
        <option value="reply">{t('The last answer')}</option>
        <option value="conversation">{t('The whole conversation')}</option>
      </Select>
      <Select size="small" aria-label={t('Format')} value={format} onChange={(_event, { value }) => setFormat(value)}>
        {formats.map(([name, label]) => (
          <option key={name} value={name}>
            {t(label)}
          </option>
        ))}
      </Select>
      <Button size="small" onClick={order}>
        {t('Make it for the tenant')}
      </Button>
      <Caption1 role="status">{ordered}</Caption1>
    </div>
  );
}
