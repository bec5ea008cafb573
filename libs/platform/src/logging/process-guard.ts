import type { Logger } from './logger.js';

const minute = 60_000;

/**
 * What escapes every handler of ours is logged, and the process lives on: one odd request must not take the site from
 * everybody else who uses it. What matters is in PostgreSQL, where a broken-off piece of work leaves nothing half done.
 *
 * A promise that failed and that nobody waited for harms no other work. An exception that nobody caught may have left
 * something in memory as it should not be; so when there are many within a minute, the process is taken for ill: `end` is
 * asked to finish what is under way, and whoever supervises the process starts a new one.
 */
export function guardProcess(
  logger: Logger,
  end: () => Promise<void>,
  { mostInAMinute = 20, patience = 30_000 } = {},
): () => void {
  const lately: number[] = [];
  const rejected = (reason: unknown) => {
    logger.fault(reason, {}, 'a promise failed that nobody waited for');
  };
  const thrown = (error: unknown) => {
    logger.fault(error, {}, 'an exception that nobody caught');
    const now = performance.now();
    while (lately[0] !== undefined && lately[0] < now - minute) lately.shift();
    lately.push(now);
    if (lately.length !== mostInAMinute + 1) return;
    logger.warn({ exceptions: lately.length }, 'too many exceptions within a minute: the process ends');
    const exit = () => process.exit(1);
    // A process that serves nobody and does not end either is one that nobody starts again.
    const atLast = setTimeout(exit, patience).unref();
    void end()
      .catch(() => undefined)
      .then(() => {
        clearTimeout(atLast);
        exit();
      });
  };
  process.on('unhandledRejection', rejected);
  process.on('uncaughtException', thrown);
  return () => {
    process.off('unhandledRejection', rejected);
    process.off('uncaughtException', thrown);
  };
}
