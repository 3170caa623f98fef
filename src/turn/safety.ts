// What danger does outside its own dialog, while a person is waited for or speaks: the steps are said, and what the dialog would have
// opened is opened all the same. Nobody has to end a wait to be on record.

import type { Actions } from './action.ts';
import { withFact, withResult } from './course.ts';
import type { Dialog, Playbook } from './dialog/flow.ts';
import { safetySteps } from './dialog/safety-steps.ts';
import type { Safety } from './handover/relay.ts';

export function safetyOf(playbook: Playbook, actions: Actions): Safety {
  return {
    steps: safetySteps(playbook),
    record: async (course, enquiry, known) => {
      const logging = loggingOf(playbook.get(enquiry));
      const action = logging === undefined ? undefined : actions[logging.do];
      if (logging === undefined || action === undefined) return course;
      const { conversation, received, person, speaker, world, moment } = known;
      // Whether it is safe to be contacted was not asked: that is not the same as no.
      const { safe_contact: _notAsked, ...inputs } = logging.with ?? {};
      const result = await action.run({
        slots: { words: received.text, enquiry, ...inputs },
        enquiry,
        toldAt: { words: received.receivedAt.toISOString() },
        frame: `${conversation.id}:${received.sequence}:${enquiry}`,
        conversation,
        state: course.state,
        received,
        person,
        speaker,
        world,
        moment,
      });
      const outcome = { action: logging.do, outcome: result.outcome };
      return withFact(withResult(course, result), 'action.done', enquiry, outcome);
    },
  };
}

/** The step with which an urgent dialog puts itself on record. */
function loggingOf(dialog: Dialog | undefined) {
  if (dialog === undefined || !dialog.urgent) return undefined;
  return Object.values(dialog.steps).find((step) => 'do' in step && step.do.endsWith('.log')) as
    | { readonly do: string; readonly with?: Readonly<Record<string, string>> }
    | undefined;
}
