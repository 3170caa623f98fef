// Asking how a contact went, as the landlord pack has it.

import { z } from 'zod';

export const Survey = z
  .strictObject({
    everyDays: z.int().positive().default(90).describe('Nobody is asked more often than this'),
    afterMinutes: z
      .int()
      .positive()
      .default(10)
      .describe('So long after a contact has ended, of those who do not end it themselves'),
  })
  .describe('Asking how it went once a contact is over; nobody is asked where it is missing');
