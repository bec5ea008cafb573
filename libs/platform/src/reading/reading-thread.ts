import { Worker, type WorkerOptions } from 'node:worker_threads';
import { ReaderFailed, UnreadableFile } from './unreadable-file.js';

/** Messages of a thread about one file. */
type Message<Row> =
  { rows: Row[] } | { end: true } | { refused: { problem: string; details: readonly string[] } } | { failed: string };

export interface ReadingLimits {
  /** Memory for the objects of one file. Past it the thread ends, and the program does not. */
  memoryMb?: number;
  /** A thread that delivers nothing for this long is ended. */
  silentMs?: number;
}

/** From sources a thread needs what the program was started with; Jest starts it with something else. */
const fromSources: WorkerOptions = {
  execArgv: ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'],
};

/**
 * Reads files of strangers, one thread with its own memory limit for each file. Rows come in portions, and the thread waits until a
 * portion was taken. `<name>.thread.ts` beside the caller answers with `answerReads`.
 */
export class ReadingThread<Task, Row> {
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
   * @throws UnreadableFile with the reader's own problem, or `too-heavy` when the thread ran out of memory or time.
   * @throws ReaderFailed if the reader breaks in any other way.
   */
  async *read(task: Task): AsyncGenerator<Row> {
    const worker = this.start(task);
    // An error of a thread that is being ended, or between two portions, must not end the program.
    worker.on('error', () => undefined);
    try {
      for (;;) {
        const message = await this.next(worker);
        if ('end' in message) return;
        if ('refused' in message) throw new UnreadableFile(message.refused.problem, message.refused.details);
        if ('failed' in message) throw new ReaderFailed(message.failed);
        yield* message.rows;
        worker.postMessage('more');
      }
    } finally {
      await worker.terminate();
    }
  }

  private start(task: Task): Worker {
    const isSource = this.from.endsWith('.ts');
    const file = new URL(`./${this.name}.thread.${isSource ? 'ts' : 'js'}`, this.from);
    const resourceLimits = { maxOldGenerationSizeMb: this.memoryMb, maxYoungGenerationSizeMb: 32 };
    return new Worker(file, { workerData: task, resourceLimits, ...(isSource && fromSources) });
  }

  private next(worker: Worker): Promise<Message<Row>> {
    return new Promise((resolve, reject) => {
      // Removed one by one: `removeAllListeners` would take away those by which Node delivers messages.
      const settle = (act: () => void) => {
        clearTimeout(timer);
        worker.off('message', heard).off('error', broke).off('exit', ended);
        act();
      };
      const heard = (message: Message<Row>) => settle(() => resolve(message));
      const broke = ({ code, message }: NodeJS.ErrnoException) =>
        settle(() => {
          const isFull = code === 'ERR_WORKER_OUT_OF_MEMORY';
          reject(isFull ? new UnreadableFile('too-heavy') : new ReaderFailed(message));
        });
      const ended = (code: number) =>
        settle(() => reject(new ReaderFailed(`The thread "${this.name}" ended with ${code}.`)));
      const timer = setTimeout(() => settle(() => reject(new UnreadableFile('too-heavy'))), this.silentMs);
      worker.on('message', heard).on('error', broke).on('exit', ended);
    });
  }
}
