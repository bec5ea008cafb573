import { fork, type ChildProcess } from 'node:child_process';
import { readerProgram } from './reader-program.js';
import { ReaderFailed, UnreadableFile } from './unreadable-file.js';

/** Messages of a reader about one file. */
type Message<Row> =
  { rows: Row[] } | { end: true } | { refused: { problem: string; details: readonly string[] } } | { failed: string };

export interface ReadingLimits {
  /** Memory for the objects of one file. Past it the reader ends, and the program does not. */
  memoryMb?: number;
  /** A reader that delivers nothing for this long is ended. */
  silentMs?: number;
}

/**
 * Reads uploaded files, each in a process of its own with a memory limit and without any settings. A worker thread is not
 * enough: V8 ends the whole program when one large allocation of a thread passes its limit. Rows come in portions, and the
 * reader waits until a portion was taken. `<name>.reader.ts` beside the caller answers with `answerReads`.
 */
export class ReadingProcess<Task, Row> {
  private readonly memoryMb: number;
  private readonly silentMs: number;

  /** @param from the caller's `import.meta.url` */
  constructor(
    private readonly name: string,
    private readonly from: string,
    { memoryMb = 192, silentMs = 90_000 }: ReadingLimits = {},
  ) {
    this.memoryMb = memoryMb;
    this.silentMs = silentMs;
  }

  /**
   * @throws UnreadableFile with the reader's own problem, or `too-heavy` if the reader ran out of memory or time.
   * @throws ReaderFailed if the reader breaks in any other way.
   */
  async *read(task: Task): AsyncGenerator<Row> {
    const child = this.start();
    // An error of a process that is being ended, or between two portions, must not end the program.
    child.on('error', () => undefined);
    try {
      child.send({ task }, () => undefined);
      for (;;) {
        const message = await this.next(child);
        if ('end' in message) return;
        if ('refused' in message) throw new UnreadableFile(message.refused.problem, message.refused.details);
        if ('failed' in message) throw new ReaderFailed(message.failed);
        yield* message.rows;
        child.send('more', () => undefined);
      }
    } finally {
      child.kill('SIGKILL');
    }
  }

  private start(): ChildProcess {
    const { file, execArgv } = readerProgram(this.name, this.from);
    return fork(file, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.memoryMb}`, ...execArgv],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }

  private next(child: ChildProcess): Promise<Message<Row>> {
    return new Promise((resolve, reject) => {
      // Removed one by one: `removeAllListeners` would take away those by which Node delivers messages.
      const settle = (act: () => void) => {
        clearTimeout(timer);
        child.off('message', heard).off('error', broke).off('exit', ended);
        act();
      };
      const heard = (message: unknown) => settle(() => resolve(message as Message<Row>));
      const broke = ({ message }: Error) => settle(() => reject(new ReaderFailed(message)));
      const ended = (code: number | null, signal: string | null) =>
        settle(() => {
          // V8 aborts when memory runs out; the system kills.
          const isFull = signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134;
          const how = `The reader "${this.name}" ended with ${signal ?? code}.`;
          reject(isFull ? new UnreadableFile('too-heavy') : new ReaderFailed(how));
        });
      const timer = setTimeout(() => settle(() => reject(new UnreadableFile('too-heavy'))), this.silentMs);
      child.on('message', heard).on('error', broke).on('exit', ended);
      if (child.exitCode !== null || child.signalCode !== null) ended(child.exitCode, child.signalCode);
    });
  }
}
