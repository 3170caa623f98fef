import { Button } from '@fluentui/react-components';
import { t } from '../words/t.ts';
import { channelName, enquiryName } from '../words.ts';
import { type LiveLine, supervisorApi } from './api.ts';
import { lasted, Table } from './table.tsx';

interface Props {
  readonly live: readonly LiveLine[];
  readonly me: string;
  readonly open: (conversation: string) => void;
  readonly change: (act: () => Promise<unknown>) => Promise<void>;
}

/** Who speaks with whom now. Opened, a conversation is followed live beside its agent; what is read is in the audit. */
export function LiveList({ live, me, open, change }: Props) {
  return (
    <Table
      title={t('Conversations with people')}
      heads={['Matter', 'With', 'Since', 'Do']}
      nothing={t('No conversation waits for or is with a person.')}
      rows={live.map((line) => ({
        key: line.id,
        cells: [
          `${enquiryName(line.enquiry)}, ${channelName(line.channel)}`,
          line.agentName ?? t('Waits for {team}', { team: line.team }),
          lasted(line.waitedSeconds),
          <Acts key={line.id} line={line} me={me} open={open} change={change} />,
        ],
      }))}
    />
  );
}

function Acts({ line, me, open, change }: { readonly line: LiveLine } & Omit<Props, 'live'>) {
  const whose = `${enquiryName(line.enquiry)}, ${line.agentName ?? t('waiting')}`;
  return (
    <>
      <Button size="small" aria-label={t('Watch: {name}', { name: whose })} onClick={() => open(line.conversation)}>
        {t('Watch')}
      </Button>{' '}
      {line.agent !== me && (
        <Button
          size="small"
          aria-label={t('Take over: {name}', { name: whose })}
          onClick={() => void change(() => supervisorApi.takeOver(line.id)).then(() => open(line.conversation))}
        >
          {t('Take over')}
        </Button>
      )}{' '}
      <Button
        size="small"
        aria-label={t('End: {name}', { name: whose })}
        onClick={() => void change(() => supervisorApi.forceClose(line.id))}
      >
        {t('End')}
      </Button>
    </>
  );
}
