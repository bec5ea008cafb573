import {
  becomes,
  emptied,
  emptyText,
  nameless,
  noAddress,
  personal,
  stays,
  withRow,
  plain,
  type PersonalTable,
} from '@upstander/platform';
import { decimal } from './accounting/decimal-sql.js';

const donors = 'SELECT d.id FROM fundraising.donor d WHERE d.email = $1';
export const giftsOfDonor = `SELECT g.id FROM fundraising.gift g WHERE g.donor_id IN (${donors})`;
export const campaign = { fundraiser: '(SELECT c.title FROM fundraising.campaign c WHERE c.id = t.campaign_id)' };
const amounts = {
  currency: 't.currency',
  amount: decimal('t.intended_minor', 't.currency'),
  fee_cover: decimal('t.cover_minor', 't.currency'),
  charged: decimal('t.charged_minor', 't.currency'),
};
export const law =
  'accounting and tax law want what was given and when (IRS: three to seven years; other countries up to ten)';
const keptStripeId = stays(`what Stripe calls the payment, without which nobody could refund or reconcile it; ${law}`);
export const finance = 'the person; finance';

export const giftsPersonalData = {
  'fundraising.donor': {
    noun: 'donor record',
    of: { donor: 't.email = $1' },
    erasure: 'columns',
    kept: '`UNUSED_DONOR_DAYS` without a gift; with gifts as long as these, of nobody once erased',
    forgotten: {
      goes: 'columns',
      after: 'UNUSED_DONOR_DAYS',
      since: `CASE WHEN NOT EXISTS (SELECT FROM fundraising.gift g WHERE g.donor_id = t.id AND g.status NOT IN ('failed', 'expired'))
        AND NOT EXISTS (SELECT FROM fundraising.recurring_gift r WHERE r.donor_id = t.id AND r.status <> 'expired')
        THEN t.created_at END`,
    },
    about: ['t.id'],
    seenBy: finance,
    columns: {
      email: personal.contact(noAddress),
      stripe_customer_id: personal.financial(emptied, { withheld: 'what Stripe calls the donor' }),
    },
    sets: { token_version: 't.token_version + 1', appeals_stopped_at: 'coalesce(t.appeals_stopped_at, $2)' },
    also: { locale: 't.locale', appeals_stopped_at: 't.appeals_stopped_at', created_at: 't.created_at' },
    codes: { locale: 'language' },
    others: plain('locale'),
  },
  'fundraising.dedication': {
    noun: 'dedications',
    of: { donor: `t.gift_id IN (${giftsOfDonor})`, 'honoured person': 't.notify_email = $1' },
    erasure: 'row',
    kept: 'as long as the gift',
    seenBy: `${finance}; the honoured person gets the mail`,
    columns: {
      honouree: personal.contact(withRow),
      notify_name: personal.contact(withRow),
      notify_email: personal.contact(withRow),
      message: personal.content(withRow),
    },
    also: { kind: 't.kind', created_at: 't.created_at' },
    codes: { kind: 'dedication' },
    others: plain('kind'),
  },
  'fundraising.receipt': {
    noun: 'receipts',
    of: { donor: `t.gift_id IN (${giftsOfDonor})` },
    erasure: 'columns',
    kept: `as long as the ledger; ${law}`,
    byLaw: true,
    about: ['t.id', 't.gift_id'],
    seenBy: finance,
    columns: {
      content: personal.financial(
        becomes('fundraising.nameless_receipt(t.content)', 'loses the name; number, amount, day and words stay'),
      ),
    },
    also: {
      number: 't.number',
      amount: decimal('t.amount_minor', 't.currency'),
      currency: 't.currency',
      issued_at: 't.issued_at',
    },
    others: plain('locale currency'),
  },
  'fundraising.gift': {
    noun: 'gifts',
    of: { donor: `t.donor_id IN (${donors})` },
    erasure: 'columns',
    kept: `as long as the ledger; ${law}. One that was never paid loses name and words after \`UNPAID_GIFT_DAYS\``,
    byLaw: true,
    forgotten: {
      goes: 'columns',
      after: 'UNPAID_GIFT_DAYS',
      since: `CASE WHEN t.status IN ('failed', 'expired') THEN t.created_at END`,
    },
    about: ['t.id', 't.campaign_id', 't.donor_id'],
    seenBy: `${finance}; everybody the name and the words that the donor shows`,
    columns: {
      name: personal.contact(nameless),
      message: personal.content(emptyText),
      employer_match_note: personal.content(emptyText),
      checkout_session_id: personal.financial(keptStripeId, { withheld: 'what Stripe calls it' }),
      checkout_url: personal.financial(emptied, { withheld: 'Stripe’s page, long over' }),
      payment_intent_id: personal.financial(keptStripeId, { withheld: 'what Stripe calls it' }),
      charge_id: personal.financial(keptStripeId, { withheld: 'what Stripe calls it' }),
      invoice_id: personal.financial(keptStripeId, { withheld: 'what Stripe calls it' }),
      external_ref: personal.financial(stays('the number of a cheque or transfer, in the ledger'), {}),
      idempotency_key: personal.trace(emptied, { withheld: 'it is for retries' }),
      input_hash: personal.trace(emptied, { withheld: 'it is for retries' }),
    },
    sets: { anonymous: 'true', updates_wanted: 'false', token_version: 't.token_version + 1' },
    also: {
      ...campaign,
      ...amounts,
      refunded: decimal('t.refunded_minor', 't.currency'),
      method: 't.method',
      in_kind_description: 't.in_kind_description',
      goods_description: 't.goods_description',
      status: 't.status',
      anonymous: 't.anonymous',
      created_at: 't.created_at',
      paid_at: 't.paid_at',
    },
    codes: { method: 'giftMethod', status: 'giftStatus' },
    others: plain('locale method source status currency failure_code goods_description in_kind_description shown_as'),
  },
  'fundraising.recurring_gift': {
    noun: 'recurring gifts',
    of: { donor: `t.donor_id IN (${donors})` },
    erasure: 'columns',
    kept: `as long as the ledger; ${law}. One that goes on is stopped first`,
    byLaw: true,
    about: ['t.id', 't.campaign_id', 't.donor_id'],
    seenBy: finance,
    columns: {
      name: personal.contact(nameless),
      stripe_subscription_id: personal.financial(keptStripeId, { withheld: 'what Stripe calls it' }),
    },
    sets: { anonymous: 'true', updates_wanted: 'false', token_version: 't.token_version + 1' },
    also: { ...campaign, ...amounts, status: 't.status', started_at: 't.started_at', stopped_at: 't.stopped_at' },
    codes: { status: 'recurringGiftStatus' },
    others: plain('locale currency status failure_code stop_reason shown_as'),
  },
  'fundraising.pledge': {
    noun: 'pledges',
    of: { donor: 't.email = $1' },
    erasure: 'columns',
    kept: 'as long as the fundraiser, of nobody once erased',
    seenBy: finance,
    columns: {
      name: personal.contact(nameless),
      email: personal.contact(emptied),
      note: personal.content(emptyText),
    },
    sets: { status: `CASE t.status WHEN 'open' THEN 'withdrawn' ELSE t.status END` },
    also: {
      ...campaign,
      amount: decimal('t.amount_minor', 't.currency'),
      currency: 't.currency',
      due_on: 't.due_on',
      status: 't.status',
    },
    codes: { status: 'pledgeStatus' },
    others: plain('currency due_on status'),
  },
  'fundraising.gift_link': {
    noun: 'gifts to be confirmed',
    of: { donor: 't.email = $1' },
    erasure: 'row',
    kept: 'until the link is used or has run out',
    forgotten: { goes: 'row', after: 0, since: 'least(t.expires_at, t.used_at)' },
    seenBy: 'nobody',
    columns: { email: personal.contact(withRow), input: personal.content(withRow) },
    also: { created_at: 't.created_at' },
  },
} as const satisfies Record<string, PersonalTable>;
