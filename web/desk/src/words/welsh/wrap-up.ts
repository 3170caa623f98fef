// The end of a conversation, and what is done by one name.

export const wrapUp = {
  Topic: 'Pwnc',
  'Promise something': 'Addo rhywbeth',
  Promise: 'Addewid',
  'What is promised (not told to the tenant)': 'Beth a addewir (ni ddywedir wrth y tenant)',
  'By (told to the tenant)': 'Erbyn (dywedir wrth y tenant)',
  'Who keeps it': 'Pwy sy’n ei gadw',
  'I do': 'Fi',
  'Do all of it': 'Gwneud y cyfan',
  'Reply: {name}': 'Ateb: {name}',
  'Note: {words}': 'Nodyn: {words}',
  'Hold for {minutes} minutes: {why}': 'Gohirio am {minutes} munud: {why}',
  'Pass on to: {team}': 'Trosglwyddo i: {team}',
  'Close: {outcome}': 'Cau: {outcome}',
  'promise: {what}': 'addewid: {what}',
  'Step {step} of {of} was not done, nor what comes after it: {why}':
    'Ni wnaed cam {step} o {of}, na’r hyn sy’n dod ar ei ôl: {why}',
  'This may be hard to read: reading age {age}. Shorter words and sentences help.':
    'Gall hwn fod yn anodd ei ddarllen: oedran darllen tua {age}. Mae geiriau a brawddegau byrrach yn helpu.',
} as const;
