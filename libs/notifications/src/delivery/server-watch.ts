const enough = 3;

/**
 * Tells a server that is away from a mail that breaks its connection: after a few broken connections with no answer in
 * between, the others would only wait for the same.
 */
export class ServerWatch {
  private broken = 0;
  private gone = false;

  get away(): boolean {
    return this.gone;
  }

  /** It said something, be it no. */
  answered(): void {
    this.broken = 0;
  }

  unreached(): void {
    this.broken += 1;
    if (this.broken >= enough) this.gone = true;
  }

  /** It is there and lets nobody in. */
  refusedUs(): void {
    this.gone = true;
  }
}
