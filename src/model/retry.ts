/** First wait in milliseconds when a server names none; doubles with each failure. */
const FIRST_WAIT = 500;

/** True for failures that pass: busy, locked, too many requests, or a fault of the server. */
export function mayRetry(status: number | undefined): boolean {
  return status === 408 || status === 409 || status === 429 || (status !== undefined && status >= 500);
}

/** Milliseconds to wait before the next attempt: what the server asks for, or longer and longer. */
export function retryDelay(headers: Headers | undefined, failures: number): number {
  const asked = headers?.get('retry-after-ms') ?? null;
  if (asked !== null && Number(asked) >= 0) return Number(asked);
  const after = headers?.get('retry-after') ?? null;
  if (after !== null) {
    const ms = /^\s*\d+(\.\d+)?\s*$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
    if (Number.isFinite(ms)) return Math.max(0, ms);
  }
  return FIRST_WAIT * 2 ** failures;
}
