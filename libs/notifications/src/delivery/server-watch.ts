const enough = 3;

/**
 * Tells a server that is away from a mail that breaks its connection: after a few broken connections with no answer in
 * between, the others would only wait for the same.
 */
export class ServerWatch {
  private broken = 0;
  private gone = false;
  private spoke = false;
  private lastCode = '';
  private letIn = false;

  get away(): boolean {
    return this.gone;
  }

  /** Whether it said anything to this batch. */
  get heard(): boolean {
    return this.spoke;
  }

  /** With which code it was last not reached. */
  get why(): string {
    return this.lastCode;
  }

  /** It said something, be it no. */
  answered(): void {
    this.broken = 0;
    this.spoke = true;
  }

  unreached({ code, atTheDoor }: { code: string; atTheDoor: boolean }): void {
    this.lastCode = code;
    if (!atTheDoor) this.letIn = true;
    this.broken += 1;
    if (this.broken >= enough) this.gone = true;
  }

  /** No more is tried: where it let nobody in at all, a single mail says as much as many. */
  over(): void {
    if (this.broken > 0 && !this.spoke && !this.letIn) this.gone = true;
  }

  /** It is there and lets nobody in. */
  refusedUs(code: string): void {
    this.lastCode = code;
    this.gone = true;
  }
}
