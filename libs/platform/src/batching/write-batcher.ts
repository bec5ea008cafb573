/**
 * Batches concurrent writes, as DataLoader batches reads.
 * Only one call runs at a time, which keeps arrival order. Inputs that arrive meanwhile form the next call. `run`
 * receives inputs in arrival order and returns results in the same order. An `Error` among the results rejects only
 * its caller. If `run` throws, every caller of the batch is rejected.
 */
export class WriteBatcher<Input, Output> {
  private waiting: Array<{ input: Input; resolve: (output: Output) => void; reject: (error: unknown) => void }> = [];
  private running: Promise<void> | null = null;

  constructor(
    private readonly run: (inputs: Input[]) => Promise<Array<Output | Error>>,
    private readonly maxBatch = 500,
  ) {}

  add(input: Input): Promise<Output> {
    return new Promise<Output>((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      this.running ??= this.drain();
    });
  }

  /** Resolves when no call is running or waiting. Call it before the process exits. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    // Waits one microtask so that calls of the same turn form one batch.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.maxBatch);
      try {
        const outputs = await this.run(batch.map((entry) => entry.input));
        batch.forEach((entry, i) => {
          const output = outputs[i];
          if (output instanceof Error) entry.reject(output);
          else if (i >= outputs.length) entry.reject(new Error('The batch gave fewer answers than it was asked.'));
          else entry.resolve(output as Output);
        });
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    this.running = null;
  }
}
