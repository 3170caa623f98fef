// Views that agents keep.

export const views = {
  'New view': 'Golwg newydd',
  'Change the view {name}': 'Newid y golwg {name}',
  'Delete the view {name}': 'Dileu’r golwg {name}',
  Delete: 'Dileu',
  'Name of the view': 'Enw’r golwg',
  'Save the view': 'Cadw’r golwg',
  'Leave it as it was': 'Ei adael fel yr oedd',
  Any: 'Unrhyw un',
  'With somebody': 'Gyda rhywun',
  Me: 'Fi',
  Language: 'Iaith',
  'Only what is urgent': 'Dim ond yr hyn sy’n frys',
  'Only what is restricted': 'Dim ond yr hyn sy’n gyfyngedig',
  'You have a view of that name already.': 'Mae gennych chi olwg o’r enw hwnnw yn barod.',
  'You have as many views as can be kept. Delete one first.':
    'Mae gennych chi gymaint o olygon ag y gellir eu cadw. Dilëwch un yn gyntaf.',
} as const;
