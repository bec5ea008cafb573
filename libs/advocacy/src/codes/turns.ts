/**
 * Runs tasks one at a time, with clients taking turns. A client with a thousand tasks delays others by one turn each.
 */
export class Turns {
  private readonly waiting = new Map<string, Array<() => void>>();
  private length = 0;
  private isBusy = false;

  constructor(private readonly most: number) {}

  /** @throws the error from `full` if too many tasks are waiting */
  async waitForTurn<T>(who: string, work: () => Promise<T>, full: () => Error): Promise<T> {
    if (this.length >= this.most) throw full();
    await new Promise<void>((resolve) => {
      this.length += 1;
      const own = this.waiting.get(who);
      if (own) own.push(resolve);
      else this.waiting.set(who, [resolve]);
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
    const [who, [go, ...later]] = first;
    // A map keeps insertion order, so a client goes to the end after its turn.
    this.waiting.delete(who);
    if (later.length > 0) this.waiting.set(who, later);
    this.length -= 1;
    this.isBusy = true;
    go?.();
  }
}
