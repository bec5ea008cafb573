/** Something that happens by itself at its time: a session expires, a refund arrives, a webhook is tried again. */
export interface Task {
  id: string;
  /** Unix seconds. */
  at: number;
  name: string;
  /** The object it is about. */
  subject: string;
  /** Objects on a test clock live by its time, and nothing of theirs happens before it is moved. */
  testClock: string | null;
}

/** What is going to happen, soonest first. */
export class Agenda {
  private readonly tasks = new Map<string, Task>();
  /** The earliest time of a task on nobody's test clock: looking at it is all an ordinary request costs. */
  private soonest = Infinity;

  add(task: Task): void {
    this.tasks.set(task.id, task);
    if (!task.testClock) this.soonest = Math.min(this.soonest, task.at);
  }

  remove(id: string): void {
    this.tasks.delete(id);
  }

  /** Takes out the next task that is due at `until`, or undefined. Equal times keep the order they were added in. */
  takeDue(until: number, testClock: string | null): Task | undefined {
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
