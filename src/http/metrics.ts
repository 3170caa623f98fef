// Figures for Prometheus. Counted from what the log and the outbox do, never by the path itself; no label holds anything personal.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Gauges {
  readonly waitingHandovers: () => Promise<number>;
  readonly outboxDue: () => Promise<number>;
  readonly outboxParked: () => Promise<number>;
  readonly quarantined: () => Promise<number>;
  readonly promisesOverdue: () => Promise<number>;
}

export function createMetrics(gauges: Gauges) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'doorstep_' });
  const registers = [registry];
  const turns = new Histogram({
    name: 'doorstep_turn_seconds',
    help: 'From the message being saved to its turn being committed',
    labelNames: ['channel'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const deliveries = new Counter({
    name: 'doorstep_deliveries_total',
    help: 'Deliveries of the outbox by kind and how they ended',
    labelNames: ['kind', 'ended'],
    registers,
  });
  const texts = new Counter({
    name: 'doorstep_sms_total',
    help: 'What happened to texts and their webhooks',
    labelNames: ['what'],
    registers,
  });
  const translations = new Counter({
    name: 'doorstep_translated_characters_total',
    help: 'Characters that were to be translated, by how it ended',
    labelNames: ['ended'],
    registers,
  });
  const failures = new Counter({
    name: 'doorstep_failures_total',
    help: 'Requests that ended in our own fault',
    registers,
  });
  watchGauges(gauges, registers);

  return {
    turn: (channel: string, seconds: number) => turns.observe({ channel }, seconds),
    delivery: (kind: string, ended: 'delivered' | 'retried' | 'parked') => deliveries.inc({ kind, ended }),
    sms: (what: string, amount = 1) => texts.inc({ what }, amount),
    translation: (ended: string, characters: number) => translations.inc({ ended }, characters),
    failure: () => failures.inc(),
    text: () => registry.metrics(),
  };
}

const helps: Readonly<Record<keyof Gauges, readonly [name: string, help: string]>> = {
  waitingHandovers: ['doorstep_handovers_waiting', 'Tenants waiting for a person'],
  outboxDue: ['doorstep_outbox_due', 'Deliveries that wait to go out'],
  outboxParked: ['doorstep_outbox_parked', 'Deliveries that failed for good and wait for a person'],
  promisesOverdue: ['doorstep_promises_overdue', 'Promises whose day has passed and that nobody has said were kept'],
  quarantined: ['doorstep_webhooks_kept_aside', 'Refused webhooks kept aside'],
};

/** Read when Prometheus asks, so that counting costs the path nothing. A store that is away leaves the last figure. */
function watchGauges(gauges: Gauges, registers: Registry[]): void {
  for (const [key, [name, help]] of Object.entries(helps)) {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        await gauges[key as keyof Gauges]().then(
          (value) => this.set(value),
          () => undefined,
        );
      },
    });
  }
}
