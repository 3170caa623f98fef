import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { channelName, timeOf } from '../words.ts';
import { type Channel, supervisorApi } from './api.ts';
import { lasted, Table } from './table.tsx';

interface Props {
  readonly channels: readonly Channel[];
  readonly change: (act: () => Promise<unknown>) => Promise<void>;
}

/** Stops the assistant on a channel: messages are kept, and tenants told so, until it goes on. */
export function Channels({ channels, change }: Props) {
  return (
    <Table
      title="Assistant, by channel"
      heads={['Channel', 'State', 'Not answered', 'Change']}
      nothing="There are no channels."
      rows={channels.map((channel) => ({
        key: channel.channel,
        cells: [
          channelName(channel.channel),
          channel.stopped === null
            ? 'Answers'
            : `Stopped at ${timeOf(channel.stopped.since, new Date())}: ${channel.stopped.why}`,
          channel.oldestSeconds === undefined
            ? channel.unanswered
            : `${channel.unanswered}, the oldest for ${lasted(channel.oldestSeconds)}`,
          <Change key={channel.channel} channel={channel} change={change} />,
        ],
      }))}
    />
  );
}

function Change({ channel: { channel, stopped }, change }: { readonly channel: Channel } & Pick<Props, 'change'>) {
  const [why, setWhy] = useState('');
  const name = channelName(channel);
  if (stopped !== null)
    return (
      <Button size="small" appearance="primary" onClick={() => void change(() => supervisorApi.start(channel))}>
        Let {name} answer again
      </Button>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void change(() => supervisorApi.stop(channel, why)).then(() => setWhy(''));
      }}
    >
      <Input
        size="small"
        required
        maxLength={300}
        value={why}
        placeholder="Why"
        aria-label={`Why ${name} is stopped`}
        onChange={(_event, { value }) => setWhy(value)}
      />{' '}
      <Button size="small" type="submit">
        Stop {name}
      </Button>
    </form>
  );
}
