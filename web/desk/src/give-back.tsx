import { Button, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { api } from './api.ts';
import { t } from './words/t.ts';
import { enquiryName } from './words.ts';

interface GiveBackProps {
  readonly giveBack: (dialog?: string) => void;
  readonly tell: (problem?: unknown) => void;
}

/** To the assistant: for nothing in particular, or for a dialog that it then offers the tenant. */
export function GiveBack({ giveBack, tell }: GiveBackProps) {
  const [dialogs, setDialogs] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState('');
  useEffect(() => {
    api.dialogs().then((found) => setDialogs(found.dialogs), tell);
  }, [tell]);
  return (
    <>
      <Select
        size="small"
        aria-label={t('Give back for')}
        value={dialog}
        onChange={(_event, { value }) => setDialog(value)}
      >
        <option value="">{t('Whatever comes')}</option>
        {dialogs.map((each) => (
          <option key={each} value={each}>
            {enquiryName(each)}
          </option>
        ))}
      </Select>
      <Button size="small" onClick={() => giveBack(dialog === '' ? undefined : dialog)}>
        {t('Give back to the assistant')}
      </Button>
    </>
  );
}
