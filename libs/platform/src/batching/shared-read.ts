/**
 * One read for all who ask at the same time, for a small thing that many ask for. Whoever asks while one is under way gets
 * the next, which begins when that one is over: so an answer is never older than its question, and nothing is kept.
 */
export class SharedRead<T> {
  private running: Promise<T> | null = null;
  private next: Promise<T> | null = null;

  constructor(private readonly read: () => Promise<T>) {}

  get isUnderWay(): boolean {
    return this.running !== null || this.next !== null;
  }

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

/** The same for whatever is asked: those who ask the very same question at the same time. All of them get one object. */
export class SharedReads<T> {
  private readonly reads = new Map<string, SharedRead<T>>();

  /** @param question all that the answer depends on, but for the moment: `read` looks at the clock when it begins. */
  async get(question: unknown, read: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    let shared = this.reads.get(key);
    if (!shared) this.reads.set(key, (shared = new SharedRead(read)));
    try {
      return await shared.get();
    } finally {
      if (!shared.isUnderWay && this.reads.get(key) === shared) this.reads.delete(key);
    }
  }
}
