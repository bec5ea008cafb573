import type { Type } from '@nestjs/common';
import { LedgerCheck } from '../accounting/ledger-check.entity.js';
import { Receipt } from './receipt.entity.js';

/** The tables of this folder and of those around it. */
export const receiptsEntities: Type[] = [Receipt, LedgerCheck];
