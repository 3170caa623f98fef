// What one may ask of the desk's API about coming in and going, for the gate and the OpenAPI document.

import type { Call } from '../calls.ts';
import * as schema from '../schema.ts';

const agents = ['agent'] as const;
const everyone = ['agent', 'auditor'] as const;

export const signInCalls: readonly Call[] = [
  {
    path: '/session',
    method: 'post',
    roles: 'anyone',
    noted: true,
    summary: 'Sign in by a one-time link',
    body: schema.OpenSession,
    answers: { '201': 'Signed in; the session is a cookie' },
  },
  {
    path: '/session',
    method: 'delete',
    roles: everyone,
    noted: true,
    summary: 'Sign out',
    answers: { '200': '`to`: where to go on to sign out at the sign-in provider, too', '204': 'Signed out' },
  },
  {
    path: '/sessions',
    method: 'delete',
    roles: everyone,
    noted: true,
    summary: 'Sign out everywhere: every session of mine ends',
    answers: { '200': 'As for `/session`', '204': 'Signed out' },
  },
  {
    path: '/sign-in',
    method: 'get',
    roles: 'anyone',
    summary: 'How one signs in here: by a one-time link, or at the landlord’s sign-in provider',
    answers: { '200': '`by`: `link` or `oidc`' },
  },
  {
    path: '/openapi.json',
    method: 'get',
    roles: 'anyone',
    summary: 'This document',
    answers: { '200': 'OpenAPI 3.1' },
  },
  {
    path: '/links',
    method: 'post',
    roles: agents,
    noted: true,
    summary: 'Make a one-time link for a colleague',
    body: schema.Invite,
    answers: { '201': 'The link' },
  },
];
