// The one way in to the desk's API. A call that is not in the table is not there; one that is, is for those whom the table names.

import { parse as parseCookies } from 'cookie';
import type { Request, RequestHandler, Response } from 'express';
import { Problem } from '../http/problem.ts';
import type { Landlord } from '../model/landlord.ts';
import { type Call, calls } from './calls.ts';
import type { Agent } from './ports.ts';
import type { Presences } from './presence.ts';
import { notThere, type SignedIn } from './requests.ts';
import { type Role, roleFor, rolesOf } from './roles.ts';
import type { Sessions } from './sign-in/sessions.ts';

export interface GateOptions {
  readonly sessions: Sessions;
  readonly presence: Presences;
  readonly landlord: Landlord;
  readonly publicUrl: string;
}

const patterns = calls.map((call) => ({
  call,
  path: new RegExp(`^${call.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The row of the table that a request is of. Express answers HEAD where it answers GET. */
export function callOf(method: string, path: string): Call | undefined {
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
  return patterns.find((each) => each.call.method === wanted && each.path.test(path))?.call;
}

export function createGate(options: GateOptions): RequestHandler {
  return async (request, response, next) => {
    const call = callOf(request.method, request.path);
    if (call === undefined) throw notThere();
    response.set('Cache-Control', 'no-store');
    if (call.roles !== 'anyone') response.locals.agent = await admitted(request, call.roles, options);
    if (call.noted === true) answerOnceNoted(response);
    next();
  };
}

/** The agent behind a session that is open, with the role in which they are let do this. */
async function admitted(
  request: Request,
  wanted: readonly Role[],
  { sessions, presence, landlord, publicUrl }: GateOptions,
): Promise<Agent> {
  const session = sessionOf(request, publicUrl);
  const agent = session === undefined ? undefined : await sessions.agentOf(session);
  if (session === undefined || agent === undefined)
    throw new Problem(401, 'sign-in', { title: 'Sign in to the desk first.' });
  const role = roleFor(rolesOf(agent, landlord), wanted);
  if (role === undefined) throw refusal(wanted);
  // A page reads by itself while nobody is there: only doing something is a sign of somebody.
  if (request.method !== 'GET' && request.method !== 'HEAD') await sessions.seen(session);
  if (role !== 'auditor') await presence.heardOf(agent);
  return { ...agent, role };
}

const refused: Readonly<Record<Role, readonly [type: string, title: string]>> = {
  agent: ['not-an-agent', 'Only agents of the desk do this.'],
  supervisor: ['not-a-manager', 'Only a manager does this.'],
  'case-lead': ['not-your-team', 'Another team decides on adjustments.'],
  'privacy-officer': ['not-an-officer', 'Only the data protection team does this.'],
  auditor: ['not-an-auditor', 'Only auditors do this.'],
};

function refusal([first = 'agent']: readonly Role[]): Problem {
  const [type, title] = refused[first];
  return new Problem(403, type, { title });
}

/** What the gate let in; a route that it does not know has nobody. */
export const signedIn: SignedIn = (handle) => async (request, response) => {
  const agent = response.locals.agent as Agent | undefined;
  if (agent === undefined) throw new Problem(401, 'sign-in', { title: 'Sign in to the desk first.' });
  await handle(agent, request, response);
};

/** An answer that was to be in the audit first and is not, is none. */
function answerOnceNoted(response: Response): void {
  const json = response.json.bind(response);
  response.json = (body) => {
    if (response.locals.isNoted !== true) throw new Error('An answer without its line in the audit');
    return json(body);
  };
}

/** Behind https the cookie is bound to this host: none that another host of the domain set is taken for it. */
export function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-doorstep_desk' : 'doorstep_desk';
}

export function sessionOf(
  request: { readonly headers: { readonly cookie?: string | undefined } },
  publicUrl: string,
): string | undefined {
  return parseCookies(request.headers.cookie ?? '')[cookieName(publicUrl)];
}
