/** A caller that arrives during a read gets the next one, so a result is never older than the call. */
export class SharedRead<T> {
  private running: Promise<T> | null = null;
  private next: Promise<T> | null = null;

  constructor(private readonly read: () => Promise<T>) {}

  get isRunning(): boolean {
    return this.running !== null || this.next !== null;
  }

  get(): Promise<T> {
    if (!this.running) return this.begin();
    const previous = this.running.catch(() => undefined);
    return (this.next ??= previous.then(() => this.begin()));
  }

  private begin(): Promise<T> {
    this.next = null;
    const reading = this.read();
    const finish = () => {
      if (this.running === reading) this.running = null;
    };
    this.running = reading;
    reading.then(finish, finish);
    return reading;
  }
}

/** All callers with the same key receive the same object. */
export class SharedReads<T> {
  private readonly reads = new Map<string, SharedRead<T>>();

  /** @param question JSON-serializable key: everything the result depends on except the current time */
  async get(question: unknown, readFresh: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    let shared = this.reads.get(key);
    if (!shared) this.reads.set(key, (shared = new SharedRead(readFresh)));
    try {
      return await shared.get();
    } finally {
      if (!shared.isRunning && this.reads.get(key) === shared) this.reads.delete(key);
    }
  }
}
