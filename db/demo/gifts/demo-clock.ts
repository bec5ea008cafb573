import { Clock, type Config } from '@upstander/platform';

/** Set by the story; never goes backward. */
export class DemoClock extends Clock {
  constructor(
    config: Pick<Config, 'TIME_ZONE'>,
    private at: Date,
  ) {
    super(config as Config);
  }

  override now(): Date {
    return this.at;
  }

  /** @throws if the time is earlier than the current one. */
  set(at: Date): void {
    if (at < this.at)
      throw new Error(`The demo clock cannot go back from ${this.at.toISOString()} to ${at.toISOString()}.`);
    this.at = at;
  }
}
