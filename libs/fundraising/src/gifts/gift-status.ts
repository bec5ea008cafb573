import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Where a gift stands. */
export const GiftStatus = {
  PENDING: 'pending',
  PROCESSING: 'processing',
  FAILED: 'failed',
  EXPIRED: 'expired',
  PAID: 'paid',
  PARTLY_REFUNDED: 'partly_refunded',
  REFUNDED: 'refunded',
  DISPUTED: 'disputed',
  LOST: 'lost',
  CANCELLED: 'cancelled',
} as const;
export type GiftStatus = (typeof GiftStatus)[keyof typeof GiftStatus];

/** From where to where a gift goes; the database keeps to it. A bank may change its mind once more. */
export const giftChanges: StatusChanges<GiftStatus> = {
  pending: ['processing', 'failed', 'expired', 'paid', 'cancelled'],
  processing: ['failed', 'paid'],
  failed: ['processing', 'paid'],
  expired: ['failed', 'paid'],
  paid: ['partly_refunded', 'refunded', 'disputed', 'lost', 'cancelled'],
  partly_refunded: ['paid', 'refunded', 'disputed', 'lost'],
  refunded: ['paid', 'partly_refunded', 'disputed', 'lost'],
  disputed: ['paid', 'partly_refunded', 'refunded', 'lost'],
  lost: ['paid', 'partly_refunded', 'refunded', 'disputed'],
  cancelled: [],
};

registerEnumType(GiftStatus, {
  name: 'GiftStatus',
  description: 'Where a gift stands.',
  valuesMap: {
    PENDING: { description: 'Begun; nobody knows yet whether it was paid.' },
    PROCESSING: { description: 'On its way from a bank, which takes days.' },
    FAILED: { description: 'The card or the bank said no; the donor may try again.' },
    EXPIRED: { description: 'Never paid, and the payment page is closed.' },
    DISPUTED: { description: 'The donor asked their bank for the money back; not decided yet.' },
    LOST: { description: 'The bank gave the money back to the donor.' },
    CANCELLED: { description: 'Recorded by mistake and taken back.' },
  },
});

export const Frequency = { ONCE: 'once', MONTHLY: 'monthly' } as const;
export type Frequency = (typeof Frequency)[keyof typeof Frequency];
registerEnumType(Frequency, { name: 'Frequency', description: 'How often somebody gives.' });

export const GiftMethod = {
  STRIPE: 'stripe',
  CASH: 'cash',
  CHEQUE: 'cheque',
  BANK: 'bank',
  IN_KIND: 'in_kind',
} as const;
export type GiftMethod = (typeof GiftMethod)[keyof typeof GiftMethod];
registerEnumType(GiftMethod, { name: 'GiftMethod', description: 'How a gift came.' });

export const GiftSource = {
  SITE: 'site',
  RECURRING_GIFT: 'recurring_gift',
  OFFLINE: 'offline',
  IMPORT: 'import',
} as const;
export type GiftSource = (typeof GiftSource)[keyof typeof GiftSource];
registerEnumType(GiftSource, { name: 'GiftSource', description: 'Where we know of a gift from.' });
