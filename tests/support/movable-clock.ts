import type { Clock } from '@upstander/platform';

/** The app's clock: real until set, then fixed until moved. */
export class MovableClock {
  private fixedNow: Date | null = null;

  constructor(clock: Clock) {
    clock.now = () => this.now();
  }

  now(): Date {
    return new Date(this.fixedNow ?? Date.now());
  }

  set(at: Date | string): void {
    this.fixedNow = new Date(at);
  }

  advance(milliseconds: number): void {
    this.fixedNow = new Date(this.now().valueOf() + milliseconds);
  }

  release(): void {
    this.fixedNow = null;
  }
}

export const seconds = (n: number): number => n * 1_000;
export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;
