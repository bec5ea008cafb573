/**
 * Runs tasks one at a time, with clients taking turns. A client with a thousand tasks delays others by one turn each.
 */
export class FairQueue {
  private readonly waiting = new Map<string, Array<() => void>>();
  private length = 0;
  private isBusy = false;

  constructor(private readonly maxWaiting: number) {}

  /** @throws the error from `createFullError` if too many tasks are waiting */
  async waitForTurn<T>(client: string, work: () => Promise<T>, createFullError: () => Error): Promise<T> {
    if (this.length >= this.maxWaiting) throw createFullError();
    await new Promise<void>((resolve) => {
      this.length += 1;
      const clientTasks = this.waiting.get(client);
      if (clientTasks) clientTasks.push(resolve);
      else this.waiting.set(client, [resolve]);
      this.next();
    });
    try {
      return await work();
    } finally {
      this.isBusy = false;
      this.next();
    }
  }

  private next(): void {
    const [first] = this.waiting;
    if (this.isBusy || !first) return;
    const [client, [start, ...later]] = first;
    // A map keeps insertion order, so a client goes to the end after its turn.
    this.waiting.delete(client);
    if (later.length > 0) this.waiting.set(client, later);
    this.length -= 1;
    this.isBusy = true;
    start?.();
  }
}
