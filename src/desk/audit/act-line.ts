// What the audit has of an act on a conversation: in kinds and references, never in words.

import type { AuditLine } from '../../model/audit.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Act } from '../../turn/act.ts';
import { customerOf } from '../../turn/customer.ts';

type ByAgent = Extract<Act, { readonly agent: object }>;

/** Undefined for what time does. */
export function actLine(act: Act, { id, state }: Conversation, at: Date): AuditLine | undefined {
  if (!isByAgent(act)) return undefined;
  const { agent } = act;
  const { request, ...data } = told(act);
  const subject = customerOf(state);
  return {
    at,
    agent: agent.id,
    ...(agent.role !== undefined && { role: agent.role }),
    did: act.is,
    ...(request !== undefined && { request }),
    ...(subject !== undefined && { subject }),
    conversation: id,
    data,
  };
}

function isByAgent(act: Act): act is ByAgent {
  return 'agent' in act && typeof act.agent === 'object';
}

type Told = { readonly request?: string } & Readonly<Record<string, unknown>>;
type Telling = { readonly [Is in ByAgent['is']]?: (act: Extract<ByAgent, { readonly is: Is }>) => Told };

/** Never the words of what was promised. */
function wrappedUp({ outcome, avoidable, topic, leaves }: Extract<ByAgent, { is: 'close' | 'force-close' }>): Told {
  return {
    outcome,
    ...(avoidable !== undefined && { avoidable }),
    ...(topic !== undefined && { topic }),
    ...(leaves !== undefined && { promised: leaves.by }),
  };
}

const telling: Telling = {
  transfer: ({ team }) => ({ team }),
  pass: ({ to }) => ({ to: to.id }),
  hold: ({ until }) => ({ until }),
  note: ({ mentions, asks }) => ({ ...(mentions?.length && { mentions }), ...(asks && { asks }) }),
  close: wrappedUp,
  'force-close': wrappedUp,
  return: ({ dialog }) => (dialog === undefined ? {} : { dialog }),
  message: ({ canned, reveals }) => ({ ...(canned && { canned: canned.name }), ...(reveals && { reveals }) }),
  'format-ordered': ({ wanted: { formats } }) => ({ formats }),
  'person-changed': ({ id, version, changes }) => ({ fields: Object.keys(changes), edit: id, version }),
  'adjustment-decided': ({ request, decision: { outcome } }) => ({ request: request.reference, outcome }),
  'case-opened': ({ about }) => ({ about }),
  'case-changed': ({ seen, changes }) => ({ request: seen.reference, fields: Object.keys(changes) }),
  'case-linked': ({ seen }) => ({ request: seen.reference }),
  'case-acknowledged': ({ seen }) => ({ request: seen.reference }),
  'case-answered': ({ seen, outcome }) => ({ request: seen.reference, outcome }),
  'case-extended': ({ seen, to }) => ({ request: seen.reference, to }),
  'case-escalated': ({ seen }) => ({ request: seen.reference }),
  'case-passed-up': ({ seen }) => ({ request: seen.reference }),
  learned: ({ reference, cause }) => ({ request: reference, cause }),
  'promise-kept': ({ promise }) => ({ promise: promise.id }),
  'promise-moved': ({ promise, to }) => ({ promise: promise.id, to }),
};

function told(act: ByAgent): Told {
  return (telling[act.is] as ((act: ByAgent) => Told) | undefined)?.(act) ?? {};
}
