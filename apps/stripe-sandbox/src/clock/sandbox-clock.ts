export class SandboxClock {
  private held: number | null = null;
  private ahead = 0;

  constructor(private readonly source: () => Date) {}

  /** Unix seconds, as in Stripe's API. */
  now(): number {
    return this.held ?? Math.floor(this.source().valueOf() / 1000) + this.ahead;
  }

  advance(seconds: number): void {
    this.ahead += seconds;
  }

  /** Runs work as of another time. A task due at noon is dated noon even if it runs later. */
  at<T>(time: number, work: () => T): T {
    const before = this.held;
    this.held = time;
    try {
      return work();
    } finally {
      this.held = before;
    }
  }
}
