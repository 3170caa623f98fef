// A desk that is a Bot Framework skill: conversations go to it by the outbox, and it answers at /api/skills.

import type { Router } from 'express';
import { OutsideError } from '../../../model/outside-error.ts';
import { type SkillHostOptions, skillHost, skillHostPath } from './host.ts';
import { type SkillRow, type SkillSending, sendToSkill } from './send.ts';

export interface SkillDesk {
  /** `/api/skills`. Mount at the root. */
  readonly router: Router;
  readonly deliver: (row: SkillRow) => Promise<void>;
}

export function createSkillDesk(
  options: SkillHostOptions & Omit<SkillSending, 'serviceUrl'> & { readonly publicUrl: string },
): SkillDesk {
  const serviceUrl = `${options.publicUrl}${skillHostPath}`;
  return { router: skillHost(options), deliver: sendToSkill({ ...options, serviceUrl }) };
}

/** Stands where there is no skill: of what is left from when there was one, the tenant is promised a call-back. */
export async function noSkill(): Promise<never> {
  throw new OutsideError('There is no skill', { system: 'skill', code: 'refused', retryable: false });
}
