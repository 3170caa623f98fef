// What supervisors ask of the desk's API beside agents.

import type { QueueLine } from '../api.ts';
import { call } from '../call.ts';

export interface Channel {
  readonly channel: string;
  readonly stopped: { readonly since: string; readonly by: string; readonly why: string } | null;
  readonly unanswered: number;
  readonly oldestSeconds?: number;
}

export interface Wallboard {
  readonly waiting: {
    readonly count: number;
    readonly longestSeconds: number;
    readonly teams: readonly { readonly team: string; readonly count: number; readonly longestSeconds: number }[];
  };
  readonly agents: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string;
    readonly reason?: string;
    readonly load: number;
    readonly capacity: number;
    readonly channels: readonly { readonly channel: string; readonly load: number; readonly capacity: number }[];
  }[];
  readonly promises: { readonly overdue: number; readonly soon: number };
  readonly deliveries: {
    readonly waiting: number;
    readonly oldestSeconds?: number;
    readonly parked: number;
    readonly givenUp: readonly {
      readonly id: string;
      readonly kind: string;
      readonly code: string;
      readonly createdAt: string;
      readonly retried?: { readonly by: string; readonly at: string };
    }[];
  };
  readonly channels: readonly Channel[];
  /** Conversations that belonged to nobody, of a day. */
  readonly orphans: number;
}

export interface Limits {
  readonly teams: readonly {
    readonly team: string;
    readonly name: string;
    readonly waiting: number | null;
    readonly minutes: number | null;
    readonly isSet: boolean;
  }[];
  readonly agents: readonly {
    readonly agent: string;
    readonly name: string;
    readonly capacity: Readonly<Record<string, number>>;
    readonly isSet: boolean;
  }[];
}

export interface Incident {
  readonly id: string;
  readonly state: 'holds' | 'to-come' | 'over';
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly until: string;
  readonly counts: { readonly told: number; readonly same: number; readonly reported: number };
}

export interface NewIncident {
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly until: string;
}

export interface Incidents {
  readonly incidents: readonly Incident[];
  readonly topics: readonly { readonly name: string; readonly label: string }[];
}

export type LiveLine = QueueLine & { readonly agent?: string; readonly agentName?: string };

const at = encodeURIComponent;

export const supervisorApi = {
  wallboard: () => call<Wallboard>('GET', '/wallboard'),
  live: () => call<{ readonly live: readonly LiveLine[] }>('GET', '/live'),
  incidents: () => call<Incidents>('GET', '/incidents'),
  tell: (incident: NewIncident) => call('POST', '/incidents', incident),
  end: (id: string) => call('POST', `/incidents/${at(id)}/end`, {}),
  limits: () => call<Limits>('GET', '/limits'),
  limitTeam: (team: string, limits: object) => call('PUT', `/limits/teams/${at(team)}`, limits),
  limitAgent: (agent: string, capacity: object) => call('PUT', `/limits/agents/${at(agent)}`, capacity),
  stop: (channel: string, why: string) => call('POST', `/channels/${at(channel)}/stop`, { why }),
  start: (channel: string) => call('POST', `/channels/${at(channel)}/start`, {}),
  takeOver: (handover: string) => call('POST', `/handovers/${at(handover)}/take-over`, {}),
  forceClose: (handover: string) => call('POST', `/handovers/${at(handover)}/force-close`, { outcome: 'done' }),
};
