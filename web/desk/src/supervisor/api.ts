// What supervisors ask of the desk's API beside agents.

import { call, type QueueLine } from '../api.ts';

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
  stop: (channel: string, why: string) => call('POST', `/channels/${at(channel)}/stop`, { why }),
  start: (channel: string) => call('POST', `/channels/${at(channel)}/start`, {}),
  takeOver: (handover: string) => call('POST', `/handovers/${at(handover)}/take-over`, {}),
  forceClose: (handover: string) => call('POST', `/handovers/${at(handover)}/force-close`, { outcome: 'done' }),
};
