import type Stripe from 'stripe';
import { changedMetadata, type MetadataChanges } from '../requests/metadata.js';
import { addressOf, type Place } from '../requests/params.js';
import type { Store } from '../store/store.js';
import { bankAccountOf, type BankAccount } from './bank-accounts.js';
import { cardOf, type Card } from './cards.js';

export interface PaymentMethodNote extends Record<string, unknown> {
  number: string;
  charged: boolean;
}

export interface Billing {
  address?: Place | null;
  email?: string | null;
  name?: string | null;
  phone?: string | null;
}

export type TestPaymentMethod = Card | BankAccount;

/** Finds a test card or bank account by name, number or token. */
export const findTestMethod = (said: string): TestPaymentMethod | undefined => cardOf(said) ?? bankAccountOf(said);

export function createPaymentMethod(
  store: Store,
  means: TestPaymentMethod,
  billing: Billing = {},
  customer: string | null = null,
  labels: MetadataChanges = null,
): Stripe.PaymentMethod {
  const id = store.newId('payment_method');
  store.setNote(id, { number: means.number, charged: false } satisfies PaymentMethodNote);
  return store.insert('payment_method', {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingDetails(billing),
    ...(means.type === 'card' ? { card: cardOn(means, store.now()) } : accountOn(means)),
    created: store.now(),
    customer,
    customer_account: null,
    livemode: false,
    metadata: changedMetadata({}, labels ?? undefined),
    type: means.type,
  });
}

const noAddress: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};
const noBillingDetails = { address: noAddress, email: null, name: null, phone: null, tax_id: null };

export function billingDetails(
  said: Billing = {},
  before: Stripe.PaymentMethod.BillingDetails = noBillingDetails,
): Stripe.PaymentMethod.BillingDetails {
  const { address, ...plain } = said;
  return { ...before, ...plain, ...(address !== undefined && { address: addressOf(address) ?? noAddress }) };
}

function cardOn({ brand, number }: Card, now: number): Stripe.PaymentMethod.Card {
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    display_brand: brand,
    exp_month: 12,
    exp_year: new Date(now * 1000).getUTCFullYear() + 3,
    fingerprint: `fp${number.slice(-14)}`,
    funding: 'credit',
    generated_from: null,
    last4: number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

function accountOn({ type, number }: BankAccount): Pick<Stripe.PaymentMethod, 'sepa_debit' | 'us_bank_account'> {
  const known = { fingerprint: `fp${number.slice(-14)}`, last4: number.slice(-4) };
  if (type === 'sepa_debit') {
    const parts = { bank_code: number.slice(4, 9), branch_code: '', country: number.slice(0, 2) };
    return { sepa_debit: { ...known, ...parts, generated_from: { charge: null, setup_attempt: null } } };
  }
  return {
    us_bank_account: {
      ...known,
      account_holder_type: 'individual',
      account_type: 'checking',
      bank_name: 'STRIPE TEST BANK',
      financial_connections_account: null,
      networks: { preferred: 'ach', supported: ['ach'] },
      routing_number: '110000000',
      status_details: {},
    },
  };
}

export function testMethodOf(store: Store, paymentMethod: string): TestPaymentMethod {
  return findTestMethod(store.note<PaymentMethodNote>(paymentMethod).number ?? '') as TestPaymentMethod;
}

/** Returns a payment method. A test token (`pm_card_visa`) creates a new one. */
export function resolvePaymentMethod(store: Store, id: string, billing?: Billing): Stripe.PaymentMethod {
  const means = /^pm_(card|usBankAccount|sepa)_/.test(id) ? findTestMethod(id) : undefined;
  return means ? createPaymentMethod(store, means, billing) : store.get('payment_method', id, 'payment_method');
}
