// What was asked for in another format has been made, or could not be: the tenant hears so where they asked, the request for it is
// closed or stays with its people, and the promise is kept before its day makes it late.

import { localTime, withOffset } from '../../model/london-time.ts';
import type { Act } from '../act.ts';
import { type Course, withFact, withLines } from '../course.ts';
import { questionLine } from '../dialog/advance.ts';
import { formatEnquiry } from '../format-request.ts';
import { waysHeard } from '../format-ways.ts';
import { courseOf, type Done } from '../handover/held.ts';
import type { Line } from '../line.ts';
import { personOnFile } from '../person/on-file.ts';
import { type Ways, waysTo, withNews } from '../promises/reach.ts';
import type { Looking } from '../promises/tell.ts';
import type { KeyedEffect } from '../turn.ts';

export type Made = Extract<Act, { is: 'format-made' }>;
export type NotMade = Extract<Act, { is: 'format-not-made' }>;
type Around = Omit<Looking, 'promise'>;

/** Who has not written for so long may have gone: they hear as of anything else that comes of itself. */
const presentMinutes = 60;

export async function formatMade(act: Made, around: Around): Promise<Done> {
  const { conversation, world } = around;
  const { formats, language, reference } = act.order;
  const sent = formats.reduce(
    (course, format) => withFact(course, 'format.sent', formatEnquiry, { format, language, by: 'service' }),
    courseOf(conversation),
  );
  const [promise] = await world.promises.of(reference);
  const course: Course = {
    ...sent,
    effects: [closed(act, around)],
    ...(promise !== undefined && { promiseEnded: { id: promise.id, as: 'kept' as const, by: 'service' } }),
  };
  return tell(course, lineOf(act, around), around);
}

/** The request stands as it was logged, with its owner and its day. */
export async function formatNotMade({ order, because }: NotMade, around: Around): Promise<Done> {
  const { reference, owner, by, formats, language } = order;
  const known = withFact(courseOf(around.conversation), 'format.not-made', formatEnquiry, {
    format: formats[0] ?? 'other',
    language,
    because,
  });
  const values = { ways: waysOf(order, around), owner, by, reference };
  return tell(known, { phrase: 'format.not_made', values, enquiry: formatEnquiry, reference }, around);
}

function waysOf({ formats, language }: Made['order'], { conversation, world }: Around): string {
  const to = { language: conversation.state.language.tag, channel: conversation.address.channel };
  return waysHeard({ formats, language }, world, to);
}

/** On the web the files are in the chat; elsewhere a link leads to them, which says nothing of what they tell. */
function lineOf(act: Made, around: Around): Line {
  const { order, files, link, until } = act;
  const isWeb = around.conversation.address.channel === 'web';
  const { reference } = order;
  return {
    phrase: 'format.ready',
    values: { ways: waysOf(order, around), url: link, here: isWeb ? 'yes' : 'no', until, reference },
    enquiry: formatEnquiry,
    reference,
    attachments: files,
  };
}

function closed({ order, files }: Made, { world, moment, conversation }: Around): KeyedEffect {
  const { reference, formats, language } = order;
  const { address } = conversation;
  const at = withOffset(moment.now, world.landlord.timeZone);
  const sent = { at, by: 'service', channel: address.channel, formats, language, files: files.map(({ id }) => id) };
  return {
    kind: 'housing.change-case',
    key: `housing:${reference}`,
    payload: { reference, changes: { status: 'closed', details: { sent } } },
  };
}

/** Asked for just now it is a reply; else it is news, which waits for the morning and goes by text to who has left the page. */
async function tell(course: Course, line: Line, around: Around): Promise<Done> {
  const { conversation, world, moment } = around;
  if (isPresent(around)) return { course: withLines(course, line, ...standingChoice(around)) };
  const person = await personOnFile(conversation, world);
  const ways: Ways = await waysTo(conversation, person, world);
  return { course: withNews(course, line, { conversation, person, ways, world, moment }), notice: ways.here };
}

/** The buttons of the question that stands are those of the last message: it is put once more, or they would be gone. */
function standingChoice({ conversation, world }: Around): readonly Line[] {
  const { address, owner, state } = conversation;
  const frame = state.stack.at(-1);
  const dialog = frame && world.playbook.get(frame.dialog);
  const step = frame && dialog?.steps[frame.step];
  if (address.channel === 'sms' || owner.is !== 'bot' || frame === undefined) return [];
  if (dialog === undefined || step === undefined || frame.asked === 0) return [];
  if (!('ask' in step || 'confirm' in step)) return [];
  const question = questionLine(dialog, frame, step);
  return question.options === undefined && question.expects !== 'yes-no' ? [] : [question];
}

function isPresent({ conversation, moment }: Around): boolean {
  const { lastAt } = conversation.state;
  return lastAt !== undefined && moment.now.getTime() - Date.parse(lastAt) < presentMinutes * 60_000;
}

/** ISO date on which a link that is made now ends. */
export function linkEnds(now: Date, days: number, timeZone: string): string {
  return localTime(new Date(now.getTime() + days * 86_400_000), timeZone).date;
}
