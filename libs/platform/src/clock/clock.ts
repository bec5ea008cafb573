import { Injectable } from '@nestjs/common';

/** Returns the current time. Tests replace it to move time. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
