import { benches, runBenchFile } from './bench.mjs';
import { findChromium } from './chromium.mjs';

const { TEST_DATABASE_URL: database = '', TEST_REDIS_URL: redis } = process.env;

/** Shows that every bench still fits the product. Its figures at this size mean nothing and are not judged. */
describe('benches at a small size', () => {
  const canRun: string[] = benches().filter((name: string) => name !== 'first-load' || findChromium());

  test.each(canRun)(
    '%s finishes and reports its figures',
    async (name) => {
      const servers = { database, ...(redis && { redis }) };
      const { code, output } = await runBenchFile(name, servers, { isSmall: true, args: ['--json'], stdio: 'pipe' });
      if (code !== 0) throw new Error(output.slice(-3_000));
      expect(output).toContain(`{"bench":"${name}"`);
    },
    300_000,
  );
});
