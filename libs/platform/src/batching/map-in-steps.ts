import { setImmediate as pause } from 'node:timers/promises';

/** Other requests wait at most this long for a step and the item that ends it. */
const stepInMs = 4;

/** Maps many items and serves other requests in between. */
export async function mapInSteps<Item, Result>(items: readonly Item[], map: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  let began = performance.now();
  for (const item of items) {
    results.push(map(item));
    if (performance.now() - began < stepInMs) continue;
    await pause();
    began = performance.now();
  }
  return results;
}
