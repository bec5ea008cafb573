import { SharedRead } from './shared-read.js';

/**
 * Caches the result of a read until it expires. Concurrent callers share one read.
 * A failed read rejects its callers and is not cached.
 */
export class KeptRead<T> {
  private readonly reads: SharedRead<T>;
  private kept: { answer: T; until: number } | null = null;

  /** @param milliseconds maximum age of the cached value */
  constructor(
    private readonly read: () => Promise<T>,
    private readonly milliseconds: number,
  ) {
    this.reads = new SharedRead(async () => {
      const answer = await this.read();
      this.kept = { answer, until: performance.now() + this.milliseconds };
      return answer;
    });
  }

  get(): Promise<T> {
    const { kept } = this;
    return kept && performance.now() < kept.until ? Promise.resolve(kept.answer) : this.reads.get();
  }
}
