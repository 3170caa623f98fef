// Whether an agent takes conversations, and what they say of themselves that a tenant may ask for. Nobody has to say anything; what was
// said is remembered on this machine alone, and sent again whenever the agent comes back.

import { Checkbox, Switch } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type Agent, api } from './api.ts';
import { t } from './words/t.ts';
import { skills as offers, skillName } from './words.ts';

const kept = 'doorstep-desk-offers';

interface PresenceProps {
  readonly agent: Agent;
  readonly tell: (problem?: unknown) => void;
}

export function PresencePart({ agent, tell }: PresenceProps) {
  const [available, setAvailable] = useState(() => agent.presence?.state !== 'away');
  const [offered, setOffered] = useState<readonly string[]>(() => agent.presence?.skills ?? []);
  const say = (takes: boolean, skills: readonly string[]) => {
    setAvailable(takes);
    setOffered(skills);
    api.presence(takes ? 'available' : 'away', skills).catch(tell);
  };
  const sayFirst = useRef(say);
  useEffect(() => {
    const before = remembered(agent.id);
    if (agent.presence?.skills?.length !== 0 || before.length === 0) return;
    sayFirst.current(agent.presence.state !== 'away', before);
  }, [agent]);
  const offer = (skills: readonly string[]) => {
    localStorage.setItem(`${kept}:${agent.id}`, skills.join(' '));
    say(available, skills);
  };

  return (
    <>
      <details>
        <summary>
          {t('Tenants may ask for me as')}
          {offered.length === 0 ? '…' : ` (${offered.length})`}
        </summary>
        <fieldset aria-label={t('Tenants may ask for me as')}>
          {Object.keys(offers).map((value) => (
            <Checkbox
              key={value}
              label={skillName(value)}
              checked={offered.includes(value)}
              onChange={(_event, { checked }) =>
                offer(checked === true ? [...offered, value] : offered.filter((each) => each !== value))
              }
            />
          ))}
        </fieldset>
      </details>
      <Switch
        label={t('I take conversations')}
        checked={available}
        onChange={(_event, { checked }) => say(checked, offered)}
      />
    </>
  );
}

/** Only what can be offered today, whatever an older page has left. */
function remembered(agent: string): readonly string[] {
  const said = (localStorage.getItem(`${kept}:${agent}`) ?? '').split(' ');
  return said.filter((each) => each in offers);
}
