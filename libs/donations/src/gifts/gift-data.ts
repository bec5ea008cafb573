import { decimal, law } from '@upstander/accounting';
import { retain } from '@upstander/platform';

export const amounts = {
  currency: 't.currency',
  amount: decimal('t.intended_minor', 't.currency'),
  fee_cover: decimal('t.cover_minor', 't.currency'),
  charged: decimal('t.charged_minor', 't.currency'),
};

export const keptStripeId = retain(`Stripe’s ID of the payment, needed for refunds and reconciliation; ${law}`);
