import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Also calls `clear` if a signal ends the process. */
export async function clearOnFailure<T>(clear: () => void, work: () => Promise<T>): Promise<T> {
  const cleanUpAndExit = (signal: NodeJS.Signals) => {
    clear();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, cleanUpAndExit);
  try {
    return await work();
  } catch (error) {
    clear();
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, cleanUpAndExit);
  }
}
