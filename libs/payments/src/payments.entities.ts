import { Dispute } from './disputes/dispute.entity.js';
import { FraudWarning } from './disputes/fraud-warning.entity.js';
import { BalanceTransaction } from './payouts/balance-transaction.entity.js';
import { PayoutCorrection } from './payouts/payout-correction.entity.js';
import { Payout } from './payouts/payout.entity.js';
import { Discrepancy } from './reconcile/discrepancy.entity.js';
import { Refund } from './refunds/refund.entity.js';

export const paymentsEntities = [
  Refund,
  Dispute,
  FraudWarning,
  Payout,
  PayoutCorrection,
  BalanceTransaction,
  Discrepancy,
];
