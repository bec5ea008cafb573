import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableFile } from './unreadable-file.js';

const mostRows = 500;

/** Inside the file of a `ReadingThread`: delivers the rows of its task in portions. */
export async function answerReads<Task, Row>(read: (task: Task) => AsyncIterable<Row>): Promise<void> {
  const port = parentPort!;
  const send = async (rows: Row[]) => {
    port.postMessage({ rows });
    await new Promise((resolve) => port.once('message', resolve));
  };
  try {
    let rows: Row[] = [];
    for await (const row of read(workerData as Task)) {
      rows.push(row);
      if (rows.length < mostRows) continue;
      await send(rows);
      rows = [];
    }
    if (rows.length > 0) await send(rows);
    port.postMessage({ end: true });
  } catch (error) {
    const refused = error instanceof UnreadableFile && { problem: error.problem, details: error.details };
    port.postMessage(refused ? { refused } : { failed: error instanceof Error ? error.stack : String(error) });
  }
}
