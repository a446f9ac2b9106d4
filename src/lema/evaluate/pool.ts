/**
 * Works through items, so many at a time. The first failure ends it: nothing new is begun, what is at work ends by the signal, and the failure is thrown.
 */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  signal: AbortSignal,
  work: (item: T, index: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && !both.aborted) {
      const index = next++;
      const item = items[index];
      if (item !== undefined) await work(item, index, both);
    }
  };
  const workers = Array.from({ length: Math.min(most, items.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(workers);
    throw error;
  }
}
