// How many parts a text takes. Curly quotes and long dashes count as plain ones: the text channel folds them.

const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/u;
const twice = /[\^{}\\[~\]|€]/gu;

export function smsSegments(text: string): number {
  const plain = text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/[–—]/g, '-').replaceAll('…', '...');
  const isGsm = gsm.test(plain);
  const length = isGsm ? plain.length + (plain.match(twice)?.length ?? 0) : plain.length;
  const [single, part] = isGsm ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / part);
}
