// An agent asks for a format in the tenant's place: of the last answer, or of the whole conversation. The request names who asked.

import type { Act } from '../act.ts';
import { type Course, withFact } from '../course.ts';
import { isMadeHere, orderEffect } from '../format-order.ts';
import { formatDay, formatEnquiry, formatTerms, requestFormat } from '../format-request.ts';
import { courseOf, type Done } from '../handover/held.ts';
import { personOnFile } from '../person/on-file.ts';
import type { Looking } from '../promises/tell.ts';

type Ordered = Extract<Act, { is: 'format-ordered' }>;

export async function formatOrdered(act: Ordered, around: Omit<Looking, 'promise'>): Promise<Done> {
  const { agent, wanted, id } = act;
  const { conversation, world, moment } = around;
  const { formats, wish, about: is } = wanted;
  const spoken = conversation.state.language.tag;
  const language = wanted.language ?? spoken;
  const reference = world.references.make('FMT', `${conversation.id}:ordered:${id}`);
  const { owner, workingDays } = formatTerms(world.landlord, formats[0] ?? 'other');
  const by = formatDay(moment.now, workingDays, world);
  const person = await personOnFile(conversation, world);
  const details = { format: formats[0], formats, language, document: is, orderedBy: agent.name };
  const asked = { reference, person, conversation, language: spoken, at: moment.now, by, basis: 'asked by staff' };
  const request = requestFormat({ ...asked, owner, needs: formats, links: [], details }, world);
  const isHere = isMadeHere({ formats, language, about: is, spoken }, world);
  const before = wanted.seenSequence + 1;
  const about = is === 'reply' ? { is, before, said: conversation.state.said } : { is, before };
  const order = { reference, conversation: conversation.id, formats, language, wish, about, owner, by };
  const known = withFact(courseOf(conversation), 'format.ordered', formatEnquiry, { agent: agent.id, here: isHere });
  const course: Course = {
    ...known,
    effects: [...request.effects, ...(isHere ? [orderEffect(order)] : [])],
    cases: request.cases,
    promises: request.promises,
  };
  return { course };
}
