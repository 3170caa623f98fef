// What is said on the way from the web to texts and back, with the values that the turn has for it beside the common ones.

export const insteadPhrases: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['safe', 'number', 'landline', 'cannot', 'locked', 'busy', 'stays', 'back', 'first', 'first_quiet', 'no_link'].map(
      (name) => [`instead.${name}`, []],
    ),
  ),
  ...Object.fromEntries(
    ['known', 'code', 'code_old', 'code_wrong', 'moved'].map((name) => [`instead.${name}`, ['ending']]),
  ),
  'instead.link': ['url'],
  'instead.page.title': [],
  'instead.page.go': [],
  'instead.page.over': [],
};
