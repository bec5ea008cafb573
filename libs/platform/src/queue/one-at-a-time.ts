/**
 * Keeps a job from running beside itself in one process. Who asks while it runs is answered at once and makes it run
 * once more afterwards: no call is lost, and no long job holds more than one of the worker's places.
 */
export class OneAtATime {
  private readonly running = new Map<string, { again: boolean }>();

  /** Runs `work`, again for as long as somebody asked meanwhile; resolves at once when it is already running. */
  async run(name: string, work: () => Promise<void>): Promise<void> {
    const other = this.running.get(name);
    if (other) {
      other.again = true;
      return;
    }
    const mine = { again: false };
    this.running.set(name, mine);
    try {
      do {
        mine.again = false;
        await work();
      } while (mine.again);
    } finally {
      this.running.delete(name);
    }
  }
}
