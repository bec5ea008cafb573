/** A call during a run of the same job returns immediately and causes one more run. */
export class SerialRunner {
  private readonly running = new Map<string, { again: boolean }>();

  async run(name: string, work: () => Promise<void>): Promise<void> {
    const other = this.running.get(name);
    if (other) {
      other.again = true;
      return;
    }
    const entry = { again: false };
    this.running.set(name, entry);
    try {
      do {
        entry.again = false;
        await work();
      } while (entry.again);
    } finally {
      this.running.delete(name);
    }
  }
}
