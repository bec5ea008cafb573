import type { AdminCatalogue } from '@upstander/web-kit';

/** Codes of Stripe that say the same to whoever reads them here. */
const aliases: Readonly<Record<string, string>> = {
  invalid_cvc: 'incorrect_cvc',
  invalid_number: 'incorrect_number',
  invalid_expiry_month: 'expired_card',
  invalid_expiry_year: 'expired_card',
  stolen_card: 'lost_card',
  pickup_card: 'lost_card',
  invoice_payment_intent_requires_action: 'authentication_required',
  withdrawal_count_limit_exceeded: 'card_velocity_exceeded',
  try_again_later: 'processing_error',
  issuer_not_available: 'processing_error',
  lost_or_stolen_card: 'lost_card',
  expired_or_canceled_card: 'expired_card',
};

/** Why a payment was declined, in words: https://docs.stripe.com/declines/codes. */
export function failureText({ admin }: AdminCatalogue<'money'>, code: string): string {
  return known(admin.money.failures, code) ?? admin.money.failures.other;
}

/** Why a refund did not arrive, in words: https://docs.stripe.com/refunds#failed-refunds. */
export function refundFailureText({ admin }: AdminCatalogue<'money'>, code: string): string {
  return known(admin.money.failures, code) ?? admin.money.refundFailed;
}

function known(words: Readonly<Record<string, string>>, code: string): string | undefined {
  const name = aliases[code] ?? code;
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
