// The embedded housing system as staff and their systems use it: by its API.

import { housingToken, type Service } from './service.ts';

/** Reads, or with a body changes. */
export async function askHousing(service: Pick<Service, 'url'>, path: string, body?: unknown) {
  const response = await fetch(`${service.url}/housing/v1/${path}`, {
    method: body === undefined ? 'GET' : 'PATCH',
    headers: { Authorization: `Bearer ${housingToken}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
