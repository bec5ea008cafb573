/** Serialization failure and deadlock. PostgreSQL has rolled the transaction back. */
const retryableCodes = new Set(['40001', '40P01']);
const maxAttempts = 4;

export async function retryTransaction<T>(work: () => Promise<T>): Promise<T> {
  for (let left = maxAttempts - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !retryableCodes.has(codeOf(error))) throw error;
    }
  }
}

/** True if a row or table stayed locked for longer than `lock_timeout`. The statement can be retried. */
export function isLockedForTooLong(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

function codeOf(error: unknown): string {
  const fault = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  return String(fault?.code ?? fault?.driverError?.code ?? '');
}
