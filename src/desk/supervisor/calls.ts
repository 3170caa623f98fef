// What supervisors ask of the desk's API beside agents.

import { Capacity, Full } from '../../model/routing-limits.ts';
import type { Call } from '../calls.ts';
import { ChangeIncident, StopChannel, TellIncident } from './schema.ts';

const supervisors = ['supervisor'] as const;

export const supervisorCalls: readonly Call[] = [
  {
    path: '/incidents',
    method: 'get',
    roles: ['agent'],
    summary:
      'What is known to be wrong for many, now and of late, with how many heard of it; and the topics to choose from',
    answers: { '200': 'Incidents, those that hold first' },
  },
  {
    path: '/incidents',
    method: 'post',
    roles: supervisors,
    noted: true,
    summary: 'Tell of an incident: who writes about it hears of it before anything but danger',
    body: TellIncident,
    answers: { '201': 'Told from its time on, by every instance', '400': 'No such topic, or over already' },
  },
  {
    path: '/incidents/{id}',
    method: 'put',
    roles: supervisors,
    noted: true,
    summary: 'News of an incident: it is told anew to who writes again',
    body: ChangeIncident,
    answers: { '200': 'Changed', '404': 'There is none, or it is over' },
  },
  {
    path: '/incidents/{id}/end',
    method: 'post',
    roles: supervisors,
    noted: true,
    summary: 'End an incident: nobody hears of it any more',
    answers: { '200': 'Ended', '404': 'There is none, or it is over' },
  },
  {
    path: '/wallboard',
    method: 'get',
    roles: supervisors,
    summary:
      'Who waits how long, who is there with how much, promises, what waits to be answered and delivered, and what was given up',
    answers: { '200': 'Numbers, and names of our own people', '403': 'not-a-manager' },
  },
  {
    path: '/live',
    method: 'get',
    roles: supervisors,
    summary: 'Conversations that somebody has or waits for, as far as they are for the supervisor’s eyes',
    answers: { '200': 'The longest waiting first', '403': 'not-a-manager' },
  },
  {
    path: '/channels',
    method: 'get',
    roles: ['agent'],
    summary: 'Channels, which of them are stopped, and how many conversations wait for an answer on each',
    answers: { '200': 'The channels' },
  },
  {
    path: '/channels/{channel}/stop',
    method: 'post',
    roles: supervisors,
    noted: true,
    summary: 'Have the assistant answer nobody on a channel: messages are kept, and a holding message is sent once',
    body: StopChannel,
    answers: { '200': 'Stopped', '404': 'No such channel', '409': 'already-stopped' },
  },
  {
    path: '/limits',
    method: 'get',
    roles: supervisors,
    summary: 'How many may wait for each team, and how much each agent takes at once, as it holds now',
    answers: { '200': 'Teams and agents; `isSet`: by a supervisor, not by the landlord pack' },
  },
  {
    path: '/limits/teams/{team}',
    method: 'put',
    roles: supervisors,
    noted: true,
    summary:
      'Set from when on who asks for a person is offered a call-back instead; what is left out is as the pack has it',
    body: Full,
    answers: { '200': 'It holds at once, in every instance', '404': 'No team that takes conversations' },
  },
  {
    path: '/limits/agents/{agent}',
    method: 'put',
    roles: supervisors,
    noted: true,
    summary:
      'Set how many conversations of each channel an agent is offered at once; what is left out is as the pack has it',
    body: Capacity,
    answers: { '200': 'It holds at once, in every instance', '404': 'No such agent' },
  },
  {
    path: '/channels/{channel}/start',
    method: 'post',
    roles: supervisors,
    noted: true,
    summary: 'Let it answer again: what waits is answered in order',
    answers: { '200': 'It goes on', '404': 'It is not stopped' },
  },
];
