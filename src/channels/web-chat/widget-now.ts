// `GET /widget/now`: whether somebody is at the landlord's desk at this moment, and until when, or from when again. By the service's
// clock and the landlord's calendar: a phone may have either wrong. It is the same for everybody, and makes no record.

import type { Request, Response } from 'express';
import { closesAt, isOpen, nextOpening, type Openings } from '../../model/opening-hours.ts';

interface DeskNow {
  readonly open: boolean;
  /** `18:00`, where the landlord is. */
  readonly until?: string;
  readonly opens?: { readonly on: string; readonly time: string };
}

function deskNow(at: Date, openings: Openings): DeskNow {
  if (isOpen(at, openings)) {
    const until = closesAt(at, openings);
    return { open: true, ...(until !== undefined && { until }) };
  }
  const opens = nextOpening(at, openings);
  return { open: false, ...(opens !== undefined && { opens }) };
}

/** For a minute nobody asks again. */
export function answerNow({ clock, openings }: { readonly clock: () => Date; readonly openings: Openings }) {
  return (_request: Request, response: Response): void => {
    response.set({
      'Cache-Control': 'public, max-age=60',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    response.json(deskNow(clock(), openings));
  };
}
