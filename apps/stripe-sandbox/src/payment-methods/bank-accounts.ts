import type { Decline } from './cards.js';

export interface BankAccount {
  type: 'us_bank_account' | 'sepa_debit';
  /** Name used by `pay` and the Checkout page. */
  name: string;
  /** Stripe's test number or IBAN (https://docs.stripe.com/payments/ach-direct-debit#test-account-numbers). */
  number: string;
  token: string;
  outcome: 'succeeds' | 'fails' | 'stays';
  failure?: Decline;
  afterwards?: 'dispute';
}

const bankFailure = (code: string, message: string): Decline => ({ code, declineCode: null, message, advice: null });

const account = (
  name: string,
  number: string,
  token: string,
  outcome: BankAccount['outcome'],
  more: Pick<BankAccount, 'failure' | 'afterwards'> = {},
): BankAccount => ({ type: 'us_bank_account', name, number, token: `pm_usBankAccount_${token}`, outcome, ...more });

const iban = (name: string, number: string, outcome: BankAccount['outcome'], failure?: Decline): BankAccount => ({
  type: 'sepa_debit',
  name,
  number,
  token: `pm_sepa_${name}`,
  outcome,
  ...(failure && { failure }),
});

const insufficientFunds = bankFailure(
  'insufficient_funds',
  'The account has insufficient funds to cover this payment.',
);
const closed = bankFailure('account_closed', "The customer's bank account has been closed.");
const unauthorized = bankFailure(
  'debit_not_authorized',
  'The customer has notified their bank that this payment was unauthorized.',
);
const declined = bankFailure('payment_intent_payment_attempt_failed', 'The payment failed.');

/** Test accounts as in Stripe's test mode. */
export const bankAccounts: readonly BankAccount[] = [
  account('bank_succeeds', '000123456789', 'success', 'succeeds'),
  account('bank_fails', '000222222227', 'insufficientFunds', 'fails', { failure: insufficientFunds }),
  account('bank_closed', '000111111113', 'accountClosed', 'fails', { failure: closed }),
  account('bank_unauthorized', '000333333335', 'debitNotAuthorized', 'fails', { failure: unauthorized }),
  account('bank_disputes', '000555555559', 'dispute', 'succeeds', { afterwards: 'dispute' }),
  account('bank_stays', '000000000009', 'processing', 'stays'),
  iban('sepa_succeeds', 'AT611904300234573201', 'succeeds'),
  iban('sepa_waits', 'AT321904300235473204', 'succeeds'),
  iban('sepa_fails', 'AT861904300235473202', 'fails', declined),
  iban('sepa_fails_too', 'IT60X0542811101000000123456', 'fails', declined),
];

export function bankAccountOf(text: string): BankAccount | undefined {
  const compact = text.replaceAll(' ', '');
  return bankAccounts.find(({ name, number, token }) => name === text || number === compact || token === text);
}
