import { answerTasks } from '@upstander/platform/documents';
import { statementPdf } from '../giving/statement.js';
import { receiptPdf } from '../receipts/receipt-document.js';
import type { DocumentTask } from './documents.js';

answerTasks((task: DocumentTask) =>
  task.kind === 'receipt' ? receiptPdf(...task.facts) : statementPdf(...task.facts),
);
