import { firstFree, portFor } from './ports.mjs';

test('derives ports that leave the benchmark enough room below 32768', async () => {
  const folders = Array.from({ length: 5_000 }, (_, number) => `/srv/copies/${number}`);
  const highest = folders.map(portFor).reduce((most, port) => Math.max(most, port), 0);
  expect(highest + 2_000 + 100).toBeLessThan(32_768);
  await expect(firstFree(highest + 2_000)).resolves.toBeLessThan(32_768);
});
