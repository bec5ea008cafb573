import { UnreadableFileError } from './unreadable-file.js';

const maxRows = 500;

/** Delivers the rows of a task in batches. Call it in the file of a `ReadingProcess`. */
export async function answerReads<Task, Row>(read: (task: Task) => AsyncIterable<Row>): Promise<void> {
  process.once('disconnect', () => process.exit());
  const receiveMessage = () => new Promise<unknown>((resolve) => process.once('message', resolve));
  const send = (message: object) => new Promise((resolve) => process.send!(message, undefined, {}, resolve));
  const { task } = (await receiveMessage()) as { task: Task };
  try {
    let rows: Row[] = [];
    for await (const row of read(task)) {
      rows.push(row);
      if (rows.length < maxRows) continue;
      await Promise.all([receiveMessage(), send({ rows })]);
      rows = [];
    }
    if (rows.length > 0) await Promise.all([receiveMessage(), send({ rows })]);
    await send({ end: true });
  } catch (error) {
    const refused = error instanceof UnreadableFileError && { problem: error.problem, details: error.details };
    await send(
      refused ? { refused } : { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    );
  }
}
