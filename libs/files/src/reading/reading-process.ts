import { fork, type ChildProcess } from 'node:child_process';
import { readerProgram } from './reader-program.js';
import { FileReaderError, UnreadableFileError } from './unreadable-file.js';

type Message<Row> =
  | { rows: Row[] }
  | { end: true }
  | { refused: { problem: string; details: readonly string[] } }
  | { failed: string };

export interface ReadingLimits {
  /** Memory limit for one file. */
  memoryMb?: number;
  silentMs?: number;
}

/**
 * Reads each uploaded file in a separate process with a memory limit and without settings.
 * A worker thread isn't enough: V8 ends the whole program if one large allocation of a thread exceeds its limit. Rows
 * arrive in batches. `<name>.reader.ts` next to the caller must call `answerReads`.
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
   * @throws UnreadableFileError with the reader's problem, or `too-heavy` past the limits
   * @throws FileReaderError if the reader fails in any other way
   */
  async *read(task: Task): AsyncGenerator<Row> {
    const child = this.start();
    // Ignores errors of a process that is being killed, which would end the program.
    child.on('error', () => undefined);
    try {
      child.send({ task }, () => undefined);
      for (;;) {
        const message = await this.next(child);
        if ('end' in message) return;
        if ('refused' in message) throw new UnreadableFileError(message.refused.problem, message.refused.details);
        if ('failed' in message) throw new FileReaderError(message.failed);
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
      // `removeAllListeners` would also remove Node's own message listeners.
      const settle = (act: () => void) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('error', onError).off('exit', onExit);
        act();
      };
      const onMessage = (message: unknown) => settle(() => resolve(message as Message<Row>));
      const onError = ({ message }: Error) => settle(() => reject(new FileReaderError(message)));
      const onExit = (code: number | null, signal: string | null) =>
        settle(() => {
          // V8 aborts when its heap is full; the system kills the process when memory runs out.
          const isFull = signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134;
          const how = `The reader "${this.name}" ended with ${signal ?? code}.`;
          reject(isFull ? new UnreadableFileError('too-heavy') : new FileReaderError(how));
        });
      const timer = setTimeout(() => settle(() => reject(new UnreadableFileError('too-heavy'))), this.silentMs);
      child.on('message', onMessage).on('error', onError).on('exit', onExit);
      if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
    });
  }
}
