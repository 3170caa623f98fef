// The directory of support agencies, read from an Open Referral UK service: all pages, kept for an hour, and the last good answer
// for as long as the service is away.

import { z } from 'zod';
import type { Logger } from '../log.ts';
import { OpenReferralService, type SupportService, supportService } from '../model/support.ts';
import type { Directory } from '../turn/actions/directory.ts';

const Page = z.object({ total_pages: z.int().min(0).optional(), contents: z.array(OpenReferralService) });
const perPage = 100;
/** A directory of more services than these is not read to its end. */
const mostPages = 20;
const freshForMs = 3_600_000;

/**
 * @param about.url the base address, e.g. `https://directory.example.org/api`
 * @param about.limitMs how long a turn waits for it; what comes later serves the next turn
 */
export function createOpenReferralDirectory(about: {
  readonly url: string;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly limitMs?: number;
}): Directory {
  let kept: { readonly at: number; readonly services: readonly SupportService[] } | undefined;
  let reading: Promise<void> | undefined;
  const refresh = () => {
    reading ??= readAll(about.url)
      .then((services) => {
        kept = { at: about.clock().getTime(), services };
      })
      .catch((error: unknown) => {
        const code = error instanceof z.ZodError ? 'nonsense' : 'unreachable';
        about.logger.warn('The directory of support could not be read', { system: 'directory', code });
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  return {
    async services() {
      const isFresh = kept !== undefined && about.clock().getTime() - kept.at < freshForMs;
      if (!isFresh) await Promise.race([refresh(), after(about.limitMs ?? 2_000)]);
      return kept === undefined ? { is: 'away' } : { is: 'known', value: kept.services };
    },
  };
}

async function readAll(url: string): Promise<readonly SupportService[]> {
  const services: SupportService[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await fetch(`${url.replace(/\/$/, '')}/services?page=${page}&per_page=${perPage}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`The directory answered ${answer.status}.`);
    const { contents, total_pages } = Page.parse(await answer.json());
    services.push(...contents.map(supportService).filter((service) => service !== undefined));
    if (contents.length === 0 || page >= (total_pages ?? 1)) break;
  }
  return services;
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
