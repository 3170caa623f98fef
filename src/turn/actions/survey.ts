// How a contact went. Each answer is a fact of its own, written with the turn that heard it; words go to the team that reads them.

import { teamOf } from '../../model/routes.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { isSurveyDue } from '../survey-due.ts';
import type { KeyedEffect } from '../turn.ts';
import { daysFor, fileTask, openDay, referenceFor, told } from './filing.ts';

export const lookAtSurvey = action(['due', 'not_due'], [], async ({ conversation, state, world, moment }) => ({
  outcome: (await isSurveyDue({ conversation, state, world, moment })) ? ('due' as const) : ('not_due' as const),
}));

/** Asked once: what it is about is kept with the answers, and the next contact is another one. */
export const beginSurvey = action(['asked'], ['about', 'subject', 'by_agent', 'complaint'], ({ state }) => {
  const { enquiry = 'talk', agent, complaint = '' } = state.contactEnded ?? {};
  const about = complaint === '' ? 'contact' : 'complaint';
  return {
    outcome: 'asked',
    slots: { about, subject: enquiry, by_agent: agent === true ? 'yes' : 'no', complaint },
    forgets: 'contactEnded',
    facts: [{ name: 'survey.asked', enquiry, data: { about, agent: agent === true } }],
  };
});

/** From the worst to the best: the place counts, from 1 to 5. */
const scales: Readonly<Record<string, readonly string[]>> = {
  ease: ['very_hard', 'hard', 'neither', 'easy', 'very_easy'],
  satisfied: ['very_dissatisfied', 'dissatisfied', 'neither', 'satisfied', 'very_satisfied'],
};

function scoreOf(input: ActionInput, question: string): number | undefined {
  const place = scales[question]?.indexOf(told(input, question) ?? '') ?? -1;
  return place < 0 ? undefined : place + 1;
}

export const keepSurvey = action(['kept', 'stopped'], [], (input): ActionResult<'kept' | 'stopped'> => {
  const question = told(input, 'question') ?? '';
  if (told(input, question) === 'stop') return { outcome: 'stopped' };
  const score = scoreOf(input, question);
  if (score === undefined) return { outcome: 'kept' };
  const about = told(input, 'about') ?? 'contact';
  const data = { survey: input.frame, question, score, about, agent: told(input, 'by_agent') === 'yes' };
  const enquiry = told(input, 'subject') ?? input.enquiry;
  return {
    outcome: 'kept',
    facts: [{ name: 'survey.answered', enquiry, data }],
    effects: onComplaint(input, question, score),
  };
});

/** How satisfied somebody is with how their complaint was dealt with stands on it, where reports read it. */
function onComplaint(input: ActionInput, question: string, satisfaction: number): readonly KeyedEffect[] {
  const reference = told(input, 'complaint');
  if (reference === undefined || question !== 'satisfied') return [];
  const payload = { reference, changes: { details: { satisfaction } } };
  return [{ kind: 'housing.change-case', key: `housing:${reference}`, payload }];
}

const lowUpTo = 2;
const read = 'feedback.suggestion';

/** `low`: of a contact that went badly a complaint is offered. Of how a complaint was dealt with, the next stage was told there. */
export const passOnSurvey = action(
  ['passed', 'low'],
  ['reference', 'by', 'team'],
  (input): ActionResult<'passed' | 'low'> => {
    const { landlord } = input.world;
    const reference = referenceFor(input, 'TSK', 'survey');
    const due = openDay(input, daysFor(read, input.world));
    const [ease, satisfied] = [scoreOf(input, 'ease'), scoreOf(input, 'satisfied')];
    const isLow = [ease, satisfied].some((score) => score !== undefined && score <= lowUpTo);
    const complaint = told(input, 'complaint');
    const filed = fileTask(input, {
      reference,
      kind: 'feedback.survey',
      words: told(input, 'what') ?? '',
      due,
      team: teamOf(read, landlord),
      details: {
        topic: told(input, 'subject') ?? null,
        ease: ease ?? null,
        satisfied: satisfied ?? null,
        ...(complaint !== undefined && { complaint }),
      },
    });
    const outcome = isLow && complaint === undefined ? ('low' as const) : ('passed' as const);
    return { outcome, slots: { reference, by: due, team: filed.team }, ...filed };
  },
);

/** In the words in which it was told: nobody has to say it twice. */
export const complainAfterSurvey = action(['opened'], [], (input) => ({
  outcome: 'opened',
  opens: 'complaint.make',
  opensWith: told(input, 'what') ?? '',
}));
