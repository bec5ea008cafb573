import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { dataSourceOptions } from '@upstander/db';
import { JobHandler, JobQueue, JobRunner, jobs, PlatformModule, redisClient, type JobName } from '@upstander/platform';
import { testConfig } from '../support/config.js';
import { cloneDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { aFreePort } from './support/processes.js';

jest.setTimeout(120_000);

const program = ['redis-server', 'valkey-server'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

describe('a Redis whose sentinels make another machine the master', () => {
  if (program === undefined) {
    test('is not tried here', () => console.info('There is no Redis here: no sentinel was asked.'));
    return;
  }
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
  afterAll(async () => {
    for (const child of running) await kill(child);
    rmSync(folder, { recursive: true, force: true });
  });

  test('jobs go on: those that were enqueued while there was no master, and those that come after', async () => {
    const [first, second, watcher] = [await aFreePort(), await aFreePort(), await aFreePort()];
    const secret = 'of-the-servers';
    const kept = ['--bind', '127.0.0.1', '--save', '', '--requirepass', secret, '--masterauth', secret];
    const master = start('--port', String(first), ...kept);
    start('--port', String(second), ...kept, '--replicaof', '127.0.0.1', String(first));
    const file = join(folder, 'sentinel.conf');
    // One that decides alone: three of them are for machines that can lose sight of each other.
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
    const spec = await cloneDatabase();
    const config = testConfig(spec.url, {
      REDIS_URL: `redis://:${secret}@jobs/0`,
      REDIS_SENTINELS: `127.0.0.1:${watcher}`,
      REDIS_SENTINEL_PASSWORD: 'of-the-sentinels',
    });
    // A master of which no sentinel knows a replica is nobody's to replace.
    const asks = redisClient(
      { ...config, REDIS_URL: `redis://127.0.0.1:${watcher}`, REDIS_SENTINELS: [] },
      {
        password: 'of-the-sentinels',
      },
    );
    await eventually(async () => {
      const replicas = (await asks.call('SENTINEL', 'REPLICAS', 'jobs').catch(() => [])) as string[][];
      return replicas.some((one) => one.includes('master-link-status') && one.includes('ok'));
    }, 30);
    asks.disconnect();

    const ran: JobName[] = [];
    const names = (jobs.names() as JobName[]).filter((name) => name !== 'sweep-files');
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
    await eventually(() => new Set(ran).size >= names.length, 20);
    await kill(master);
    ran.length = 0;
    app.get(JobQueue).enqueue('deliver-due-mail');
    await eventually(() => ran.includes('deliver-due-mail'), 60);
    await eventually(() => app.get(JobQueue).ready(), 20);
    ran.length = 0;
    app.get(JobQueue).enqueue('expire-gifts');
    await eventually(() => ran.includes('expire-gifts'), 30);
    await app.close();
    await spec.drop();
  });
});
