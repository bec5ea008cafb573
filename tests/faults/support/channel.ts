import type pg from 'pg';

/** Below the time limits of the worker. */
const holdMs = 5_000;

/** The receiving end of a channel. It answers a number of notifications, and then holds the answers until a kill. */
export class Channel {
  /** IDs that were received but not recorded as sent at a kill. Only these may be repeated. */
  readonly mayRepeat = new Set<string>();
  private readonly idsByRecipient = new Map<string, Set<string>>();
  private readonly counts = new Map<string, number>();
  private held: Array<() => void> = [];
  private left = 0;

  /** @param unmarkedQuery finds the IDs of notifications that aren't recorded as sent */
  constructor(private readonly unmarkedQuery: string) {}

  get isHolding(): boolean {
    return this.held.length > 0;
  }

  get recipients(): number {
    return this.idsByRecipient.size;
  }

  get ids(): number {
    return [...this.idsByRecipient.values()].reduce((sum, { size }) => sum + size, 0);
  }

  get repeated(): string[] {
    return [...this.counts].filter(([, count]) => count > 1).map(([id]) => id);
  }

  repeatedUnexpectedly(): string[] {
    return this.repeated.filter((id) => !this.mayRepeat.has(id));
  }

  /** Resolves when it may be answered. */
  async receive(recipient: string, id: string): Promise<void> {
    this.idsByRecipient.set(recipient, (this.idsByRecipient.get(recipient) ?? new Set()).add(id));
    this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    this.left -= 1;
    if (this.left >= 0) return;
    await new Promise<void>((resolve) => {
      this.held.push(resolve);
      setTimeout(resolve, holdMs).unref();
    });
  }

  /** Releases held answers and answers this many more. */
  letThrough(count: number): void {
    for (const resolve of this.held.splice(0)) resolve();
    this.left = count;
  }

  async unmarked(pool: pg.Pool): Promise<string[]> {
    const { rows } = await pool.query<{ id: string }>(this.unmarkedQuery);
    return rows.map(({ id }) => id);
  }

  async noteInFlight(pool: pg.Pool): Promise<void> {
    for (const id of await this.unmarked(pool)) if (this.counts.has(id)) this.mayRepeat.add(id);
  }
}
