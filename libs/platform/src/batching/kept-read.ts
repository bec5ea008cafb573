import { SharedRead } from './shared-read.js';

/**
 * An answer that may be some time old, such as a sum over everything: it is read again when it is older than that, once for
 * all who ask meanwhile. A read that fails is told to whoever asked, and tried again by the next.
 */
export class KeptRead<T> {
  private readonly reads: SharedRead<T>;
  private kept: { answer: T; until: number } | null = null;

  /** @param milliseconds how old an answer may be */
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
