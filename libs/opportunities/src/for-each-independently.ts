/**
 * Processes items one by one and continues after failures.
 * @throws AggregateError at the end if any item failed, so the job is retried
 */
export async function forEachIndependently<T>(
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const failed: unknown[] = [];
  for (const item of items) {
    if (signal.aborted) return;
    await work(item).catch((error: unknown) => failed.push(error));
  }
  if (failed.length === 0) return;
  const first = failed[0] instanceof Error ? failed[0].message : String(failed[0]);
  throw new AggregateError(failed, `${failed.length} of ${items.length} failed, the first with: ${first}`);
}
