import { Clock } from '@upstander/platform';

/** The time of the demo: it stands where the story is, and only goes on. */
export class DemoClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return this.at;
  }

  /** @throws when the story would go back in time. */
  set(at: Date): void {
    if (at < this.at)
      throw new Error(`The demo does not go back from ${this.at.toISOString()} to ${at.toISOString()}.`);
    this.at = at;
  }
}
