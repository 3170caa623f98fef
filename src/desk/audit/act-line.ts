// What the audit has of an act on a conversation: in kinds and references, never in words.

import type { AuditLine } from '../../model/audit.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Act, Revealing } from '../../turn/act.ts';
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

/** They were asked, and sent it all the same. */
const revealing = ({ reveals }: Revealing): Told => (reveals ? { reveals } : {});

const telling: Telling = {
  transfer: ({ team }) => ({ team }),
  pass: ({ to }) => ({ to: to.id }),
  hold: ({ until }) => ({ until }),
  note: ({ mentions, asks }) => ({ ...(mentions?.length && { mentions }), ...(asks && { asks }) }),
  close: wrappedUp,
  'force-close': wrappedUp,
  return: ({ dialog }) => (dialog === undefined ? {} : { dialog }),
  message: (act) => ({ ...(act.canned && { canned: act.canned.name }), ...revealing(act) }),
  'format-ordered': ({ wanted: { formats } }) => ({ formats }),
  'person-changed': ({ id, version, changes }) => ({ fields: Object.keys(changes), edit: id, version }),
  'adjustment-decided': ({ request, decision: { outcome }, ...act }) => ({
    request: request.reference,
    outcome,
    ...revealing(act),
  }),
  'case-opened': ({ about, ...act }) => ({ about, ...revealing(act) }),
  'case-changed': ({ seen, changes }) => ({ request: seen.reference, fields: Object.keys(changes) }),
  'case-linked': ({ seen }) => ({ request: seen.reference }),
  'case-acknowledged': ({ seen, ...act }) => ({ request: seen.reference, ...revealing(act) }),
  'case-answered': ({ seen, outcome, ...act }) => ({ request: seen.reference, outcome, ...revealing(act) }),
  'case-extended': ({ seen, to, ...act }) => ({ request: seen.reference, to, ...revealing(act) }),
  'case-escalated': ({ seen }) => ({ request: seen.reference }),
  'case-passed-up': ({ seen }) => ({ request: seen.reference }),
  learned: ({ reference, cause }) => ({ request: reference, cause }),
  'promise-kept': ({ promise }) => ({ promise: promise.id }),
  'promise-moved': ({ promise, to, ...act }) => ({ promise: promise.id, to, ...revealing(act) }),
};

function told(act: ByAgent): Told {
  return (telling[act.is] as ((act: ByAgent) => Told) | undefined)?.(act) ?? {};
}
