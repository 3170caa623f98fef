// Several instances of the service on one PostgreSQL and one Redis, behind one public address.

import { rmSync } from 'node:fs';
import { type Service, startService, temporaryFolder } from './service.ts';

export interface Instances {
  readonly all: readonly Service[];
  readonly dataDir: string;
  /** The address that the outside knows; it leads nowhere by itself. */
  readonly publicUrl: string;
  /** One of them, by chance. */
  any(): string;
  end(): Promise<void>;
}

export const publicUrl = 'http://doorstep.test';

/** Starts them at the same moment, as a deployment does. */
export async function startInstances(
  count: number,
  about: { readonly env: Readonly<Record<string, string>>; readonly random: () => number },
): Promise<Instances> {
  const dataDir = temporaryFolder();
  const env = { PUBLIC_URL: publicUrl, ...about.env, DATA_DIR: dataDir };
  const started = await Promise.allSettled(Array.from({ length: count }, () => startService(env)));
  const all = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const end = async () => {
    await Promise.all(all.map((service) => service.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  };
  const failed = started.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    await end();
    throw failed.reason;
  }
  const any = () => (all[Math.floor(about.random() * count)] as Service).url;
  return { all, dataDir, publicUrl, any, end };
}
