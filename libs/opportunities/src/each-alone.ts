/**
 * Does one thing after the other, and goes on where one fails: nobody waits for what is wrong with somebody else's.
 * @throws AggregateError in the end when some failed, so that the job counts as failed and is run again.
 */
export async function eachAlone<T>(
  things: readonly T[],
  signal: AbortSignal,
  work: (thing: T) => Promise<unknown>,
): Promise<void> {
  const failed: unknown[] = [];
  for (const thing of things) {
    if (signal.aborted) return;
    await work(thing).catch((error: unknown) => failed.push(error));
  }
  if (failed.length === 0) return;
  const first = failed[0] instanceof Error ? failed[0].message : String(failed[0]);
  throw new AggregateError(failed, `${failed.length} of ${things.length} failed, the first with: ${first}`);
}
