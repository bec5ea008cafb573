import { CachedRead } from './cached-read.js';

test('shares one read among concurrent callers and reads again once the value expires', async () => {
  let reads = 0;
  const kept = new CachedRead(async () => (reads += 1), 60_000);
  expect(await Promise.all([kept.get(), kept.get()]).then(([first]) => first)).toBe(1);
  const later = reads;
  expect(await kept.get()).toBe(later);
  expect(reads).toBe(later);
  const uncached = new CachedRead(async () => (reads += 1), 0);
  const before = reads;
  await uncached.get();
  await uncached.get();
  expect(reads).toBe(before + 2);
});

test('rejects the caller when a read fails and retries on the next call', async () => {
  let fails = true;
  const kept = new CachedRead(async () => {
    if (fails) throw new Error('no database');
    return 'here';
  }, 60_000);
  await expect(kept.get()).rejects.toThrow('no database');
  fails = false;
  expect(await kept.get()).toBe('here');
});
