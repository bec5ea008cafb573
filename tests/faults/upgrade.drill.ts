import type pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { aFreePort } from '../support/free-port.js';
import { ReleaseDatabase } from '../support/release-database.js';
import { startAppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';
import { buildRelease, releaseBefore } from './support/release-tree.js';
import { lastRelease } from './support/releases.mjs';

jest.setTimeout(3_600_000);

/** DRILL_SIZE=0.1 is a tenth of the data. */
const size = Number(process.env['DRILL_SIZE'] ?? 1);
const volunteers = Math.round(1_000_000 * size);
const mails = Math.round(3_000_000 * size);
const perSecond = Number(process.env['DRILL_RATE'] ?? 150);
/** Longest time that one in a hundred requests may take, in milliseconds. */
const patience = 1_000;

describe(`an upgrade with ${volunteers} volunteers and ${mails} emails`, () => {
  const ends: Array<() => unknown> = [];
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  test('fails no request to programs of the last release, and lets none wait for over a second', async () => {
    const release = await buildRelease(await releaseBefore());
    ends.push(() => release.remove());
    const database = new ReleaseDatabase(lastRelease());
    await database.restore();
    ends.push(() => database.drop());
    await database.run(database.names.main, async (client) => {
      // Constraints and triggers of single rows would only slow this down.
      await client.query('SET session_replication_role = replica');
      await copyRows(client, 'volunteers.volunteer', volunteers, `'email', 'person-' || n || '@example.org'`);
      await copyRows(
        client,
        'notifications.mail',
        mails,
        `'recipient', 'person-' || n || '@example.org', 'key', 'drill-' || n`,
      );
      await client.query('ANALYZE');
    });

    const port = await aFreePort();
    const api = startAppProcess('api', { ...settingsOf(database), PORT: String(port) }, release.folder);
    ends.push(() => api.end('SIGKILL'));
    await api.waitForOutput(/the api is listening/);
    const shift = await aShift(database);

    const report = database.run(database.names.main, (client) =>
      client.query(
        'BEGIN; SELECT count(*) FROM volunteers.volunteer; SELECT count(*) FROM identity.account; SELECT pg_sleep(25)',
      ),
    );
    const traffic = new Traffic(`http://127.0.0.1:${port}`, shift);
    traffic.start();
    ends.push(() => traffic.stop());
    const began = Date.now();
    await database.upgrade();
    const seconds = (Date.now() - began) / 1_000;
    await traffic.stop();
    await report;

    const { times, failures } = traffic;
    const p99 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
    console.info(
      `Upgraded in ${seconds.toFixed(0)} s during ${times.length} requests: p99 ${p99.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms.`,
    );
    expect(failures).toEqual([]);
    expect(times.length).toBeGreaterThan(seconds);
    expect(p99).toBeLessThan(patience);
  });
});

/** Copies one row of a table this many times, with a new ID and these fields (SQL of a JSON object, with the number `n`). */
async function copyRows(client: pg.Client, table: string, count: number, fields: string): Promise<void> {
  const { rows } = await client.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''`,
    [table],
  );
  const columns = rows[0]!.columns;
  await client.query(
    `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM (SELECT to_jsonb(t) AS row FROM ${table} t LIMIT 1) original, generate_series(1, ${count}) AS n,
       LATERAL jsonb_populate_record(NULL::${table}, row || jsonb_build_object('id', gen_random_uuid(), ${fields}))`,
  );
}

function settingsOf({ urls, facts }: ReleaseDatabase): Record<string, string> {
  return {
    ...programSettings,
    ...facts.settings,
    DATABASE_URL: urls.app,
    SEALED_DATABASE_URL: urls.sealed,
    SEALED_KEYS_URL: urls.keys,
    REQUESTS_PER_MINUTE: '1000000',
    SIGN_UPS_PER_MINUTE: '1000000',
  };
}

/** Returns the ID of a shift with room for everyone. */
function aShift(database: ReleaseDatabase): Promise<{ id: string; slug: string }> {
  return database.run(database.names.main, async (client) => {
    const { rows } = await client.query<{ id: string; slug: string }>(
      `UPDATE events.shift s SET capacity = 10000 FROM events.event e
       WHERE e.id = s.event_id AND s.id = (
         SELECT n.id FROM events.shift n JOIN events.event o ON o.id = n.event_id
         WHERE o.status = 'published' AND n.ends_at > now() + interval '1 day' LIMIT 1)
       RETURNING s.id, e.slug`,
    );
    return rows[0]!;
  });
}

const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { status } } }';

/** Signs people up and opens pages, at a steady rate whatever the answers take. */
class Traffic {
  readonly times: number[] = [];
  readonly failures: string[] = [];
  private readonly running = new Set<Promise<void>>();
  private isOver = false;
  private sent: Promise<void> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly shift: { id: string; slug: string },
  ) {}

  start(): void {
    this.sent = this.send();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.sent;
    await Promise.all(this.running);
  }

  private async send(): Promise<void> {
    for (let n = 0; !this.isOver; n += 1) {
      const request = this.timed(n).finally(() => this.running.delete(request));
      this.running.add(request);
      await wait(1_000 / perSecond);
    }
  }

  private async timed(n: number): Promise<void> {
    const began = performance.now();
    const failure = await (n % 3 === 0 ? this.signUp(n) : this.open(n)).catch(String);
    this.times.push(performance.now() - began);
    if (failure) this.failures.push(failure);
  }

  private async open(n: number): Promise<string | null> {
    const path = n % 3 === 1 ? '/events' : `/events/${this.shift.slug}`;
    const page = await fetch(this.url + path);
    await page.arrayBuffer();
    return page.ok ? null : `${path}: ${page.status}`;
  }

  private async signUp(n: number): Promise<string | null> {
    const input = { shiftId: this.shift.id, name: `Ana ${n}`, email: `ana-${n}@example.org` };
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ query: signUp, variables: { input } }),
    });
    const { errors } = (await response.json()) as { errors?: Array<{ message: string }> };
    return errors ? `sign-up: ${errors[0]?.message}` : null;
  }
}
