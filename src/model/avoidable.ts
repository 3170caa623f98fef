// Contact that our own doing caused: why somebody had to write who would not have had to, had we done our part.

export const avoidableCauses = ['chased', 'missed-visit', 'asked-again', 'wrong-route', 'unclear'] as const;
export type AvoidableCause = (typeof avoidableCauses)[number];
