const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** mulberry32; seeded for reproducible runs. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  nextBelow(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  randomText(length: number): string {
    let text = '';
    while (text.length < length) text += LETTERS[this.nextBelow(LETTERS.length)];
    return text;
  }

  sample<T>(things: readonly T[], count: number): T[] {
    const mixed = [...things];
    for (let at = 0; at < Math.min(count, mixed.length); at += 1) {
      const other = at + this.nextBelow(mixed.length - at);
      [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
    }
    return mixed.slice(0, count);
  }
}
