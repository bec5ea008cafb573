import { answerTasks } from '@upstander/files/documents';
import { statementPdf } from './statement.js';
import { receiptPdf } from './receipt-document.js';
import type { DocumentTask } from './documents.js';

answerTasks((task: DocumentTask) =>
  task.kind === 'receipt' ? receiptPdf(...task.facts) : statementPdf(...task.facts),
);
