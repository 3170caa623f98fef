// A telephone number as people here dial it, of the form in which it is kept.

/** +441632960100 → 01632 960100. Numbers of other countries stay as they are. */
export function printedPhone(number: string): string {
  if (!number.startsWith('+44')) return number;
  const national = `0${number.slice(3)}`;
  const [first, rest] = /^0[38]/.test(national) ? [4, 7] : [5, 11];
  const end = national.slice(rest);
  return [national.slice(0, first), national.slice(first, rest), end].filter((part) => part !== '').join(' ');
}
