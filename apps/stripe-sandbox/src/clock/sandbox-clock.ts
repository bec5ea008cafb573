/** The time of the local Stripe: whoever starts it says where time comes from, and may hold it at a time. */
export class SandboxClock {
  private held: number | null = null;
  private ahead = 0;

  constructor(private readonly source: () => Date) {}

  /** Unix seconds, as everywhere in Stripe. */
  now(): number {
    return this.held ?? Math.floor(this.source().valueOf() / 1000) + this.ahead;
  }

  /** Runs ahead of its source by these seconds more. */
  advance(seconds: number): void {
    this.ahead += seconds;
  }

  /** Does something as if it were another time: what was due at noon happened at noon, whenever we looked. */
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
