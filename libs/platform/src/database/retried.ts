/** PostgreSQL's codes for a transaction that met another in a circle: nothing of it is left, and it may run again. */
const mayRunAgain = new Set(['40001', '40P01']);
const tries = 4;

/** Runs a transaction again when PostgreSQL broke a deadlock at its cost. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !mayRunAgain.has(codeOf(error))) throw error;
    }
  }
}

/** Whether somebody else kept a row or a table for longer than `lock_timeout` lets one wait. Nothing is wrong: it may be tried again. */
export function isLockedForTooLong(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

function codeOf(error: unknown): string {
  const fault = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  return String(fault?.code ?? fault?.driverError?.code ?? '');
}
