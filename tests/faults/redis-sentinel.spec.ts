import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { dataSourceOptions } from '@upstander/db';
import {
  JobHandler,
  JobQueue,
  JobRunner,
  jobs,
  PlatformModule,
  redisClient,
  type Config,
  type JobName,
} from '@upstander/platform';
import { testConfig } from '../support/config.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { describeWhere } from '../support/describe-where.js';
import { eventually } from '../support/eventually.js';
import { aFreePort } from '../support/free-port.js';
import { waitUntilIdle } from '../support/recorded-jobs.js';
import { redisProgram } from '../support/installed-programs.mjs';

jest.setTimeout(600_000);

describeWhere(redisProgram, 'there is no Redis', 'failover of Redis by its sentinels', (program) => {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-sentinel-'));
  const running = new Set<ChildProcess>();
  const start = (...args: string[]): ChildProcess => {
    const child = spawn(program, args, { stdio: 'ignore', cwd: folder });
    running.add(child);
    return child;
  };
  const kill = async (child: ChildProcess) => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    running.delete(child);
  };
  const secret = 'of-the-servers';
  let master: ChildProcess;
  let spec: SpecDatabase;
  let config: Config;

  beforeAll(async () => {
    const [first, second, watcher] = [await aFreePort(), await aFreePort(), await aFreePort()];
    const redisOptions = ['--bind', '127.0.0.1', '--save', '', '--requirepass', secret, '--masterauth', secret];
    master = start('--port', String(first), ...redisOptions);
    start('--port', String(second), ...redisOptions, '--replicaof', '127.0.0.1', String(first));
    const file = join(folder, 'sentinel.conf');
    // A single sentinel decides alone. Three are for machines that can lose contact with each other.
    writeFileSync(
      file,
      `port ${watcher}
bind 127.0.0.1
requirepass of-the-sentinels
sentinel monitor jobs 127.0.0.1 ${first} 1
sentinel auth-pass jobs ${secret}
sentinel down-after-milliseconds jobs 500
sentinel failover-timeout jobs 3000
`,
    );
    start(file, '--sentinel');
    spec = await cloneDatabase();
    config = testConfig(spec.url, {
      REDIS_URL: `redis://:${secret}@jobs/0`,
      REDIS_SENTINELS: `127.0.0.1:${watcher}`,
      REDIS_SENTINEL_PASSWORD: 'of-the-sentinels',
    });
    // Sentinel can only replace a master with a known replica.
    const asks = redisClient(
      { ...config, REDIS_URL: `redis://127.0.0.1:${watcher}`, REDIS_SENTINELS: [] },
      { password: 'of-the-sentinels' },
    );
    await eventually(async () => {
      const replicas = (await asks.call('SENTINEL', 'REPLICAS', 'jobs').catch(() => [])) as string[][];
      return replicas.some((one) => one.includes('master-link-status') && one.includes('ok'));
    });
    asks.disconnect();
  });
  afterAll(async () => {
    for (const child of running) await kill(child);
    await spec.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a client that sees a failover while it looks up the master looks it up again', async () => {
    const client = redisClient(config, { maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    const { connector } = client as unknown as { connector: { failoverDetector: { disconnect(): void } | null } };
    await eventually(() => connector.failoverDetector !== null);
    const asking = once(client, 'connecting');
    client.disconnect(true);
    await asking;
    connector.failoverDetector!.disconnect();
    expect(await client.ping()).toBe('PONG');

    // A client told to close does so even during a lookup.
    const askingAgain = once(client, 'connecting');
    client.disconnect(true);
    await askingAgain;
    const ended = once(client, 'end');
    client.disconnect();
    await ended;
    expect(client.status).toBe('end');
  });

  test('jobs continue: those enqueued during the outage and later ones', async () => {
    const ran: JobName[] = [];
    const names = jobs.names() as JobName[];
    const handlers = names.map((name) => {
      @JobHandler(name)
      @Injectable()
      class Noted {
        async run(): Promise<void> {
          ran.push(name);
        }
      }
      return Noted;
    });
    @Module({
      imports: [PlatformModule.forRoot(config, dataSourceOptions(config))],
      providers: [...handlers, JobRunner],
    })
    class Jobs {}
    const app = await NestFactory.createApplicationContext(Jobs, { logger: false, abortOnError: false });
    await app.get(JobRunner).start();
    await eventually(() => new Set(ran).size >= names.length);
    // From here on only enqueued jobs run: no schedules or earlier jobs.
    await waitUntilIdle(app.get(JobRunner));
    await kill(master);
    ran.length = 0;
    app.get(JobQueue).enqueue('deliver-due-mail');
    // A delayed sentinel, for example on a busy machine, pauses for half a minute.
    await eventually(() => ran.includes('deliver-due-mail'), 150);
    await eventually(() => app.get(JobQueue).isReady(), 150);
    ran.length = 0;
    app.get(JobQueue).enqueue('expire-gifts');
    await eventually(() => ran.includes('expire-gifts'), 150);
    await app.close();
  });
});
