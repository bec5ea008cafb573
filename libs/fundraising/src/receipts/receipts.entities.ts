import type { Type } from '@nestjs/common';
import { LedgerCheckRow } from '../books/ledger-check.entity.js';
import { StatementYearRow } from '../giving/statement-year.entity.js';
import { ReceiptCounterRow } from './receipt-counter.entity.js';
import { ReceiptVoidRow } from './receipt-void.entity.js';
import { ReceiptRow } from './receipt.entity.js';

/** The tables of this folder and of those around it. */
export const receiptsEntities: Type[] = [
  ReceiptRow,
  ReceiptVoidRow,
  ReceiptCounterRow,
  StatementYearRow,
  LedgerCheckRow,
];
