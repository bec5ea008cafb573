import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program of the bench in a process of its own, spoken with by messages. */
export class Talker {
  private readonly child: ChildProcess;
  private readonly heard: Array<Record<string, unknown>> = [];
  private waiting: (() => void) | null = null;

  constructor(file: string) {
    this.child = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: [], stdio: 'inherit' });
    this.child.on('message', (message) => {
      this.heard.push(message as Record<string, unknown>);
      this.waiting?.();
    });
  }

  say(message: Record<string, unknown>): void {
    this.child.send(message);
  }

  /** The next message that carries this word. */
  async hear(word: string): Promise<Record<string, unknown>> {
    for (;;) {
      const place = this.heard.findIndex((message) => word in message);
      if (place >= 0) return this.heard.splice(place, 1)[0]!;
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    }
  }

  end(): void {
    this.child.disconnect();
  }
}
