// What the data protection team asks of the desk's API.

import { ask, call } from '../call.ts';

export interface LeftOut {
  /** Given back to let it out. */
  readonly id: string;
  readonly why: string;
  /** Of lines, notes or records. */
  readonly count: number;
  /** The one team that may let it out. */
  readonly team?: string;
}

export interface Copied {
  readonly about: { readonly request: string; readonly person: string | null };
  readonly conversations: readonly unknown[];
  readonly leftOutForReview: readonly LeftOut[];
}

export interface Erasure {
  readonly step: 'look' | 'sure' | 'done';
  /** How many conversations. */
  readonly erases: number;
  readonly stays: readonly { readonly id?: string; readonly what: string; readonly reasons: readonly string[] }[];
  /** Sent back for the next step. */
  readonly confirm?: string;
  /** Of the task by which the housing system's part is erased. */
  readonly task?: string | null;
}

export interface Hold {
  readonly why: string;
  readonly agent: string;
  readonly at: string;
}

/** Whose request, where it does not tell that itself. */
export interface Asked {
  readonly request: string;
  readonly person?: string;
}

const at = encodeURIComponent;
const ofRequest = ({ request }: Asked, what: string) => `/privacy/requests/${at(request)}/${what}`;
const ofPerson = (person: string) => `/privacy/people/${at(person)}/hold`;
const who = ({ person }: Asked) => (person === undefined ? {} : { person });

export const privacyApi = {
  copy: (asked: Asked, release: readonly string[]) =>
    call<Copied>('POST', ofRequest(asked, 'export'), { ...who(asked), release }),
  erasure: (asked: Asked, confirm?: string) =>
    call<Erasure>('POST', ofRequest(asked, 'erasure'), { ...who(asked), ...(confirm !== undefined && { confirm }) }),
  hold: (person: string) => call<{ readonly hold: Hold | null }>('GET', ofPerson(person)),
  setHold: (person: string, why: string) => call<{ readonly hold: Hold }>('PUT', ofPerson(person), { why }),
  endHold: (person: string) => call<{ readonly hold: null }>('POST', `${ofPerson(person)}/end`),
};

/** Hands the file to the browser, which keeps it where the officer says. @throws Refused as any call */
export async function download(asked: Asked, as: 'json' | 'html', release: readonly string[]): Promise<void> {
  const response = await ask('POST', ofRequest(asked, 'export'), { ...who(asked), as, release });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${asked.request}.${as}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
