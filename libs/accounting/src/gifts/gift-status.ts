import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const GiftStatus = statusOf('GiftStatus', 'Status of a gift.', {
  pending: {
    to: ['processing', 'failed', 'expired', 'paid', 'cancelled'],
    description: 'Started; the payment result is not known yet.',
  },
  processing: { to: ['failed', 'paid'], description: 'A bank payment is processing, which takes several days.' },
  failed: {
    to: ['processing', 'paid'],
    description: 'The card or bank declined the payment; the donor can try again.',
  },
  expired: { to: ['failed', 'paid'], description: 'Never paid; the payment page has closed.' },
  paid: {
    to: ['partly_refunded', 'refunded', 'disputed', 'lost', 'cancelled'],
    description: 'Paid; nothing refunded.',
  },
  partly_refunded: { to: ['paid', 'refunded', 'disputed', 'lost'], description: 'Partially refunded.' },
  refunded: { to: ['paid', 'partly_refunded', 'disputed', 'lost'], description: 'Fully refunded.' },
  disputed: {
    to: ['paid', 'partly_refunded', 'refunded', 'lost'],
    description: 'The donor disputed the charge with their bank; no decision yet.',
  },
  lost: {
    to: ['paid', 'partly_refunded', 'refunded', 'disputed'],
    description: 'The dispute was lost; the bank returned the money to the donor.',
  },
  cancelled: { to: [], description: 'Recorded by mistake and canceled.' },
});
export type GiftStatus = EnumOf<typeof GiftStatus>;

export const Frequency = enumOf('Frequency', 'How often a donor gives.', {
  once: 'One time.',
  monthly: 'Monthly, until stopped.',
});
export type Frequency = EnumOf<typeof Frequency>;

export const GiftMethod = enumOf('GiftMethod', 'How a gift was paid.', {
  stripe: 'By card or another payment method through Stripe.',
  cash: 'In cash.',
  cheque: 'By check.',
  bank: 'By bank transfer.',
  in_kind: 'In-kind: goods or services instead of money.',
});
export type GiftMethod = EnumOf<typeof GiftMethod>;

export const GiftSource = enumOf('GiftSource', 'How a gift was recorded.', {
  site: 'Given on the site.',
  recurring_gift: 'A payment of a recurring gift.',
  offline: 'Recorded manually.',
  import: 'Imported from a file.',
});
export type GiftSource = EnumOf<typeof GiftSource>;
