import { parentPort } from 'node:worker_threads';
import { statementPdf } from '../giving/statement.js';
import { receiptPdf } from '../receipts/receipt-paper.js';
import type { DocumentTask } from './documents.js';

function drawn(task: DocumentTask): Promise<Buffer> {
  return task.kind === 'receipt' ? receiptPdf(...task.facts) : statementPdf(...task.facts);
}

parentPort?.on('message', ({ id, task }: { id: number; task: DocumentTask }) => {
  drawn(task).then(
    (bytes) => parentPort?.postMessage({ id, result: bytes }),
    (error: unknown) => parentPort?.postMessage({ id, error: error instanceof Error ? error.stack : String(error) }),
  );
});
