import { LedgerCheck } from './checks/ledger-check.entity.js';
import { Disbursement } from './disbursements/disbursement.entity.js';
import { File } from './files/file.entity.js';
import { Gift } from './gifts/gift.entity.js';
import { Receipt } from './receipts/receipt.entity.js';

export const accountingEntities = [File, Disbursement, Gift, Receipt, LedgerCheck];
