import { setTimeout as wait } from 'node:timers/promises';
import type { MailOutcome } from './mail-claims.js';

/** How many results are marked in one statement, and how long the first of them waits: what a kill can repeat. */
const groupSize = 20;
const longestWait = 50;
const tries = 30;

/**
 * Gathers what became of mails and writes it in groups, one write at a time, while sending goes on. What was sent must
 * not be forgotten because the database restarts: writing is tried until it takes, or for about half a minute.
 */
export class MailMarks {
  private gathered: MailOutcome[] = [];
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (group: readonly MailOutcome[]) => Promise<void>) {}

  add(outcome: MailOutcome): void {
    this.gathered.push(outcome);
    if (this.gathered.length >= groupSize) this.begin();
    else this.timer ??= setTimeout(() => this.begin(), longestWait);
  }

  /** Resolves when everything is written. @throws what the last try of a group threw */
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
    const before = this.writing;
    this.writing = Promise.allSettled([before, this.persist(before, group)]).then(([earlier, this_]) => {
      for (const result of [earlier, this_]) if (result.status === 'rejected') throw result.reason;
    });
    // A failure is told by flush(); until then nobody listens.
    this.writing.catch(() => undefined);
  }

  private async persist(before: Promise<void>, group: readonly MailOutcome[]): Promise<void> {
    await before.catch(() => undefined);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.write(group);
      } catch (error) {
        if (attempt === tries) throw error;
        await wait(Math.min(100 * attempt, 1_000));
      }
    }
  }
}
