export { Sandbox, type Entry, type SandboxOptions } from './sandbox.js';
export { StripeError } from './requests/stripe-error.js';
export { cardOf, cards, type Card } from './payment-methods/cards.js';
export { paySession, type PayResult as Paid, type Payment } from './checkout/pay-session.js';
export { expireSession } from './checkout/sessions.js';
export { settleBankDebit } from './bank-debits/bank-answers.js';
export { refundCharge, failRefund } from './refunds/refund-charge.js';
export { issueFraudWarning } from './fraud-warnings/fraud-warnings.js';
export { closeDispute, openDispute } from './disputes/open-dispute.js';
export { failPayout, payOut } from './payouts/pay-out.js';
export { signature } from './webhooks/signature.js';
export { API_VERSION, type Store } from './store/store.js';
export { faultKinds, type FaultKind, type Faults } from './faults/faults.js';
export type { Transport } from './webhooks/transport.js';
export type { DeliveryProblems } from './webhooks/delivery-problems.js';
export type { ApiRequest as Asked, Outcome } from './requests/answer.js';
export { ordinarySettings, type Settings } from './store/settings.js';
export { readJournal, writeJournal } from './journal/journal.js';
export { readOptions, StartError, type ProgramOptions } from './options.js';
export { start, type RunningSandbox } from './program.js';
export { clientOf } from './server/in-process.js';
export {
  startStripe,
  type PayAnswer,
  type PayOptions,
  type SandboxHandle,
  type StripeOptions,
} from './testing/start-stripe.js';
export { openGift, payGift, type GiftDetails } from './testing/gifts.js';
