// A request to a service elsewhere whose answer is text.

/**
 * Sends nothing on to another address, for keys are for one only. The time limit of the signal holds for the whole of the answer.
 *
 * @throws what `fails` makes of no answer, or none in time
 */
export async function fetchText(
  address: string,
  init: RequestInit & { readonly signal: AbortSignal },
  fails: (code: 'timed-out' | 'unreachable', cause: unknown) => Error,
): Promise<{ readonly response: Response; readonly text: string }> {
  try {
    const response = await fetch(address, { ...init, redirect: 'error' });
    return { response, text: await response.text() };
  } catch (cause) {
    const isLate = cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError');
    throw fails(isLate ? 'timed-out' : 'unreachable', cause);
  }
}
