import { OwnThread } from '@upstander/platform';
import type { statementPdf } from '../giving/statement.js';
import type { receiptPdf } from '../receipts/receipt-document.js';

/** A document that is to be drawn, with the facts that stand in it. */
export type DocumentTask =
  | { kind: 'receipt'; facts: Parameters<typeof receiptPdf> }
  | { kind: 'statement'; facts: Parameters<typeof statementPdf> };

const thread = new OwnThread<DocumentTask, Uint8Array>('documents', import.meta.url);

/** A document as PDF. Drawing one takes the processor for a tenth of a second, a long one for half: nobody waits for it. */
export async function drawDocument(task: DocumentTask): Promise<Buffer> {
  const { buffer, byteOffset, byteLength } = await thread.run(task);
  return Buffer.from(buffer, byteOffset, byteLength);
}
