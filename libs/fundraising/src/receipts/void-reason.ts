import { registerEnumType } from '@nestjs/graphql';

export const VoidReason = {
  REFUNDED: 'refunded',
  DISPUTE_LOST: 'dispute-lost',
  CANCELLED: 'cancelled',
  CHANGED: 'changed',
} as const;
export type VoidReason = (typeof VoidReason)[keyof typeof VoidReason];

registerEnumType(VoidReason, {
  name: 'VoidReason',
  description: 'Why a receipt no longer holds.',
  valuesMap: {
    REFUNDED: { description: 'Money went back.' },
    DISPUTE_LOST: { description: 'A bank took it back.' },
    CANCELLED: { description: 'The gift was recorded by mistake.' },
    CHANGED: { description: 'It is more now.' },
  },
});
