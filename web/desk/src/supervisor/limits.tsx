import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { t } from '../words/t.ts';
import { channelName } from '../words.ts';
import { type Limits, supervisorApi } from './api.ts';
import { Table } from './table.tsx';

interface Props {
  readonly limits: Limits;
  readonly change: (act: () => Promise<unknown>) => Promise<void>;
}

/** How many may wait, and how much each agent takes at once: it holds as soon as it is set. */
export function LimitsPart({ limits: { teams, agents }, change }: Props) {
  return (
    <>
      <Table
        title={t('A call-back is offered instead of a wait')}
        heads={['Team', 'When so many wait, or it takes so many minutes']}
        nothing={t('No team takes conversations.')}
        rows={teams.map(({ team, name, waiting, minutes, isSet }) => ({
          key: team,
          cells: [
            name,
            <Row
              key={team}
              of={name}
              isSet={isSet}
              fields={[
                { name: 'waiting', label: t('Waiting'), value: waiting, most: 1_000 },
                { name: 'minutes', label: t('Minutes'), value: minutes, most: 1_000 },
              ]}
              set={(values) => void change(() => supervisorApi.limitTeam(team, values))}
              unset={() => void change(() => supervisorApi.limitTeam(team, {}))}
            />,
          ],
        }))}
      />
      <Table
        title={t('Conversations that an agent is offered at once')}
        heads={['Agent', 'Of each channel']}
        nothing={t('Nobody has come in yet.')}
        rows={agents.map(({ agent, name, capacity, isSet }) => ({
          key: agent,
          cells: [
            name,
            <Row
              key={agent}
              of={name}
              isSet={isSet}
              fields={Object.entries(capacity).map(([channel, value]) => ({
                name: channel,
                label: channelName(channel),
                value,
                most: 50,
                isNeeded: true,
              }))}
              set={(values) => void change(() => supervisorApi.limitAgent(agent, values))}
              unset={() => void change(() => supervisorApi.limitAgent(agent, {}))}
            />,
          ],
        }))}
      />
    </>
  );
}

interface Field {
  readonly name: string;
  readonly label: string;
  /** Null: there is no limit. */
  readonly value: number | null;
  readonly most: number;
  readonly isNeeded?: true;
}

interface RowProps {
  /** Whose limits they are. */
  readonly of: string;
  readonly fields: readonly Field[];
  readonly isSet: boolean;
  readonly set: (values: Readonly<Record<string, number | null>>) => void;
  readonly unset: () => void;
}

function Row({ of, fields, isSet, set, unset }: RowProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const shown = ({ name, value }: Field) => typed[name] ?? String(value ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set(Object.fromEntries(fields.map((each) => [each.name, shown(each) === '' ? null : Number(shown(each))])));
        setTyped({});
      }}
    >
      {fields.map((field) => (
        <span key={field.name}>
          {field.label}{' '}
          <Input
            size="small"
            type="number"
            min={field.isNeeded ? 0 : 1}
            max={field.most}
            required={field.isNeeded ?? false}
            value={shown(field)}
            aria-label={`${field.label}: ${of}`}
            onChange={(_event, { value }) => setTyped({ ...typed, [field.name]: value })}
          />{' '}
        </span>
      ))}
      <Button size="small" type="submit" aria-label={t('Set for {name}', { name: of })}>
        {t('Set')}
      </Button>{' '}
      {isSet && (
        <Button size="small" aria-label={t('Back to the usual for {name}', { name: of })} onClick={unset}>
          {t('Back to the usual')}
        </Button>
      )}
    </form>
  );
}
