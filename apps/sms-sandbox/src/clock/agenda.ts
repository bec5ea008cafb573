interface Task {
  /** Milliseconds since 1970. */
  at: number;
  run: () => void;
}

/** A clock that tests can move, and the tasks that are due on it. */
export class Agenda {
  private readonly tasks: Task[] = [];
  private ahead = 0;

  constructor(private readonly source: () => Date) {}

  now(): number {
    return this.source().valueOf() + this.ahead;
  }

  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }

  schedule(delay: number, run: () => void): void {
    this.tasks.push({ at: this.now() + delay, run });
  }

  /** Runs due tasks by time. Ties run in the order in which they were scheduled. */
  runDue(): void {
    for (;;) {
      const now = this.now();
      const first = this.tasks.reduce<Task | null>((one, two) => (one && one.at <= two.at ? one : two), null);
      if (!first || first.at > now) return;
      this.tasks.splice(this.tasks.indexOf(first), 1);
      first.run();
    }
  }
}
