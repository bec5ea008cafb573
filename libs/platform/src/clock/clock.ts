import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { dayIn } from '../typed/days.js';

/** The current time. Tests replace `now` to move time. */
@Injectable()
export class Clock {
  constructor(private readonly config: Config) {}

  now(): Date {
    return new Date();
  }

  /** YYYY-MM-DD in the organization's time zone. */
  today(): string {
    return this.dayOf(this.now());
  }

  /** In the organization's time zone. */
  dayOf(at: Date): string {
    return dayIn(this.config.TIME_ZONE, at);
  }
}
