import { Config } from '../config/config.js';
import type { Settings } from '../config/settings.js';
import { Logger } from './logger.js';
import { guardProcess } from './process-guard.js';

/** A logger that keeps what it is told. */
function keeping(): { logger: Logger; said: string[] } {
  const logger = new Logger(new Config({ LOG_LEVEL: 'silent' } as Settings));
  const said: string[] = [];
  logger.fault = (_error, _fields, sentence) => void said.push(sentence);
  logger.warn = (_fields, sentence) => void said.push(sentence);
  return { logger, said };
}

describe('what escapes', () => {
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  /** As Node calls it. */
  const escapes = (event: 'unhandledRejection' | 'uncaughtException') => {
    for (const listener of process.listeners(event as 'uncaughtException').slice(-1)) {
      listener(new Error('of nobody'), event);
    }
  };

  test('is written down, and the process goes on', () => {
    const { logger, said } = keeping();
    let ended = 0;
    stop = guardProcess(logger, async () => void (ended += 1));
    for (let n = 0; n < 100; n += 1) escapes('unhandledRejection');
    for (let n = 0; n < 20; n += 1) escapes('uncaughtException');
    expect([said.length, ended]).toEqual([120, 0]);
  });

  test('ends a process that is ill, in order and once', async () => {
    const { logger, said } = keeping();
    const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
    let ended = 0;
    stop = guardProcess(logger, async () => void (ended += 1), { mostInAMinute: 2 });
    for (let n = 0; n < 5; n += 1) escapes('uncaughtException');
    await new Promise(setImmediate);
    expect([ended, exit.mock.calls]).toEqual([1, [[1]]]);
    expect(said).toContain('too many exceptions within a minute: the process ends');
    exit.mockRestore();
  });

  test('ends such a process also where what is under way never ends', async () => {
    const { logger } = keeping();
    const exited = new Promise((resolve) =>
      jest.spyOn(process, 'exit').mockImplementation(((code: number) => resolve(code)) as never),
    );
    stop = guardProcess(logger, () => new Promise(() => undefined), { mostInAMinute: 0, patience: 1 });
    escapes('uncaughtException');
    // The timer alone keeps no process alive.
    const alive = setInterval(() => undefined, 1_000);
    expect(await exited).toBe(1);
    clearInterval(alive);
    jest.restoreAllMocks();
  });
});
