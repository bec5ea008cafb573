import type { Logger } from './logger.js';

const minute = 60_000;

/**
 * Logs unhandled errors and keeps the process running, so that one request can't take down the site.
 * An unhandled rejection affects no other work. An uncaught exception may have left bad state in memory, so too many
 * within a minute trigger a shutdown: `end` finishes running work, and the supervisor starts a new process.
 */
export function guardProcess(
  logger: Logger,
  end: () => Promise<void>,
  { mostInAMinute: maxPerMinute = 20, patience = 30_000 } = {},
): () => void {
  const recentExceptions: number[] = [];
  const handleRejection = (reason: unknown) => {
    logger.fault(reason, {}, 'unhandled promise rejection');
  };
  const handleException = (error: unknown) => {
    logger.fault(error, {}, 'uncaught exception');
    const now = performance.now();
    while (recentExceptions[0] !== undefined && recentExceptions[0] < now - minute) recentExceptions.shift();
    recentExceptions.push(now);
    if (recentExceptions.length !== maxPerMinute + 1) return;
    logger.warn({ exceptions: recentExceptions.length }, 'too many exceptions within a minute, shutting down');
    const exit = () => process.exit(1);
    // Exits even if the shutdown hangs, so that the supervisor can restart the process.
    const forcedExit = setTimeout(exit, patience).unref();
    void end()
      .catch(() => undefined)
      .then(() => {
        clearTimeout(forcedExit);
        exit();
      });
  };
  process.on('unhandledRejection', handleRejection);
  process.on('uncaughtException', handleException);
  return () => {
    process.off('unhandledRejection', handleRejection);
    process.off('uncaughtException', handleException);
  };
}
