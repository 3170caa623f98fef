// Word lists by which it is read how, when and in which language somebody is reached: every catalogue has them.

export const contactWordLists = [
  'contact_read',
  'contact_forget',
  'contact_change',
  'contact_allow',
  'write_in',
  'language_once',
  'language_always',
  'letters_all',
  'way_telephone',
  'way_sms',
  'way_email',
  'way_post',
  'way_visit',
  'way_not',
  'way_only',
  'way_again',
] as const;
