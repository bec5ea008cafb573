/**
 * One read for all who ask at the same time, for a small thing that many ask for. Whoever asks while one is under way gets
 * the next, which begins when that one is over: so an answer is never older than its question, and nothing is kept.
 */
export class SharedRead<T> {
  private running: Promise<T> | null = null;
  private next: Promise<T> | null = null;

  constructor(private readonly read: () => Promise<T>) {}

  get(): Promise<T> {
    if (!this.running) return this.begin();
    const over = this.running.catch(() => undefined);
    return (this.next ??= over.then(() => this.begin()));
  }

  private begin(): Promise<T> {
    this.next = null;
    const read = this.read();
    const over = () => {
      if (this.running === read) this.running = null;
    };
    this.running = read;
    read.then(over, over);
    return read;
  }
}
