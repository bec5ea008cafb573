/**
 * Work that is done one at a time, by turns of those who wait: whoever asks a thousand times waits a thousand times, and
 * whoever asks once is next after one turn of each of the others.
 */
export class Turns {
  private readonly waiting = new Map<string, Array<() => void>>();
  private length = 0;
  private isBusy = false;

  constructor(private readonly most: number) {}

  /** @throws what `full` makes when there are too many already. */
  async waitForTurn<T>(who: string, work: () => Promise<T>, full: () => Error): Promise<T> {
    if (this.length >= this.most) throw full();
    await new Promise<void>((go) => {
      this.length += 1;
      const own = this.waiting.get(who);
      if (own) own.push(go);
      else this.waiting.set(who, [go]);
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
    // A map keeps the order of entry: whoever had a turn goes to the end.
    this.waiting.delete(who);
    if (later.length > 0) this.waiting.set(who, later);
    this.length -= 1;
    this.isBusy = true;
    go?.();
  }
}
