import { once } from 'node:events';
import fs, { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, loadConfig } from '../config/config.js';
import { logOutput, type Gap } from './log-output.js';
import { Logger } from './logger.js';

const logger = new Logger(
  loadConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://localhost:3000/',
    APP_SECRET: 'x'.repeat(32),
    DATABASE_URL: 'postgres://localhost/upstander',
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'hello@example.org',
    STRIPE_SECRET_KEY: 'sk_test_12',
    STRIPE_WEBHOOK_SECRET: 'whsec_12',
    LOG_LEVEL: 'silent',
  }),
);

const logError = (error: Error): string => {
  const errorSpy = jest.spyOn(logger.pino, 'error').mockImplementation(() => undefined);
  logger.fault(error, {}, 'a request failed');
  const [fields] = errorSpy.mock.lastCall as unknown as [Record<string, unknown>];
  errorSpy.mockRestore();
  return JSON.stringify(fields);
};

describe('the log of an error', () => {
  test.each([
    ['22P02', 'invalid input syntax for type uuid: "Quorra Vexley"'],
    ['22008', 'date/time field value out of range: "Quorra Vexley"'],
  ])('omits a value that the database rejected (%s)', (code, message) => {
    const text = logError(Object.assign(new Error(message), { code, detail: 'Quorra Vexley' }));
    expect(text).not.toMatch(/Quorra|Vexley/);
    expect(text).toMatch(/does not fit its type/);
    expect(text).toContain('logger.spec');
  });

  test('includes the violated constraint', () => {
    const text = logError(Object.assign(new Error('violates "one_owner"'), { code: '23505', constraint: 'one_owner' }));
    expect(text).toMatch(/violates.*one_owner/);
  });
});

test('every log line includes the program and the host', () => {
  expect(logger.pino.bindings()).toEqual({ program: 'api', host: hostname() });
  const worker = new Logger(new Config({ LOG_LEVEL: 'silent' } as Config).withJobTimeout());
  expect(worker.pino.bindings()['program']).toBe('worker');
});

test('buffers lines while the disk is full, drops the excess and reports both once there is room', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'log');
  let notify: (gap: Gap) => void;
  const reportedGap = new Promise<Gap>((resolve) => (notify = resolve));
  const output = logOutput((gap) => notify(gap), { fd: openSync('/dev/full', 'w'), most: 32 });
  output.once('error', () => {
    Object.assign(output, { fd: openSync(file, 'w') });
    output.write('the second line\n');
    output.write('this is too much\n');
  });
  output.write('the first line\n');
  expect(await reportedGap).toEqual({ why: 'ENOSPC', lines: 1 });
  // The gap is reported with the first successful write; other lines may still be pending.
  const closed = once(output, 'close');
  output.end();
  await closed;
  expect(readFileSync(file, 'utf8')).toBe('the first line\nthe second line\n');
});

test('a process exits even if its log cannot be written', () => {
  const output = logOutput(() => undefined, { fd: openSync('/dev/full', 'w') });
  output.write('on its way\n');
  output.write('the last line\n');
  const { writeSync } = fs;
  output.flushSync();
  expect(fs.writeSync).toBe(writeSync);
});
