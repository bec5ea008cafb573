/**
 * For writes what DataLoader is for reads, and for a read that many begin with: while one call is under way, what arrives
 * is gathered and goes together in the next. With one call in flight the order of arrival is kept, and a lone request waits for nobody.
 *
 * `run` receives the inputs in order of arrival and answers in the same order; an `Error` among the answers rejects
 * that one caller only. When `run` itself throws, every caller of that batch is told.
 */
export class WriteBatcher<Input, Output> {
  private waiting: Array<{ input: Input; resolve: (output: Output) => void; reject: (error: unknown) => void }> = [];
  private running: Promise<void> | null = null;

  constructor(
    private readonly run: (inputs: Input[]) => Promise<Array<Output | Error>>,
    private readonly most = 500,
  ) {}

  add(input: Input): Promise<Output> {
    return new Promise<Output>((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      this.running ??= this.drain();
    });
  }

  /** Resolves when nothing is under way or waiting: call it before the process ends. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    // Callers of the same turn belong together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.most);
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
