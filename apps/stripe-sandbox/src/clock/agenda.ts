/** A scheduled task, for example a session expiry, a refund or a webhook retry. */
export interface Task {
  id: string;
  /** Unix seconds. */
  at: number;
  name: string;
  subject: string;
  /** Its tasks run only when the test clock is advanced. */
  testClock: string | null;
}

export class Agenda {
  private readonly tasks = new Map<string, Task>();
  /** Earliest time without a test clock. Lets ordinary requests skip the search. */
  private soonest = Infinity;

  add(task: Task): void {
    this.tasks.set(task.id, task);
    if (!task.testClock) this.soonest = Math.min(this.soonest, task.at);
  }

  remove(id: string): void {
    this.tasks.delete(id);
  }

  /** Removes and returns the earliest task due at `until`. Ties keep insertion order. */
  takeDueTask(until: number, testClock: string | null): Task | undefined {
    if (!testClock && this.soonest > until) return undefined;
    let first: Task | undefined;
    let soonest = Infinity;
    for (const task of this.tasks.values()) {
      if (task.testClock !== testClock) continue;
      if (!first || task.at < first.at) {
        if (first) soonest = Math.min(soonest, first.at);
        first = task;
      } else soonest = Math.min(soonest, task.at);
    }
    if (!testClock) this.soonest = Math.min(soonest, first?.at ?? Infinity);
    if (!first || first.at > until) return undefined;
    this.tasks.delete(first.id);
    if (!testClock) this.soonest = soonest;
    return first;
  }

  list(): Task[] {
    return [...this.tasks.values()].sort((one, other) => one.at - other.at);
  }
}
