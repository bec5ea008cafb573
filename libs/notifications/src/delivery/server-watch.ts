const maxBroken = 3;

/**
 * Distinguishes an unavailable mail server from an email that breaks its connection.
 * The server counts as unavailable after several broken connections without a response in between.
 */
export class ServerWatch {
  private broken = 0;
  private gone = false;
  private hasResponded = false;
  private lastCode = '';
  private letIn = false;

  get isAway(): boolean {
    return this.gone;
  }

  get hasAnswered(): boolean {
    return this.hasResponded;
  }

  get reason(): string {
    return this.lastCode;
  }

  /** Records a response, including a rejection. */
  recordAnswer(): void {
    this.broken = 0;
    this.hasResponded = true;
  }

  unreached({ code, atTheDoor }: { code: string; atTheDoor: boolean }): void {
    this.lastCode = code;
    if (!atTheDoor) this.letIn = true;
    this.broken += 1;
    if (this.broken >= maxBroken) this.gone = true;
  }

  /**
   * Ends the batch.
   * If no connection ever got past the greeting, one broken connection is enough to count as unavailable.
   */
  endConnection(): void {
    if (this.broken > 0 && !this.hasResponded && !this.letIn) this.gone = true;
  }

  /** Records that the server rejects our connections, for example because of wrong credentials. */
  recordRejection(code: string): void {
    this.lastCode = code;
    this.gone = true;
  }
}
