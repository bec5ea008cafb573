import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SealedHealth } from '@upstander/advocacy';
import { JobQueue, JobRunner } from '@upstander/platform';
import { WorkerModule } from '@upstander/worker';
import type { TestApp } from '../support/app.js';
import { describeWhere } from '../support/describe-where.js';
import { eventually } from '../support/eventually.js';
import { anEvent, aShift } from '../support/factories.js';
import { programSettings } from './support/program-settings.js';
import { aPair, appWithReplica, binaries, noSystemPostgres, type Pair } from './support/replicated-postgres.js';

const run = promisify(execFile);

jest.setTimeout(120_000);

const signUp = `mutation ($input: SignUpInput!) { signUp(input: $input) { signup { status } } }`;

describeWhere(binaries, noSystemPostgres, 'failover from a primary to its standby', () => {
  let pair: Pair;
  let app: TestApp;
  let worker: INestApplicationContext;
  beforeAll(async () => {
    pair = await aPair();
    const { primary, standby } = pair;
    const settings = pair.settings(`${standby.host},${primary.host}`, '?target_session_attrs=read-write');
    app = await appWithReplica({ ...settings, DATABASE_CONNECT_SECONDS: '4' });
    worker = await NestFactory.createApplicationContext(WorkerModule.register(app.config), { logger: false });
    await worker.get(JobRunner).start();
  });
  afterAll(async () => {
    await worker?.close();
    await app?.close();
    await pair.end();
  });
  const signsUp = async (shiftId: string, name: string) => {
    const { data, errors } = await app.graphql<{ signUp: { signup: { status: string } } | null }>(signUp, {
      input: { shiftId, name, email: `${name}@example.org` },
    });
    return errors ? null : data.signUp!.signup.status;
  };

  test('programs continue without a restart: sign-ups, the queue, and the sealed zone with its keys', async () => {
    const event = await anEvent(app.db);
    const shift = await aShift(app.db, { eventId: event.id, capacity: 50 });
    expect(await signsUp(shift.id, 'ana')).toBe('CONFIRMED');
    // Replication is asynchronous here, so wait until acknowledged rows are on the standby.
    const countOnStandby = () =>
      pair.standby.query<{ n: number }>('SELECT count(*)::int AS n FROM events.signup', 'upstander');
    await eventually(async () => (await countOnStandby())[0]!.n === 1, 20);
    await pair.primary.stop();
    expect(await signsUp(shift.id, 'bea')).toBeNull();
    await pair.standby.promote();
    await eventually(async () => (await signsUp(shift.id, 'cleo')) === 'CONFIRMED', 20);
    await eventually(() => app.nest.get(JobQueue).isReady(), 20);
    expect(await app.nest.get(SealedHealth, { strict: false }).checkState()).toBe('ok');
    const names = await app.db.query<{ name: string }>(
      'SELECT v.name FROM events.signup s JOIN volunteers.volunteer v ON v.id = s.volunteer_id',
    );
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['ana', 'cleo']));
    const since = new Date();
    await eventually(async () => {
      app.nest.get(JobQueue).enqueue('expire-offers');
      const [run] = await app.db.query<{ at: Date }>(
        `SELECT done_at AS at FROM platform.job_run WHERE job = 'expire-offers'`,
      );
      return run !== undefined && run.at > since;
    }, 60);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  test("operator commands find it too: migrations, and a backup with PostgreSQL's own tools", async () => {
    const { primary, standby } = pair;
    const several = pair.settings(`${primary.host},${standby.host}`, '?target_session_attrs=read-write');
    const folder = mkdtempSync(join(tmpdir(), 'upstander-failover-'));
    const file = join(folder, 'upstander.env');
    const lines = Object.entries({ ...programSettings, ...several }).map(([name, value]) => `${name}="${value}"\n`);
    writeFileSync(file, lines.join(''));
    const command = async (...args: string[]) => {
      const node = ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'];
      const program = ['apps/command/src/main.ts', ...args, '--env-file', file];
      return (await run(process.execPath, [...node, ...program], { cwd: join(__dirname, '../..') })).stdout;
    };
    expect(await command('migrate')).toContain('up to date');
    expect(await command('backup', '--to', join(folder, 'backup'))).toContain('.dump: ');
    rmSync(folder, { recursive: true, force: true });
  });
});
