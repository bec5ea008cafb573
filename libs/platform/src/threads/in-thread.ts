import { parentPort } from 'node:worker_threads';

/** Inside the file of an `OwnThread`: does what it is asked to, and answers. */
export function answerTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
    work(task).then(
      (result) => parentPort?.postMessage({ id, result }),
      (error: unknown) => parentPort?.postMessage({ id, error: error instanceof Error ? error.stack : String(error) }),
    );
  });
}
