// The sheet of keys.

export const keys = {
  Keys: 'Bysellau',
  'Who waits': 'Pwy sy’n aros',
  'Your conversations': 'Eich sgyrsiau',
  'The messages': 'Y negeseuon',
  'This sheet': 'Y daflen hon',
  'In a reply: ready replies and macros; arrows and Enter choose, Escape goes back':
    'Mewn ateb: atebion parod a macros; mae’r saethau ac Enter yn dewis, mae Escape yn mynd yn ôl',
  'Send the reply': 'Anfon yr ateb',
  'Single keys, while nothing is written': 'Bysellau unigol, pan nad oes dim yn cael ei ysgrifennu',
  'Close the sheet': 'Cau’r daflen',
} as const;
