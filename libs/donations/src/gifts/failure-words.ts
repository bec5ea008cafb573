import type { LocaleName } from '@upstander/identity';
import { words } from './payment-failure.texts.generated.js';

const aliases: Readonly<Record<string, string>> = {
  invalid_cvc: 'incorrect_cvc',
  invalid_number: 'incorrect_number',
  invalid_expiry_month: 'expired_card',
  invalid_expiry_year: 'expired_card',
  stolen_card: 'lost_card',
  bank_account_unusable: 'bank_account_restricted',
  bank_account_declined: 'bank_account_restricted',
  account_invalid: 'no_account',
  account_number_invalid: 'no_account',
  pickup_card: 'lost_card',
  invoice_payment_intent_requires_action: 'authentication_required',
  withdrawal_count_limit_exceeded: 'card_velocity_exceeded',
  try_again_later: 'processing_error',
  issuer_not_available: 'processing_error',
};
/**
 * Explains a failed payment to the donor. For Stripe's codes see
 * https://docs.stripe.com/declines/codes and https://docs.stripe.com/payments/ach-direct-debit#failed-payments.
 */
export function failureMessage(code: string, locale: LocaleName): string;
export function failureMessage(code: string | null, locale: LocaleName): string | null;
export function failureMessage(code: string | null, locale: LocaleName): string | null {
  if (code === null) return null;
  const byCode: Partial<Record<string, string>> = words[locale];
  return byCode[aliases[code] ?? code] ?? words[locale].other;
}
