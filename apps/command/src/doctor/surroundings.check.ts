import { statfs } from 'node:fs/promises';
import { askRedis } from '@upstander/platform';
import { entered } from './databases.check.js';
import { findingsFor, type Check, type Finding } from './finding.js';

const patienceMs = 10_000;

export const queue: Check = {
  about: 'queue',
  async runCheck({ config }) {
    const say = findingsFor('queue');
    if (!config.REDIS_URL) return [say.ok('It is in PostgreSQL.')];
    const [appendOnly, evictionPolicy] = await askRedis(config, ['appendonly', 'maxmemory-policy']);
    const findings: Finding[] = [];
    if (appendOnly === 'no')
      findings.push(
        say.warning('Redis loses its data when it stops.', 'Turn on its append-only file (appendonly yes).'),
      );
    if (evictionPolicy !== undefined && evictionPolicy !== 'noeviction')
      findings.push(
        say.warning(
          `Redis evicts data when its memory is full (${evictionPolicy}).`,
          'Use a separate Redis for this queue, with maxmemory-policy noeviction.',
        ),
      );
    const by = config.REDIS_SENTINELS.length > 0 ? ', found by its sentinels' : '';
    return findings.length > 0 ? findings : [say.ok(`Redis answers${by}.`)];
  },
};

/** Maximum clock difference in milliseconds. Authenticator codes and Stripe signatures depend on the time. */
const maxClockDifference = 5_000;

export const clock: Check = {
  about: 'clock',
  async runCheck({ config }) {
    const say = findingsFor('clock');
    const findings: Finding[] = [];
    const compare = (ownerName: string, otherTime: number, began: number) => {
      const difference = Math.round(otherTime - (began + Date.now()) / 2);
      // A Date header has whole seconds.
      if (Math.abs(difference) < maxClockDifference) findings.push(say.ok(`It agrees with the clock of ${ownerName}.`));
      else
        findings.push(
          say.wrong(
            `It is ${Math.round(Math.abs(difference) / 1000)} s ${difference > 0 ? 'behind' : 'ahead of'} the clock of ${ownerName}.`,
            'Synchronize both machines with NTP. Otherwise authenticator codes and Stripe webhooks are rejected.',
          ),
        );
    };
    await entered(config.DATABASE_URL, async (client) => {
      const began = Date.now();
      const { rows } = await client.query<{ now: string }>(
        `SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now`,
      );
      compare('the database', Number(rows[0]?.now), began);
    });
    if (config.STRIPE_SECRET_KEY === undefined) return findings;
    const began = Date.now();
    const answer = await fetch(config.STRIPE_URL, { signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
    const date = answer?.headers.get('date');
    if (date) compare('Stripe', Date.parse(date) + 500, began);
    return findings;
  },
};

const lowDiskSpace = 1_000_000_000;

export const disk: Check = {
  about: 'disk',
  async runCheck() {
    const say = findingsFor('disk');
    const { bavail, bsize, blocks } = await statfs('.');
    const [free, part] = [bavail * bsize, Math.round((100 * bavail) / blocks)];
    const text = `${(free / 1e9).toFixed(1)} GB (${part}%) are free on this machine.`;
    if (free < lowDiskSpace) return [say.warning(text, 'Free up space for logs, and for the database if it is here.')];
    return [say.ok(text)];
  },
};

/** Checks TRUST_PROXY. With HTTPS there is always a proxy, because the api itself doesn't serve HTTPS. */
export const proxy: Check = {
  about: 'proxy',
  async runCheck({ config: { PUBLIC_URL: url, TRUST_PROXY: hops } }) {
    const say = findingsFor('proxy');
    if (hops > 0)
      return [say.ok(`The last ${hops === 1 ? 'address' : `${hops} addresses`} of X-Forwarded-For are used.`)];
    if (!url.startsWith('https:')) return [say.ok('The site does not use HTTPS, so no proxy is expected.')];
    return [
      say.warning(
        `${url} is served by a proxy, but TRUST_PROXY is not set: all visitors count as one for every limit.`,
        'Set TRUST_PROXY=true if every request comes through that proxy, and let the proxy set X-Forwarded-For.',
      ),
    ];
  },
};
