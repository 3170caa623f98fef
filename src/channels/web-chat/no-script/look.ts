// How somebody wants to see the page: remembered for their next visit in a cookie of its own, with nothing in it about who they are.

import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { colourings, sizes, spacings } from '../../../model/measures.ts';

export interface Look {
  readonly size: (typeof sizes)[number];
  readonly spacing: (typeof spacings)[number];
  readonly colours: (typeof colourings)[number];
  readonly simple: boolean;
}

export const usualLook: Look = { size: 100, spacing: 'usual', colours: 'usual', simple: false };

const name = 'doorstep-look';
const oneYearSeconds = 365 * 24 * 60 * 60;

/** What is none of ours is as usual. */
export function lookFrom(said: { readonly [key in keyof Look]?: unknown }): Look {
  const one = <T extends string | number>(all: readonly T[], value: unknown, usual: T): T =>
    all.find((each) => String(each) === value) ?? usual;
  return {
    size: one(sizes, said.size, 100),
    spacing: one(spacings, said.spacing, 'usual'),
    colours: one(colourings, said.colours, 'usual'),
    simple: said.simple === 'simple',
  };
}

export function readLook(request: Request): Look {
  const [size, spacing, colours, simple] = (parseCookie(request.get('cookie') ?? '')[name] ?? '').split('.');
  return lookFrom({ size, spacing, colours, simple });
}

export function keepLook(response: Response, { size, spacing, colours, simple }: Look): void {
  set(response, [size, spacing, colours, simple ? 'simple' : ''].join('.'), oneYearSeconds);
}

export function forgetLook(response: Response): void {
  set(response, '', 0);
}

function set(response: Response, value: string, maxAge: number): void {
  const { secure } = response.req;
  const shared = { path: '/chat', httpOnly: true, sameSite: 'strict', secure } as const;
  response.append('Set-Cookie', stringifySetCookie({ name, value, maxAge, ...shared }));
}
