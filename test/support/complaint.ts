// A complaint made from beginning to end by somebody who is not on file.

import type { Service } from './service.ts';
import { newTenant, type Tenant } from './tenant.ts';

export async function complains(service: Pick<Service, 'url'>, what = 'Nobody came'): Promise<Tenant> {
  const tenant = await newTenant(service.url);
  await tenant.say('I want to make a complaint');
  await tenant.post('Here', { value: 'here' });
  for (const words of [what, 'skip', 'no', 'no']) await tenant.say(words);
  await tenant.post('Myself', { value: 'self' });
  for (const words of ['Jo Fletcher', 'skip', 'skip', '07700 900150', 'yes']) await tenant.say(words);
  return tenant;
}
