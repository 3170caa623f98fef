// The safety steps of an urgent enquiry: what its dialog says before it does or asks anything. Said also while a person is waited for.

import type { Course } from '../course.ts';
import type { Line } from '../line.ts';
import { advance, firstStep } from './advance.ts';
import type { Playbook } from './flow.ts';
import { dialogFor } from './frames.ts';

export function safetySteps(playbook: Playbook): (enquiry: string, course: Course) => readonly Line[] {
  return (enquiry) => {
    const name = dialogFor(enquiry, playbook);
    const dialog = name === undefined ? undefined : playbook.get(name);
    if (name === undefined || dialog === undefined) return [];
    const frame = { id: '', dialog: name, step: firstStep(dialog), slots: { enquiry }, answered: [], asked: 0 };
    return advance(dialog, frame, {}).lines.filter((line) => line.expects === undefined);
  };
}
