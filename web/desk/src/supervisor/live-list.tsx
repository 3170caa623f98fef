import { Button } from '@fluentui/react-components';
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
      title="Conversations with people"
      heads={['Matter', 'With', 'Since', 'Do']}
      nothing="No conversation waits for or is with a person."
      rows={live.map((line) => ({
        key: line.id,
        cells: [
          `${enquiryName(line.enquiry)}, ${channelName(line.channel)}`,
          line.agentName ?? `Waits for ${line.team}`,
          lasted(line.waitedSeconds),
          <Acts key={line.id} line={line} me={me} open={open} change={change} />,
        ],
      }))}
    />
  );
}

function Acts({ line, me, open, change }: { readonly line: LiveLine } & Omit<Props, 'live'>) {
  const whose = `${enquiryName(line.enquiry)}, ${line.agentName ?? 'waiting'}`;
  return (
    <>
      <Button size="small" aria-label={`Watch: ${whose}`} onClick={() => open(line.conversation)}>
        Watch
      </Button>{' '}
      {line.agent !== me && (
        <Button
          size="small"
          aria-label={`Take over: ${whose}`}
          onClick={() => void change(() => supervisorApi.takeOver(line.id)).then(() => open(line.conversation))}
        >
          Take over
        </Button>
      )}{' '}
      <Button
        size="small"
        aria-label={`End: ${whose}`}
        onClick={() => void change(() => supervisorApi.forceClose(line.id))}
      >
        End
      </Button>
    </>
  );
}
