import { decimal, donors, finance, fundraiserTitle, law } from '@upstander/accounting';
import {
  emptiedValue,
  emptyText,
  namelessValue,
  personal,
  personalData,
  splitColumns,
  retain,
} from '@upstander/platform';
import { amounts, keptStripeId } from './gift-data.js';

// The entity is in accounting, which doesn't have the setting UNPAID_GIFT_DAYS.
personalData.define({
  'fundraising.gift': {
    noun: 'gifts',
    of: { donor: `t.donor_id IN (${donors})` },
    erasure: 'columns',
    kept: `as long as the ledger; ${law}. An unpaid gift loses its name and texts after \`UNPAID_GIFT_DAYS\``,
    byLaw: true,
    forgotten: {
      erasureScope: 'columns',
      after: 'UNPAID_GIFT_DAYS',
      since: `CASE WHEN t.status IN ('failed', 'expired') THEN t.created_at END`,
    },
    about: ['t.id', 't.campaign_id', 't.donor_id'],
    seenBy: `${finance}; everyone, for the name and message that the donor shows`,
    columns: {
      name: personal.contact(namelessValue),
      message: personal.content(emptyText),
      employer_match_note: personal.content(emptyText),
      checkout_session_id: personal.financial(keptStripeId, { withheld: 'Stripe’s ID' }),
      checkout_url: personal.financial(emptiedValue, { withheld: 'an expired Stripe page' }),
      payment_intent_id: personal.financial(keptStripeId, { withheld: 'Stripe’s ID' }),
      charge_id: personal.financial(keptStripeId, { withheld: 'Stripe’s ID' }),
      invoice_id: personal.financial(keptStripeId, { withheld: 'Stripe’s ID' }),
      external_ref: personal.financial(retain('the check or transfer number in the ledger'), {}),
      idempotency_key: personal.trace(emptiedValue, { withheld: 'used for retries' }),
      input_hash: personal.trace(emptiedValue, { withheld: 'used for retries' }),
    },
    sets: { anonymous: 'true', updates_wanted: 'false', token_version: 't.token_version + 1' },
    also: {
      ...fundraiserTitle,
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
    others: splitColumns(
      'locale method source status currency failure_code goods_description in_kind_description shown_as',
    ),
  },
});
