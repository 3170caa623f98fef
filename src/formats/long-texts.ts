// A text in Urdu, Punjabi, Bengali, Arabic or Ukrainian costs more than twice what the same costs in English. What would be very long is
// sent as a link to the same words, on a page in the tenant's language, after one line of what it is about and what comes next by when.
// Danger and questions are never behind a link.

import type { Gist, SmsOut } from '../model/delivery.ts';
import { countSegments, foldForSms } from '../model/gsm7.ts';
import { linkEnds } from '../turn/formats/made.ts';
import type { Line } from '../turn/line.ts';
import { sayLine } from '../turn/reply/compose.ts';
import type { World } from '../turn/world.ts';
import { linkId } from './link-id.ts';
import type { FormatLinks } from './ports.ts';

export interface LongTextsOptions {
  readonly links: FormatLinks;
  readonly world: Pick<World, 'phrases' | 'landlord' | 'rules'>;
  readonly publicUrl: string;
  readonly secret: string;
}

interface Row {
  readonly id: string;
  readonly payload: SmsOut;
  /** What is sent again after a crash must be the same to a letter: its day counts from here, not from now. */
  readonly createdAt: Date;
}

/** @returns a text's row as it is to be sent */
export function shortenTexts({ links, world, publicUrl, secret }: LongTextsOptions) {
  return async <Each extends Row>(row: Each): Promise<Each> => {
    const { payload, createdAt } = row;
    const { landlord } = world;
    if (payload.page === undefined || !isLong(payload.text, landlord.texts.longestSegments)) return row;
    const { language, gist } = payload.page;
    const { linkDays } = landlord.texts;
    const id = linkId(secret, row.id);
    const until = new Date(createdAt.getTime() + linkDays * 86_400_000);
    const linked = {
      id,
      conversation: payload.conversation,
      language,
      ways: '',
      files: [],
      words: payload.text,
      until,
    };
    if (!(await links.keep(linked, createdAt))) return row;
    const values = { url: `${publicUrl}/formats/${id}`, until: linkEnds(createdAt, linkDays, landlord.timeZone) };
    const say = (line: Pick<Line, 'phrase' | 'values'>) =>
      sayLine(line, { ...world, language, channel: 'sms', now: createdAt });
    return { ...row, payload: { ...payload, text: withGist(gist, values, say) } };
  };
}

/** More than two parts would be no gist: an address may be long, and so may a landlord's name. */
const mostOfGist = 2;

function withGist(
  gist: Gist | undefined,
  values: Line['values'],
  say: (line: Pick<Line, 'phrase' | 'values'>) => string,
): string {
  const plain = say({ phrase: 'format.words', values });
  if (gist === undefined) return plain;
  const { is, ...told } = gist;
  const text = say({ phrase: `format.gist.${is}`, values: { ...values, ...told } });
  return countSegments(foldForSms(text)).segments <= mostOfGist ? text : plain;
}

function isLong(text: string, most: number): boolean {
  const { encoding, segments } = countSegments(foldForSms(text));
  return encoding === 'UCS-2' && segments > most;
}
