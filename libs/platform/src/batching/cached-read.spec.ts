import { CachedRead } from './cached-read.js';

test('shares one read among concurrent callers and reads again once the value expires', async () => {
  let reads = 0;
  const cached = new CachedRead(async () => (reads += 1), 60_000);
  expect(await Promise.all([cached.get(), cached.get()]).then(([first]) => first)).toBe(1);
  const later = reads;
  expect(await cached.get()).toBe(later);
  expect(reads).toBe(later);
  const uncached = new CachedRead(async () => (reads += 1), 0);
  const before = reads;
  await uncached.get();
  await uncached.get();
  expect(reads).toBe(before + 2);
});

test('rejects the caller when a read fails and retries on the next call', async () => {
  let isFailing = true;
  const cached = new CachedRead(async () => {
    if (isFailing) throw new Error('no database');
    return 'here';
  }, 60_000);
  await expect(cached.get()).rejects.toThrow('no database');
  isFailing = false;
  expect(await cached.get()).toBe('here');
});
