import type { Provider } from '@nestjs/common';
import { DisbursementOutbox } from './disbursement-outbox.js';
import { DisbursementReads } from './disbursement-reads.js';
import { DisbursementResolver } from './disbursement.resolver.js';
import { Disbursements } from './disbursements.service.js';
import { WatchDisbursements } from './watch-disbursements.processor.js';

export const disbursementsProviders: Provider[] = [
  DisbursementResolver,
  DisbursementReads,
  Disbursements,
  DisbursementOutbox,
  WatchDisbursements,
];
