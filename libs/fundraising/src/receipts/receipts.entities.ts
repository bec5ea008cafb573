import type { Type } from '@nestjs/common';
import { LedgerCheck } from '../accounting/ledger-check.entity.js';
import { Receipt } from './receipt.entity.js';

export const receiptsEntities: Type[] = [Receipt, LedgerCheck];
