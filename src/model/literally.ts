/** A text as a pattern of itself: none of its signs means anything more. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
