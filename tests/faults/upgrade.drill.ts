import type pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { aFreePort } from '../support/free-port.js';
import { ReleaseDatabase } from '../support/release-database.js';
import { alertRules, shortenWaits } from './support/alert-rules.js';
import { RequestAlarms } from './support/request-alarms.js';
import { startAppProcess } from './support/processes.js';
import { programSettings } from './support/program-settings.js';
import { hasPrometheus, startPrometheus, type Prometheus } from './support/prometheus.js';
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

/** Longest time that a request may wait for a lock, in seconds. */
const longestWait = 2;

/**
 * Mistakes that a migration could make. Their SQL runs without the lock timeout of `migrate`, which would prevent some of
 * them. The last one makes a change that programs of the last release can't work with. The first three take long only with
 * all data; the others must raise an alert.
 */
const mistakes = [
  {
    mistake: 'an index is built while sign-ups wait',
    sql: `CREATE INDEX drill_mistake ON notifications.mail ((lower(recipient::text) || key))`,
    undo: 'DROP INDEX notifications.drill_mistake',
  },
  {
    mistake: 'a table is written anew under a lock',
    sql: 'ALTER TABLE notifications.mail ADD COLUMN drill_mistake uuid NOT NULL DEFAULT gen_random_uuid()',
    undo: 'ALTER TABLE notifications.mail DROP COLUMN drill_mistake',
  },
  {
    mistake: 'all rows get a value in the transaction that adds their column',
    sql: `BEGIN; ALTER TABLE volunteers.volunteer ADD COLUMN drill_mistake integer;
      UPDATE volunteers.volunteer SET drill_mistake = 1; COMMIT`,
    undo: 'ALTER TABLE volunteers.volunteer DROP COLUMN drill_mistake',
  },
  {
    mistake: 'requests queue behind a change that waits for a report',
    sql: 'ALTER TABLE volunteers.volunteer ADD COLUMN drill_mistake integer',
    undo: 'ALTER TABLE volunteers.volunteer DROP COLUMN drill_mistake',
    besideReport: true,
    isAlarming: true,
  },
  {
    mistake: 'a column of the last release gets another name',
    sql: 'ALTER TABLE events.shift RENAME COLUMN capacity TO drill_mistake',
    undo: 'ALTER TABLE events.shift RENAME COLUMN drill_mistake TO capacity',
    isAlarming: true,
  },
];

describe(`an upgrade with ${volunteers} volunteers and ${mails} emails`, () => {
  const ends: Array<() => unknown> = [];
  let database: ReleaseDatabase;
  let url: string;
  let shift: { id: string; slug: string };
  let prometheus: Prometheus | undefined;

  beforeAll(async () => {
    const release = await buildRelease(await releaseBefore());
    ends.push(() => release.remove());
    database = new ReleaseDatabase(lastRelease());
    await database.restore();
    ends.push(() => database.drop());
    await run(async (client) => {
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
    const [port, metricsPort] = [await aFreePort(), await aFreePort()];
    url = `http://127.0.0.1:${port}`;
    const settings = { ...settingsOf(database), PORT: String(port), METRICS_PORT: String(metricsPort) };
    const api = startAppProcess('api', settings, release.folder);
    ends.push(() => api.end('SIGKILL'));
    await api.waitForOutput(/the api is listening/);
    shift = await aShift(database);
    if (!hasPrometheus) return;
    // Longer than one scrape, which may see a moment.
    prometheus = await startPrometheus(shortenWaits(alertRules, { wait: '10s', range: '30s' }));
    ends.push(() => prometheus?.stop());
    prometheus.setTargets([`127.0.0.1:${metricsPort}`]);
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  const run = <T>(work: (client: pg.Client) => Promise<T>) => database.run(database.names.main, work);

  /** Returns what visitors would complain about while this is done, and the alerts about requests. */
  async function observe(work: (traffic: Traffic, alarms: RequestAlarms) => Promise<unknown>): Promise<Observation> {
    const traffic = new Traffic(url, shift);
    const alarms = new RequestAlarms(prometheus);
    await alarms.start();
    traffic.start();
    const locks = new LockWaits(run, new URL(database.urls.app).username);
    locks.start();
    const began = Date.now();
    try {
      await work(traffic, alarms);
    } finally {
      await Promise.all([traffic.stop(), locks.stop(), alarms.stop()]);
    }
    const seconds = (Date.now() - began) / 1_000;
    const { times, failures } = traffic;
    const p99 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
    console.info(
      `${seconds.toFixed(0)} s, ${times.length} requests, ${failures.length} failed: p99 ${p99.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms, longest wait for a lock ${locks.longest.toFixed(1)} s. Alerts: ${[...alarms.raised].join(', ') || 'none'}.`,
    );
    const complaints = [
      ...failures.slice(0, 3),
      ...(times.length < seconds ? [`Only ${times.length} requests in ${seconds} seconds.`] : []),
      ...(p99 > patience ? [`One in a hundred requests took over ${p99.toFixed(0)} ms.`] : []),
      ...(locks.longest > longestWait ? [`A request waited ${locks.longest.toFixed(1)} s for a lock.`] : []),
    ];
    return { complaints, alerts: [...alarms.raised] };
  }

  const report = () =>
    run((client) =>
      client.query(
        'BEGIN; SELECT count(*) FROM volunteers.volunteer; SELECT count(*) FROM identity.account; SELECT pg_sleep(25)',
      ),
    );

  const isReporting = () =>
    run(async (client) => {
      const { rowCount } = await client.query(`SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'`);
      return rowCount === 1;
    });

  /** Reads every row in one snapshot, under the locks of `pg_dump`, which the PostgreSQL of the tests lacks. */
  const backup = () =>
    run(async (client) => {
      const { rows } = await client.query<{ table: string }>(
        `SELECT oid::regclass::text AS table FROM pg_class
         WHERE relkind = 'r' AND relnamespace::regnamespace::text !~ '^(pg_|information_schema$)'`,
      );
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(`LOCK TABLE ${rows.map(({ table }) => table).join(', ')} IN ACCESS SHARE MODE`);
      for (const { table } of rows) await client.query(`SELECT sum(length(t::text)) FROM ${table} t`);
      await client.query('COMMIT');
    });

  test('fails no request to programs of the last release, and lets none wait, beside a report and a backup', async () => {
    const observed = await observe(() => Promise.all([report(), backup(), database.upgrade()]));
    expect(observed).toEqual({ complaints: [], alerts: [] });
  });

  test.each(mistakes.filter(({ isAlarming = false }) => isAlarming || size >= 1))(
    'is noticed to be wrong if $mistake',
    async ({ sql, undo, besideReport = false, isAlarming = false }) => {
      const { complaints, alerts } = await observe(async (traffic, alarms) => {
        const reading = besideReport ? report() : null;
        if (reading) await eventually(isReporting);
        await Promise.all([run((client) => client.query(sql)), reading]);
        await traffic.answer(100);
        if (isAlarming) await alarms.raise();
      });
      await run((client) => client.query(undo));
      expect(complaints).not.toEqual([]);
      if (isAlarming && prometheus) expect(alerts).not.toEqual([]);
    },
  );
});

interface Observation {
  complaints: string[];
  /** Alerts that an operator would have got. Empty without Prometheus. */
  alerts: string[];
}

/** Watches how long requests wait for locks. */
class LockWaits {
  /** In seconds. */
  longest = 0;
  private isOver = false;
  private watched: Promise<void> = Promise.resolve();

  constructor(
    private readonly run: (work: (client: pg.Client) => Promise<void>) => Promise<void>,
    private readonly role: string,
  ) {}

  start(): void {
    this.watched = this.run(async (client) => {
      while (!this.isOver) {
        const { rows } = await client.query<{ seconds: number | null }>(
          `SELECT max(extract(epoch FROM clock_timestamp() - l.waitstart))::float AS seconds
           FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.usename = $1`,
          [this.role],
        );
        this.longest = Math.max(this.longest, rows[0]?.seconds ?? 0);
        await wait(100);
      }
    });
  }

  stop(): Promise<void> {
    this.isOver = true;
    return this.watched;
  }
}

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

  /** Resolves after this many more answers. */
  async answer(count: number): Promise<void> {
    const until = this.times.length + count;
    await eventually(() => this.times.length >= until);
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
