import { parentPort } from 'node:worker_threads';

/** Handles the tasks of an `WorkerThread`. Call it in the file of the thread. */
export function answerTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
    work(task).then(
      (result) => parentPort?.postMessage({ id, result }),
      (error: unknown) => parentPort?.postMessage({ id, error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}
