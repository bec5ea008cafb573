import { NestFactory } from '@nestjs/core';
import { jobs, Logger, Metrics, metrics, openInternalServer } from '@upstander/platform';
import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { WorkerHealth, WorkerModule } from '@upstander/worker';
import { getIntrospectionQuery } from 'graphql';
import type { AddressInfo } from 'node:net';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift } from '../support/factories.js';
import { signUpExpectingPlace } from '../support/sign-ups.js';
import { runAsOwner } from '../support/tampering.js';

interface Series {
  name: string;
  labels: Record<string, string>;
  value: number;
}

function seriesOf(text: string): Series[] {
  return text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', inside = '', value = ''] = /^([\w:]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      const labels = [...inside.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, said]) => [key!, said!]);
      return { name, labels: Object.fromEntries(labels) as Record<string, string>, value: Number(value) };
    });
}

describe('metrics of a process', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({
      config: { TRUST_PROXY: 'true', SLOW_STATEMENT_MS: '1', BACKUP_HOURS: '24', RESTORE_DRILL_DAYS: '8' },
    });
  });
  afterAll(() => app.close());

  const scrape = async () => {
    app.nest.get(Metrics).invalidate();
    const { text } = await app.nest.get(Metrics).render();
    return { text, series: seriesOf(text) };
  };
  const valueOf = (series: Series[], name: string, labels: Record<string, string> = {}) =>
    series.find(
      (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
    )?.value;

  test('are served on a separate port, by GET only, and never on the port of the site', async () => {
    expect((await fetch(`${app.url}/metrics`)).status).toBe(404);
    const inside = await openInternalServer(0, '127.0.0.1', { '/metrics': () => app.nest.get(Metrics).render() });
    const url = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/metrics`;
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(await answer.text()).toContain('upstander_release_info{version="');
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    inside.close();
  });

  test('include what every library defines', async () => {
    const { text } = await scrape();
    for (const [name, { about, type }] of metrics.all()) {
      if (type === 'gauge') expect(text).toContain(`# HELP ${name} ${about}`);
    }
  });

  test('an installation without a replica or waiting jobs serves every series the dashboard shows', async () => {
    await app.graphql('{ events { totalCount } }');
    const { series } = await scrape();
    expect(valueOf(series, 'upstander_queue_jobs', { job_name: 'deliver-due-mail', state: 'waiting' })).toBe(0);
    expect(valueOf(series, 'upstander_replica_lag_seconds')).toBe(0);
    expect(valueOf(series, 'upstander_public_reads_total', { where: 'primary' })).toBeGreaterThan(0);
    expect(valueOf(series, 'upstander_database_silences_total')).toBe(0);
  });

  test('labels never contain a person, a token, an address or user input', async () => {
    const shift = await aShift(app.db, { eventId: (await anEvent(app.db, { title: 'Marigold kitchen' })).id });
    const receipt = await signUpExpectingPlace(app, {
      shiftId: shift.id,
      name: 'Marigold Reyes',
      email: 'marigold@example.org',
    });
    const admin = await app.signedIn({ role: 'admin' });
    await app.graphql('query Marigold { marigold: me { id } }', {}, { cookie: admin.cookie });
    await app.graphql('{ nothingLikeMarigold }');
    await app.graphql('mutation { signInWithPassword(email: "marigold@example.org", password: "x") { ok } }');
    for (const path of [
      '/events/marigold',
      `/s/${receipt.id}`,
      '/marigold?marigold=1',
      '/work/marigold',
      '/events.ics/marigold',
    ])
      await fetch(app.url + path, { headers: { 'x-request-id': 'marigold-1234', 'user-agent': 'marigold' } });
    await app.runJob('deliver-due-mail');
    const { text, series } = await scrape();
    expect(text.toLowerCase()).not.toContain('marigold');
    expect(text).not.toContain(receipt.id);
    const schema = await app.graphql<{ __schema: { types: { name: string; fields: { name: string }[] | null }[] } }>(
      getIntrospectionQuery(),
    );
    const roots = schema.data.__schema.types.filter(({ name }) => name === 'Query' || name === 'Mutation');
    const closed: Record<string, (value: string) => boolean> = {
      operation: (value) =>
        ['other', '__schema', ...roots.flatMap(({ fields }) => (fields ?? []).map(({ name }) => name))].includes(value),
      job_name: (value) => jobs.has(value),
      method: (value) => /^[A-Z]+$/.test(value),
      status: (value) => /^(?:\d{3}|[a-z_-]{1,20})$/.test(value),
      route: (value) => /^(?:none|quiet|\*|\/|(?:\/(?::\w+[?]?|[\w.-]+|\*|:\w+\.\w+))+)$/.test(value),
      outcome: (value) =>
        ['ok', 'refused', 'fault', 'done', 'failed', 'sent', 'put-off', 'bounced', 'skipped'].includes(value),
      statement: (value) => /^(?:other|[A-Z]+(?::[a-z_]+\.[a-z_]+)?|[a-z][a-z-]+)$/.test(value),
      pool: (value) => ['main', 'queue', 'replica', 'sealed', 'keys'].includes(value),
      queue: (value) => ['urgent', 'ordinary'].includes(value),
      where: (value) => ['primary', 'replica'].includes(value),
      state: (value) =>
        [
          'total',
          'idle',
          'waiting',
          'active',
          'failed',
          'none',
          'ok',
          'behind',
          'away',
          'no-standby',
          'another-cluster',
        ].includes(value),
      kind: (value) => /^[a-z]+(?:-[a-z]+)*$/.test(value),
      source: (value) => /^[A-Z]\w+$/.test(value),
      reason: (value) => ['refused', 'stuck'].includes(value),
      version: (value) => /^[\w.+-]+$/.test(value),
      node: (value) => /^[\d.]+$/.test(value),
      le: (value) => value === '+Inf' || !Number.isNaN(Number(value)),
    };
    const ours = series.filter(({ name }) => name.startsWith('upstander_'));
    expect(ours.length).toBeGreaterThan(50);
    for (const { name, labels } of ours)
      for (const [label, value] of Object.entries(labels))
        expect([name, label, value, closed[label]?.(value)]).toEqual([name, label, value, true]);
    expect(valueOf(series, 'upstander_signups_total')).toBe(1);
    expect(valueOf(series, 'upstander_graphql_operation_duration_seconds_count', { operation: 'signUp' })).toBe(1);
  });

  test('identifies a slow statement by name, never by its values', async () => {
    const lines = jest.spyOn(app.nest.get(Logger), 'warn').mockImplementation(() => undefined);
    const many = `SELECT count(*) FROM generate_series(1, 300000) n WHERE n::text <> $1`;
    await app.db.queryNamed('count-slowly', many, ['marigold']);
    await app.db.transaction((tx) => tx.query(`${many} AND EXISTS (SELECT FROM events.event)`, ['marigold']));
    const slowStatements = lines.mock.calls
      .filter(([, sentence]) => sentence === 'a slow statement')
      .map(([fields]) => fields);
    lines.mockRestore();
    expect(slowStatements).toContainEqual(expect.objectContaining({ statement: 'count-slowly', failed: false }));
    expect(slowStatements).toContainEqual(expect.objectContaining({ statement: 'SELECT:events.event' }));
    expect(JSON.stringify(slowStatements)).not.toContain('marigold');
    const { series } = await scrape();
    expect(valueOf(series, 'upstander_slow_statements_total', { statement: 'count-slowly' })).toBe(1);
  });

  test('the number of series stays small for any input', async () => {
    const counted = app.nest.get(Metrics);
    for (let i = 0; i < 1_000; i += 1) counted.count('upstander_slow_statements_total', { statement: `made-up-${i}` });
    counted.count('upstander_slow_statements_total', { statement: 'SELECT of somebody@example.org' });
    const { series, text } = await scrape();
    expect(series.filter(({ name }) => name === 'upstander_slow_statements_total').length).toBeLessThanOrEqual(401);
    expect(text).not.toContain('somebody@example.org');
  });

  test("reports a source that can't be queried as missing and still serves the rest", async () => {
    await runAsOwner(app, 'ALTER TABLE notifications.mail RENAME TO mail_away');
    const { series } = await scrape();
    await runAsOwner(app, 'ALTER TABLE notifications.mail_away RENAME TO mail');
    expect(valueOf(series, 'upstander_measurement_failed', { source: 'MailMetrics' })).toBe(1);
    expect(valueOf(series, 'upstander_mails_due')).toBeUndefined();
    expect(valueOf(series, 'upstander_measurement_failed', { source: 'LedgerMetrics' })).toBe(0);
    expect(valueOf(series, 'upstander_database_up')).toBe(1);
  });

  test('answers concurrent scrapes with one set of queries', async () => {
    const querySpy = jest.spyOn(app.db, 'query');
    await Promise.all([scrape(), app.nest.get(Metrics).render(), app.nest.get(Metrics).render()]);
    expect(querySpy.mock.calls.filter(([sql]) => sql.includes('FROM notifications.mail')).length).toBe(2);
    querySpy.mockRestore();
  });

  test('exports the age of the oldest due email and the failure count of a job', async () => {
    await app.db.query(
      `INSERT INTO notifications.mail (key, template, recipient, due_at) VALUES ('late', 'thank-you', 'a@example.org', $1)`,
      [new Date(app.clock.now().valueOf() - 3_600_000)],
    );
    await app.db.query(
      `INSERT INTO platform.job_run (job, done_at, failures) VALUES ('check-ledger', $1, 4)
       ON CONFLICT (job) DO UPDATE SET done_at = excluded.done_at, failures = 4`,
      [new Date(app.clock.now().valueOf() - 4 * 3_600_000)],
    );
    const { series } = await scrape();
    expect(valueOf(series, 'upstander_mail_oldest_due_seconds')).toBeGreaterThanOrEqual(3_600);
    expect(valueOf(series, 'upstander_job_failures', { job_name: 'check-ledger' })).toBe(4);
    expect(valueOf(series, 'upstander_job_overdue_seconds', { job_name: 'check-ledger' })).toBeGreaterThanOrEqual(
      3 * 3_600,
    );
  });

  test('exports the size of the database, and by how much the last backup and the last restore drill are too old', async () => {
    expect(valueOf((await scrape()).series, 'upstander_backup_overdue_seconds')).toBe(0);
    await runAsOwner(
      app,
      `INSERT INTO platform.backup_run (finished_at, seconds, bytes) VALUES (now() - interval '60 hours', 1, 1)`,
    );
    const { series } = await scrape();
    expect(valueOf(series, 'upstander_backup_overdue_seconds')).toBeCloseTo(36 * 3_600, -3);
    expect(valueOf(series, 'upstander_database_bytes')).toBeGreaterThan(1_000_000);
    const drillOverdue = 'upstander_restore_drill_overdue_seconds';
    expect(valueOf(series, drillOverdue)).toBe(0);
    expect(valueOf(series, 'upstander_archive_lag_seconds')).toBe(0);
    // A recent drill is no backup, and the other way around.
    await runAsOwner(
      app,
      `INSERT INTO platform.backup_run (finished_at, kind, seconds, bytes)
       VALUES (now() - interval '10 days', 'restore-drill', 1, 1), (now() - interval '25 hours', 'continuous', 1, 1)`,
    );
    const { series: later } = await scrape();
    expect(valueOf(later, drillOverdue)).toBeCloseTo(2 * 24 * 3_600, -3);
    expect(valueOf(later, 'upstander_backup_overdue_seconds')).toBeCloseTo(3_600, -3);
    await runAsOwner(app, 'DELETE FROM platform.backup_run');
  });

  test('the Health screen shows everything to admins and only money checks to finance', async () => {
    const query = `{ systemHealth { version checks { name area state value worstItem } jobs { name state failures } } }`;
    interface Health {
      systemHealth: {
        checks: { name: string; area: string; state: string; value: number; worstItem: string | null }[];
        jobs: { name: string; state: string }[];
      };
    }
    const askAs = async (role: string) =>
      (await app.graphql<Health>(query, {}, { cookie: (await app.signedIn({ role })).cookie })).data.systemHealth;
    const { checks, jobs: states } = await askAs('admin');
    expect(checks[0]?.state).toBe('BAD');
    expect(checks.find(({ name }) => name === 'jobs-succeed')).toMatchObject({
      state: 'BAD',
      value: 4,
      worstItem: 'check-ledger',
    });
    expect(checks.find(({ name }) => name === 'mail-leaves')).toMatchObject({
      area: 'MAIL',
      state: 'BAD',
      worstItem: null,
    });
    expect(checks.find(({ name }) => name === 'database-answers')?.state).toBe('FINE');
    expect(states.find(({ name }) => name === 'check-ledger')?.state).toBe('BAD');
    expect(states.map(({ name }) => name)).toEqual(jobs.names().sort());
    const money = await askAs('finance');
    expect([...new Set(money.checks.map(({ area }) => area))]).toEqual(['MONEY']);
    expect(money.jobs).toEqual([]);
    for (const { name } of checks) {
      const key = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      for (const locale of locales) expect(Object.keys(adminCatalogOf(locale).admin.health.check)).toContain(key);
    }
  });

  test('the worker reports liveness, readiness and health on a separate port', async () => {
    const worker = await NestFactory.createApplicationContext(WorkerModule.register(app.config), { logger: false });
    const { answers } = worker.get(WorkerHealth);
    const ask = async (path: string) => {
      const { status, text } = await answers[path]!();
      return [status, JSON.parse(text) as Record<string, string>] as const;
    };
    expect(await ask('/livez')).toEqual([200, expect.objectContaining({ status: 'ok' })]);
    // The worker has not started processing yet.
    expect(await ask('/readyz')).toEqual([503, expect.objectContaining({ database: 'ok', jobs: 'not running' })]);
    expect((await ask('/health'))[0]).toBe(503);
    expect((await answers['/metrics']!()).text).toContain('upstander_job_failures{job_name="check-ledger"} 4');
    await worker.close();
  });
});
