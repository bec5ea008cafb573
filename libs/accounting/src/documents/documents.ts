import { WorkerThread } from '@upstander/files';
import type { statementPdf } from './statement.js';
import type { receiptPdf } from './receipt-document.js';

export type DocumentTask =
  | { kind: 'receipt'; facts: Parameters<typeof receiptPdf> }
  | { kind: 'statement'; facts: Parameters<typeof statementPdf> };

const thread = new WorkerThread<DocumentTask, Uint8Array>('documents', import.meta.url);

/** Renders a PDF in a separate thread, because it takes 0.1 to 0.5 seconds of CPU time. */
export async function drawDocument(task: DocumentTask): Promise<Buffer> {
  const { buffer, byteOffset, byteLength } = await thread.run(task);
  return Buffer.from(buffer, byteOffset, byteLength);
}
