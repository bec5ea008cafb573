import { Worker, type WorkerOptions } from 'node:worker_threads';

interface PendingTask<Result> {
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

interface Answer<Result> {
  id: number;
  result?: Result;
  error?: string;
}

/** Node.js options for running from sources; Jest itself runs with others. */
const fromSources: WorkerOptions = {
  execArgv: ['--conditions=@upstander/source', '--import', '@swc-node/register/esm-register'],
};

/** Input that decompresses to more than this ends the thread, not the program. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/**
 * Runs CPU-intensive tasks in a separate thread, one at a time.
 * The thread starts with the first task, restarts after a crash, and doesn't keep the process alive. Its file is
 * `<name>.thread.ts` next to the caller, which the build copies next to the program (tools/build-node-app.mjs).
 */
export class WorkerThread<Task, Result> {
  private readonly waiting = new Map<number, PendingTask<Result>>();
  private worker: Worker | null = null;
  private last = 0;

  /** @param from the caller's `import.meta.url` */
  constructor(
    private readonly name: string,
    private readonly from: string,
  ) {}

  /** @throws the error of the task, or of the thread if it crashed */
  run(task: Task): Promise<Result> {
    this.worker ??= this.start();
    const id = (this.last += 1);
    return new Promise<Result>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker?.ref();
      this.worker?.postMessage({ id, task });
    });
  }

  private start(): Worker {
    const isSource = this.from.endsWith('.ts');
    const file = new URL(`./${this.name}.thread.${isSource ? 'ts' : 'js'}`, this.from);
    const worker = new Worker(file, { resourceLimits, ...(isSource && fromSources) });
    worker.on('message', ({ id, result, error }: Answer<Result>) => {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (this.waiting.size === 0) worker.unref();
      if (error === undefined) asked?.resolve(result as Result);
      else asked?.reject(new Error(error));
    });
    const handleBreak = (error: Error) => {
      if (this.worker !== worker) return;
      this.worker = null;
      const lost = [...this.waiting.values()];
      this.waiting.clear();
      for (const { reject } of lost) reject(error);
    };
    worker.on('error', handleBreak);
    worker.on('exit', (code) => handleBreak(new Error(`The thread "${this.name}" ended with ${code}.`)));
    return worker;
  }
}
