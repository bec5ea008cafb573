import type { Provider } from '@nestjs/common';
import { DisbursementResolver } from './disbursement.resolver.js';
import { DisbursementReads } from './disbursement-reads.js';
import { Disbursements } from './disbursements.service.js';

/** What Nest makes of this folder. */
export const disbursementsProviders: Provider[] = [DisbursementResolver, DisbursementReads, Disbursements];
