import type { LocaleName } from '@upstander/identity';

type Words = Readonly<Record<LocaleName, string>>;

const byCode: Readonly<Record<string, Words>> = {
  insufficient_funds: {
    en: 'There wasn’t enough money in the account.',
    es: 'No había suficiente dinero en la cuenta.',
  },
  expired_card: { en: 'The card has expired.', es: 'La tarjeta está vencida.' },
  incorrect_cvc: { en: 'The security code was wrong.', es: 'El código de seguridad no era correcto.' },
  incorrect_number: { en: 'The card number was wrong.', es: 'El número de la tarjeta no era correcto.' },
  authentication_required: {
    en: 'Your bank wants you to confirm the payment yourself.',
    es: 'El banco quiere que confirmes el pago personalmente.',
  },
  account_closed: { en: 'The account is closed.', es: 'La cuenta está cerrada.' },
  no_account: { en: 'The bank couldn’t find this account.', es: 'El banco no conoce esa cuenta.' },
  debit_not_authorized: {
    en: 'The account holder told the bank not to allow this payment.',
    es: 'El banco recibió la indicación de no permitir este pago.',
  },
  bank_account_restricted: {
    en: 'The account can’t be used for this kind of payment.',
    es: 'La cuenta no sirve para este tipo de pago.',
  },
  lost_card: { en: 'The bank has blocked this card.', es: 'El banco ha bloqueado esta tarjeta.' },
  processing_error: {
    en: 'Something went wrong at the bank. Trying again usually works.',
    es: 'Algo falló en el banco. Casi siempre funciona el siguiente intento.',
  },
  card_not_supported: {
    en: 'The card can’t be used for this kind of payment.',
    es: 'La tarjeta no sirve para este tipo de pago.',
  },
  card_velocity_exceeded: {
    en: 'The card has reached its limit for now.',
    es: 'La tarjeta alcanzó su límite por ahora.',
  },
};
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
const otherwise: Words = {
  en: 'The bank declined the payment without saying why.',
  es: 'El banco rechazó el pago sin decir por qué.',
};

/**
 * Explains a failed payment to the donor. For Stripe's codes see
 * https://docs.stripe.com/declines/codes and https://docs.stripe.com/payments/ach-direct-debit#failed-payments.
 */
export function failureWords(code: string, locale: LocaleName): string;
export function failureWords(code: string | null, locale: LocaleName): string | null;
export function failureWords(code: string | null, locale: LocaleName): string | null {
  if (code === null) return null;
  return (byCode[code] ?? byCode[aliases[code] ?? ''] ?? otherwise)[locale];
}
