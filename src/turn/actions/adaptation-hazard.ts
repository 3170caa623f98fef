// Who asks for a rail because they fell has asked for an adaptation and told of a hazard: both are opened, and linked.

import { action } from '../action.ts';
import { logAdjustment } from './adjustment.ts';
import { besideSlots, withHazardBeside } from './hazard-beside.ts';

export const logAdaptation = action(['logged'], [...logAdjustment.gives, ...besideSlots], async (input) => {
  const logged = await logAdjustment.run(input);
  return withHazardBeside(logged, input, String(logged.slots?.reference));
});
