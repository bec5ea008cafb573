import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

test('every pool and connection sets these limits and knows several hosts', () => {
  const root = join(__dirname, '../..');
  const sources = ['apps', 'libs', 'db'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => /\.ts$/.test(file) && !/node_modules|\.spec\.ts$|stripe-sandbox|dist\/|build\/|testing\//.test(file),
      )
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  // A pool that only passes its settings on is checked where it is created.
  const opened = sources
    .flatMap(
      (text) =>
        text.match(/(?:new (?:pg\.)?(?:Pool|Client)|new BoundedClient|(?<!function )retryingPool)\([^;]*;/g) ?? [],
    )
    .filter((text) => text !== 'new pg.Pool(options);');
  expect(opened.length).toBeGreaterThanOrEqual(4);
  expect(
    opened.filter((text) => !/boundedWaits\(|connectionTimeoutMillis|\.\.\.(?:limits|bounds)\b/.test(text)),
  ).toEqual([]);
  // Code that connects to one specific server, to find the primary, check that it is up or archive it, may name a single
  // host. So may code that runs only against a test server.
  const alone = sources.filter(
    (text) =>
      /new pg\.Client\(/.test(text) && !/function askServer|interface ArchivedServer|'TEST_DATABASE_URL'/.test(text),
  );
  expect(alone).toEqual([]);
  expect(
    sources.filter((text) => /type: 'postgres'/.test(text) && !/\bClient: BoundedClient|boundedWaits\(/.test(text)),
  ).toEqual([]);
  expect(
    sources.filter((text) => /type: 'postgres'/.test(text) && !/boundedWaits\(|connectTimeoutMS/.test(text)),
  ).toEqual([]);
});
