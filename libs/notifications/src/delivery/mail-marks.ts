import { setTimeout as wait } from 'node:timers/promises';
import type { MailOutcome } from './mail-claims.js';

/** Results per statement, and the maximum delay of the first one in ms. A crash can repeat this many emails. */
const groupSize = 20;
const maxDelayMs = 10;
/** Sending pauses at this many unwritten results, so few emails repeat if the database stays unavailable. */
const maxUnwritten = 2 * groupSize;
const maxTries = 30;

/**
 * Writes results in groups, one at a time, while sending continues.
 * Retries for about half a minute, so a database restart doesn't cause duplicate emails.
 */
export class MailMarks<Outcome = MailOutcome> {
  private gathered: Outcome[] = [];
  private unwritten = 0;
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (group: readonly Outcome[]) => Promise<void>) {}

  add(outcome: Outcome): void {
    this.gathered.push(outcome);
    this.unwritten += 1;
    if (this.gathered.length >= groupSize) this.begin();
    else this.timer ??= setTimeout(() => this.begin(), maxDelayMs);
  }

  /** Resolves once enough results are written to send more. @throws if results can't be written */
  async waitForRoom(): Promise<void> {
    while (this.unwritten >= maxUnwritten) {
      this.begin();
      await this.writing;
    }
  }

  /** Resolves once all results are written. @throws the last error of a group */
  async flush(): Promise<void> {
    this.begin();
    await this.writing;
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.gathered.length === 0) return;
    const group = this.gathered;
    this.gathered = [];
    this.writing = this.writeAfter(this.writing, group);
    // Avoids an unhandled rejection; room() and flush() report the failure.
    this.writing.catch(() => undefined);
  }

  /** Writes a group after the previous one. Rejects if either fails. */
  private async writeAfter(before: Promise<void>, group: readonly Outcome[]): Promise<void> {
    const earlier = await before.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    await this.persist(group);
    if (earlier) throw earlier.error;
  }

  private async persist(group: readonly Outcome[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.write(group);
        this.unwritten -= group.length;
        return;
      } catch (error) {
        if (attempt === maxTries) throw error;
        await wait(Math.min(100 * attempt, 1_000));
      }
    }
  }
}
