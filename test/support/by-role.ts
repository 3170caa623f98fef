// Somebody of each role at the desk of the demonstration landlord, let in by links that are signed as the service signs them.

import { makeLink } from '../../src/desk/sign-in/link.ts';
import { type Agent, signIn } from './agent.ts';
import { secretsOf } from './everywhere.ts';
import type { Service } from './service.ts';

export const teamsOf = {
  agent: ['contact-centre'],
  supervisor: ['contact-centre', 'managers'],
  'case-lead': ['contact-centre', 'access'],
  'privacy-officer': ['data-protection'],
  auditor: ['auditors'],
} as const;

interface Who {
  readonly name: string;
  readonly teams: readonly string[];
}

/** A link with which somebody signs in, once. */
export async function linkFor(service: Pick<Service, 'url' | 'dataDir'>, who: Who, now: string): Promise<string> {
  const signing = secretsOf(service).signing ?? '';
  return makeLink(who, { signing, publicUrl: service.url, now: new Date(now) });
}

export async function letIn(service: Pick<Service, 'url' | 'said' | 'dataDir'>, who: Who, now: string): Promise<Agent> {
  return signIn(service, await linkFor(service, who, now));
}
