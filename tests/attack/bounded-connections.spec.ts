import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

test('there is no pool and no connection of ours without these limits, or that knows one host alone', () => {
  const root = join(__dirname, '../..');
  const sources = ['apps', 'libs', 'db'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => /\.ts$/.test(file) && !/node_modules|\.spec\.ts$|stripe-sandbox|dist\/|build\/|testing\//.test(file),
      )
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  // A pool that only hands its settings on is judged where it is asked for.
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
  // Who asks one server, to find the right one or whether it is there, knows which; everything else asks it, but for what is tried on a server of the tests.
  const alone = sources.filter(
    (text) => /new pg\.Client\(/.test(text) && !/function askServer|'TEST_DATABASE_URL'/.test(text),
  );
  expect(alone).toEqual([]);
  expect(
    sources.filter((text) => /type: 'postgres'/.test(text) && !/\bClient: BoundedClient|boundedWaits\(/.test(text)),
  ).toEqual([]);
  expect(
    sources.filter((text) => /type: 'postgres'/.test(text) && !/boundedWaits\(|connectTimeoutMS/.test(text)),
  ).toEqual([]);
});
