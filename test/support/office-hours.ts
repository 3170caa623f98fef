// When somebody is at the desk of the landlords that tests make up.
/** Open on working days from nine to five. */
export const officeHours = {
  hours: {
    monday: ['09:00-17:00'],
    tuesday: ['09:00-17:00'],
    wednesday: ['09:00-17:00'],
    thursday: ['09:00-17:00'],
    friday: ['09:00-17:00'],
    saturday: [],
    sunday: [],
  },
  closedOn: [],
  bankHolidays: { '2026-12-25': 'Christmas Day', '2026-12-28': 'Boxing Day' },
  timeZone: 'Europe/London',
};
