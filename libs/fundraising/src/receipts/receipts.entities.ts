import type { Type } from '@nestjs/common';
import { LedgerCheck } from '../accounting/ledger-check.entity.js';
import { Receipt } from './receipt.entity.js';

/** Entities of this folder and of accounting/. */
export const receiptsEntities: Type[] = [Receipt, LedgerCheck];
