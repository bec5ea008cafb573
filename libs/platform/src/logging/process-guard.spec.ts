import { Config } from '../config/config.js';
import type { Settings } from '../config/settings.js';
import { Logger } from './logger.js';
import { guardProcess } from './process-guard.js';

function recordingLogger(): { logger: Logger; messages: string[] } {
  const logger = new Logger(new Config({ LOG_LEVEL: 'silent' } as Settings));
  const messages: string[] = [];
  logger.fault = (_error, _fields, sentence) => void messages.push(sentence);
  logger.warn = (_fields, sentence) => void messages.push(sentence);
  return { logger, messages };
}

describe('an unhandled error', () => {
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  const emitUnhandled = (event: 'unhandledRejection' | 'uncaughtException') => {
    for (const listener of process.listeners(event as 'uncaughtException').slice(-1)) {
      listener(new Error('of nobody'), event);
    }
  };

  test('is logged, and the process continues', () => {
    const { logger, messages } = recordingLogger();
    let endCount = 0;
    stop = guardProcess(logger, async () => void (endCount += 1));
    for (let n = 0; n < 100; n += 1) emitUnhandled('unhandledRejection');
    for (let n = 0; n < 20; n += 1) emitUnhandled('uncaughtException');
    expect([messages.length, endCount]).toEqual([120, 0]);
  });

  test('shuts the process down once after too many exceptions', async () => {
    const { logger, messages } = recordingLogger();
    const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
    let endCount = 0;
    stop = guardProcess(logger, async () => void (endCount += 1), { mostInAMinute: 2 });
    for (let n = 0; n < 5; n += 1) emitUnhandled('uncaughtException');
    await new Promise(setImmediate);
    expect([endCount, exit.mock.calls]).toEqual([1, [[1]]]);
    expect(messages).toContain('too many exceptions within a minute, shutting down');
    exit.mockRestore();
  });

  test('exits the process even if the shutdown hangs', async () => {
    const { logger } = recordingLogger();
    const exited = new Promise((resolve) =>
      jest.spyOn(process, 'exit').mockImplementation(((code: number) => resolve(code)) as never),
    );
    stop = guardProcess(logger, () => new Promise(() => undefined), { mostInAMinute: 0, patience: 1 });
    emitUnhandled('uncaughtException');
    // The timer itself doesn't keep the process alive.
    const keepAlive = setInterval(() => undefined, 1_000);
    expect(await exited).toBe(1);
    clearInterval(keepAlive);
    jest.restoreAllMocks();
  });
});
