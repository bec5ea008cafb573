import type { Type } from '@nestjs/common';
import { Donor } from './donor.entity.js';
import { GiftRow } from './gift.entity.js';
import { DedicationRow } from './dedication.entity.js';
import { RefundRow } from '../refunds/refund.entity.js';
import { DisputeRow } from '../disputes/dispute.entity.js';
import { FraudWarningRow } from '../disputes/fraud-warning.entity.js';
import { PayoutRow } from '../payouts/payout.entity.js';
import { BalanceTransactionRow } from '../payouts/balance-transaction.entity.js';
import { DifferenceRow } from '../reconcile/difference.entity.js';

/** The tables of this folder, and of those about Stripe, refunds, disputes, payouts and reconciling. */
export const giftsEntities: Type[] = [
  Donor,
  GiftRow,
  DedicationRow,
  RefundRow,
  DisputeRow,
  FraudWarningRow,
  PayoutRow,
  BalanceTransactionRow,
  DifferenceRow,
];
