import { setTimeout as wait } from 'node:timers/promises';
import type { MailOutcome } from './mail-claims.js';

/** How many results are marked in one statement, and how long the first of them waits: what a kill can repeat. */
const groupSize = 20;
const longestWait = 10;
/** With so many results unwritten nothing more is sent: a database that is away must not cost more than that. */
const most = 2 * groupSize;
const tries = 30;

/**
 * Gathers what became of mails and writes it in groups, one write at a time, while sending goes on. What was sent must
 * not be forgotten because the database restarts: writing is tried until it takes, or for about half a minute.
 */
export class MailMarks {
  private gathered: MailOutcome[] = [];
  private unwritten = 0;
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (group: readonly MailOutcome[]) => Promise<void>) {}

  add(outcome: MailOutcome): void {
    this.gathered.push(outcome);
    this.unwritten += 1;
    if (this.gathered.length >= groupSize) this.begin();
    else this.timer ??= setTimeout(() => this.begin(), longestWait);
  }

  /** Resolves once so much is written that more may be sent. @throws when what was sent cannot be written */
  async room(): Promise<void> {
    while (this.unwritten >= most) {
      this.begin();
      await this.writing;
    }
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
    this.writing = this.after(this.writing, group);
    // A failure is told by room() and flush(); until then nobody listens.
    this.writing.catch(() => undefined);
  }

  /** Writes the group when the one before is through, whether that went well or not, and fails if either did. */
  private async after(before: Promise<void>, group: readonly MailOutcome[]): Promise<void> {
    const earlier = await before.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    await this.persist(group);
    if (earlier) throw earlier.error;
  }

  private async persist(group: readonly MailOutcome[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.write(group);
        this.unwritten -= group.length;
        return;
      } catch (error) {
        if (attempt === tries) throw error;
        await wait(Math.min(100 * attempt, 1_000));
      }
    }
  }
}
