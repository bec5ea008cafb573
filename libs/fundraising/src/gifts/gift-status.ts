import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const GiftStatus = statusOf('GiftStatus', 'Where a gift stands.', {
  pending: {
    to: ['processing', 'failed', 'expired', 'paid', 'cancelled'],
    description: 'Begun; nobody knows yet whether it was paid.',
  },
  processing: { to: ['failed', 'paid'], description: 'On its way from a bank, which takes days.' },
  failed: { to: ['processing', 'paid'], description: 'The card or the bank said no; the donor may try again.' },
  expired: { to: ['failed', 'paid'], description: 'Never paid, and the payment page is closed.' },
  paid: {
    to: ['partly_refunded', 'refunded', 'disputed', 'lost', 'cancelled'],
    description: 'Paid, and nothing given back.',
  },
  partly_refunded: { to: ['paid', 'refunded', 'disputed', 'lost'], description: 'A part was given back.' },
  refunded: { to: ['paid', 'partly_refunded', 'disputed', 'lost'], description: 'All of it was given back.' },
  disputed: {
    to: ['paid', 'partly_refunded', 'refunded', 'lost'],
    description: 'The donor asked their bank for the money back; not decided yet.',
  },
  lost: {
    to: ['paid', 'partly_refunded', 'refunded', 'disputed'],
    description: 'The bank gave the money back to the donor.',
  },
  cancelled: { to: [], description: 'Recorded by mistake and taken back.' },
});
export type GiftStatus = EnumOf<typeof GiftStatus>;

export const Frequency = enumOf('Frequency', 'How often somebody gives.', {
  once: 'One time.',
  monthly: 'Each month, until it is stopped.',
});
export type Frequency = EnumOf<typeof Frequency>;

export const GiftMethod = enumOf('GiftMethod', 'How a gift came.', {
  stripe: 'By card or another way of Stripe.',
  cash: 'In cash.',
  cheque: 'By cheque.',
  bank: 'By bank transfer.',
  in_kind: 'Things or work instead of money.',
});
export type GiftMethod = EnumOf<typeof GiftMethod>;

export const GiftSource = enumOf('GiftSource', 'Where we know of a gift from.', {
  site: 'Given on the site.',
  recurring_gift: 'A payment of a recurring gift.',
  offline: 'Written down by hand.',
  import: 'From a file.',
});
export type GiftSource = EnumOf<typeof GiftSource>;
