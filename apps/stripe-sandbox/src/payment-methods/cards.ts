export type CardOutcome =
  | 'succeeds'
  | 'needs_authentication'
  | 'declined'
  | 'insufficient_funds'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'processing_error'
  | 'fails_on_charge'
  | 'fails_later';

export interface Card {
  type: 'card';
  /** Name used by `pay` and the Checkout page. */
  name: string;
  /** Stripe's test number (https://docs.stripe.com/testing) and its payment method token. */
  number: string;
  token: string;
  brand: string;
  outcome: CardOutcome;
  /** Effect after a successful charge. */
  afterwards?: 'dispute' | 'inquiry' | 'fraud_warning' | 'refund_pending' | 'refund_fails' | 'available_at_once';
}

const card = (
  name: string,
  number: string,
  token: string,
  outcome: CardOutcome,
  afterwards?: Card['afterwards'],
): Card => ({
  type: 'card',
  name,
  number,
  token: `pm_card_${token}`,
  brand: number.startsWith('5') ? 'mastercard' : 'visa',
  outcome,
  ...(afterwards && { afterwards }),
});

/** Test cards as in Stripe's test mode. */
export const cards: readonly Card[] = [
  card('succeeds', '4242424242424242', 'visa', 'succeeds'),
  card('mastercard', '5555555555554444', 'mastercard', 'succeeds'),
  card('declined', '4000000000000002', 'chargeDeclined', 'declined'),
  card('insufficient_funds', '4000000000009995', 'chargeDeclinedInsufficientFunds', 'insufficient_funds'),
  card('expired_card', '4000000000000069', 'chargeDeclinedExpiredCard', 'expired_card'),
  card('incorrect_cvc', '4000000000000127', 'chargeDeclinedIncorrectCvc', 'incorrect_cvc'),
  card('processing_error', '4000000000000119', 'chargeDeclinedProcessingError', 'processing_error'),
  card('needs_authentication', '4000002500003155', 'authenticationRequired', 'needs_authentication'),
  card('fails_on_charge', '4000000000000341', 'chargeCustomerFail', 'fails_on_charge'),
  // Not a Stripe card: the first payment succeeds and later ones fail.
  card('fails_later', '4000000000000358', 'failsLater', 'fails_later'),
  card('dispute_later', '4000000000000259', 'createDispute', 'succeeds', 'dispute'),
  card('inquiry_later', '4000000000001976', 'createDisputeInquiry', 'succeeds', 'inquiry'),
  card('fraud_warning', '4000000000005423', 'createIssuerFraudRecord', 'succeeds', 'fraud_warning'),
  card('refund_pending', '4000000000007726', 'pendingRefund', 'succeeds', 'refund_pending'),
  card('refund_fails', '4000000000005126', 'refundFail', 'succeeds', 'refund_fails'),
  card('available_at_once', '4000000000000077', 'bypassPending', 'succeeds', 'available_at_once'),
];

const otherTokens: Record<string, string> = {
  pm_card_visa_chargeDeclined: 'pm_card_chargeDeclined',
  pm_card_visa_chargeDeclinedInsufficientFunds: 'pm_card_chargeDeclinedInsufficientFunds',
  pm_card_threeDSecure2Required: 'pm_card_authenticationRequired',
};

export function cardOf(said: string): Card | undefined {
  const compact = said.replaceAll(' ', '');
  const known = otherTokens[said] ?? said;
  return cards.find(({ name, number, token }) => name === said || number === compact || token === known);
}

export interface Decline {
  code: string;
  declineCode: string | null;
  message: string;
  advice: 'confirm_card_data' | 'do_not_try_again' | 'try_again_later' | null;
}

/** https://docs.stripe.com/declines/codes */
const declines: Partial<Record<CardOutcome, Decline>> = {
  declined: {
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: 'Your card was declined.',
    advice: 'try_again_later',
  },
  insufficient_funds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    advice: 'try_again_later',
  },
  expired_card: {
    code: 'expired_card',
    declineCode: 'expired_card',
    message: 'Your card has expired.',
    advice: 'do_not_try_again',
  },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    advice: 'confirm_card_data',
  },
  processing_error: {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice: 'try_again_later',
  },
};
const genericDecline = declines.declined as Decline;

/** Returns null if the charge succeeds. @param charged true if it was charged successfully before */
export function declineOf({ outcome }: Card, charged: boolean): Decline | null {
  if (outcome === 'fails_on_charge') return genericDecline;
  if (outcome === 'fails_later') return charged ? genericDecline : null;
  return declines[outcome] ?? null;
}
