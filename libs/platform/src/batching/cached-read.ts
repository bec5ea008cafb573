import { SharedRead } from './shared-read.js';

/** Concurrent callers share one read. A failed read rejects its callers and is not cached. */
export class CachedRead<T> {
  private readonly reads: SharedRead<T>;
  private cached: { answer: T; until: number } | null = null;

  /** @param milliseconds maximum age of the cached value */
  constructor(
    private readonly read: () => Promise<T>,
    private readonly milliseconds: number,
  ) {
    this.reads = new SharedRead(async () => {
      const answer = await this.read();
      this.cached = { answer, until: performance.now() + this.milliseconds };
      return answer;
    });
  }

  get(): Promise<T> {
    const { cached } = this;
    return cached && performance.now() < cached.until ? Promise.resolve(cached.answer) : this.reads.get();
  }
}
