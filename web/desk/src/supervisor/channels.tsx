import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { t } from '../words/t.ts';
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
      title={t('Assistant, by channel')}
      heads={['Channel', 'State', 'Not answered', 'Change']}
      nothing={t('There are no channels.')}
      rows={channels.map((channel) => ({
        key: channel.channel,
        cells: [
          channelName(channel.channel),
          channel.stopped === null
            ? t('Answers')
            : t('Stopped at {time}: {why}', {
                time: timeOf(channel.stopped.since, new Date()),
                why: channel.stopped.why,
              }),
          channel.oldestSeconds === undefined
            ? channel.unanswered
            : t('{count}, the oldest for {time}', { count: channel.unanswered, time: lasted(channel.oldestSeconds) }),
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
        {t('Let {name} answer again', { name })}
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
        placeholder={t('Why')}
        aria-label={t('Why {name} is stopped', { name })}
        onChange={(_event, { value }) => setWhy(value)}
      />{' '}
      <Button size="small" type="submit">
        {t('Stop {name}', { name })}
      </Button>
    </form>
  );
}
