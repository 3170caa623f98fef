// Tenants who ask for a copy of their data or for its erasure, on several channels, and the service that they ask.

import { SignJWT } from 'jose';
import sharp from 'sharp';
import { eventually } from './agent.ts';
import { secretsOf } from './everywhere.ts';
import { openPhone } from './phone.ts';
import type { Service } from './service.ts';
import { newTenant, type Tenant } from './tenant.ts';

/** Sends a text and waits for what comes back, all of it. */
export async function text(service: Service, number: string, words: string): Promise<string> {
  const phone = openPhone(service.url, number);
  const before = (await phone.received()).length;
  await phone.send(words);
  return eventually(async () => {
    const fresh = (await phone.received()).slice(before);
    return fresh.length > 0 ? fresh.join('\n') : undefined;
  }, 'The answer by text');
}

/** Asks by text, and gives the reference once the housing system has the case. */
export async function requestByText(service: Service, number: string, what: 'copy' | 'erase'): Promise<string> {
  await text(service, number, 'delete my data');
  await text(service, number, what === 'copy' ? '1' : '3');
  await text(service, number, 'skip');
  const told = await text(service, number, what === 'copy' ? 'Everything' : 'All of it');
  return referenceIn(told);
}

/** The same on the web, by somebody who is not on file. */
export async function requestOnWeb(tenant: Tenant, words: readonly string[]): Promise<string> {
  let told = '';
  for (const each of words) told = (await tenant.say(each)).map((reply) => reply.text).join('\n');
  return referenceIn(told);
}

function referenceIn(told: string): string {
  const found = /DAT-\d{7}/.exec(told)?.[0];
  if (found === undefined) throw new Error(`No reference was told: ${told}`);
  return found;
}

/** Somebody whom the landlord's portal knows. */
export async function fromPortal(service: Service, person: string, now: string): Promise<Tenant> {
  const at = Math.floor(Date.parse(now) / 1_000);
  const identity = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(person)
    .setAudience('doorstep')
    .setIssuedAt(at)
    .setExpirationTime(at + 600)
    .sign(new TextEncoder().encode(String(secretsOf(service).portalIdentity)));
  const response = await fetch(`${service.url}/widget/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identity }),
  });
  if (!response.ok) throw new Error(`The session answered ${response.status}`);
  return newTenant(service.url, (await response.json()) as { token: string; conversationId: string });
}

/** Sends a photograph with a few words. */
export async function upload(service: Service, { conversation, token }: Tenant, words: string): Promise<void> {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b5d66' } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append(
    'activity',
    new Blob([JSON.stringify({ type: 'message', text: words, from: { id: 'dl_me' } })], {
      type: 'application/vnd.microsoft.activity',
    }),
  );
  form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'kitchen.png');
  const response = await fetch(`${service.url}/v3/directline/conversations/${conversation}/upload`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  if (!response.ok) throw new Error(`The upload answered ${response.status}`);
}
