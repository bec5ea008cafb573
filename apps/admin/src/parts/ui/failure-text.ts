import type { AdminCatalog } from '@upstander/web-kit';

/** Stripe codes with the same text as another code. */
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

/** https://docs.stripe.com/declines/codes */
export function failureText({ admin }: AdminCatalog<'money'>, code: string): string {
  return textOf(admin.money.failures, code) ?? admin.money.failures.other;
}

/** https://docs.stripe.com/refunds#failed-refunds */
export function refundFailureText({ admin }: AdminCatalog<'money'>, code: string): string {
  return textOf(admin.money.failures, code) ?? admin.money.refundFailed;
}

function textOf(words: Readonly<Record<string, string>>, code: string): string | undefined {
  const name = aliases[code] ?? code;
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
