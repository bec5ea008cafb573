import type { Type } from '@nestjs/common';
import { Donor } from './donor.entity.js';
import { Gift } from './gift.entity.js';
import { Dedication } from './dedication.entity.js';
import { Refund } from '../refunds/refund.entity.js';
import { Dispute } from '../disputes/dispute.entity.js';
import { FraudWarning } from '../disputes/fraud-warning.entity.js';
import { Payout } from '../payouts/payout.entity.js';
import { PayoutCorrection } from '../payouts/payout-correction.entity.js';
import { BalanceTransaction } from '../payouts/balance-transaction.entity.js';
import { Discrepancy } from '../reconcile/discrepancy.entity.js';

export const giftsEntities: Type[] = [
  Donor,
  Gift,
  Dedication,
  Refund,
  Dispute,
  FraudWarning,
  Payout,
  PayoutCorrection,
  BalanceTransaction,
  Discrepancy,
];
