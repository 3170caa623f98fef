// What the page sends about a case, as an act.

import type { AgentCard } from '../../turn/act.ts';
import type { CaseAct, SeenCase } from '../../turn/cases/act.ts';
import type { ViewSources } from '../conversation-view.ts';
import { read, sure, withoutUndefined } from '../requests.ts';
import { toldIn } from './opening.ts';
import * as schema from './schema.ts';

interface Sent {
  readonly body: unknown;
  /** In which it is done. */
  readonly conversation: string;
  readonly view: Pick<ViewSources, 'read'>;
  readonly by: { readonly agent: AgentCard; readonly seen: SeenCase };
}

/** @throws Problem 400 where it cannot be read */
export const making: Readonly<Record<schema.CaseActName, (sent: Sent) => CaseAct | Promise<CaseAct>>> = {
  change: ({ body, by }) => {
    const { version: _, ...changes } = read(schema.ChangeCase, body);
    return { is: 'case-changed', ...by, changes: withoutUndefined(changes) };
  },
  link: ({ body, by, conversation }) => {
    const { case: other } = read(schema.LinkCase, body);
    return { is: 'case-linked', ...by, to: other === undefined ? { conversation } : { case: other } };
  },
  acknowledge: ({ body, by }) => {
    const { understanding, sought, reveals } = read(schema.AcknowledgeCase, body);
    return { is: 'case-acknowledged', ...by, understanding, ...(sought !== undefined && { sought }), ...sure(reveals) };
  },
  answer: ({ body, by }) => {
    const { outcome, answer, reveals } = read(schema.AnswerCase, body);
    return { is: 'case-answered', ...by, outcome, answer, ...sure(reveals) };
  },
  extend: ({ body, by }) => {
    const { to, why, reveals } = read(schema.ExtendCase, body);
    return { is: 'case-extended', ...by, to, why, ...sure(reveals) };
  },
  escalate: async ({ body, by, conversation, view }) => {
    const { words, toldIn: sequence } = read(schema.EscalateCase, body);
    const message = await toldIn(sequence, conversation, view);
    const told = message === undefined ? {} : { toldAt: message.at.toISOString() };
    return { is: 'case-escalated', ...by, ...told, ...(words !== undefined && { words }) };
  },
  'pass-up': ({ body, by }) => ({ is: 'case-passed-up', ...by, why: read(schema.PassUpCase, body).why }),
};
