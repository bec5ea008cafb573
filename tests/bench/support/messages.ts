import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export class BenchProcess {
  private readonly child: ChildProcess;
  private readonly received: Array<Record<string, unknown>> = [];
  private waiting: (() => void) | null = null;

  readonly exited: Promise<unknown>;

  /** @param settings the whole environment of one of our programs; omit to inherit this process's environment */
  constructor(file: string, settings?: Readonly<Record<string, string>>) {
    this.child = fork(fileURLToPath(new URL(file, import.meta.url)), {
      execArgv: file.endsWith('.ts') ? process.execArgv : [],
      stdio: 'inherit',
      ...(settings && { env: { PATH: process.env['PATH'], ...settings } }),
    });
    this.exited = once(this.child, 'exit');
    this.child.on('message', (message) => {
      this.received.push(message as Record<string, unknown>);
      this.waiting?.();
    });
  }

  send(message: Record<string, unknown>): void {
    this.child.send(message);
  }

  /** Waits for the next message that contains this key. */
  async waitFor(kind: string): Promise<Record<string, unknown>> {
    for (;;) {
      const place = this.received.findIndex((message) => kind in message);
      if (place >= 0) return this.received.splice(place, 1)[0]!;
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    }
  }

  end(): void {
    this.child.disconnect();
  }
}
