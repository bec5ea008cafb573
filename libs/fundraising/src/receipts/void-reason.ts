import { enumOf, type EnumOf } from '@upstander/platform';

export const VoidReason = enumOf('VoidReason', 'Why a receipt no longer holds.', {
  refunded: 'Money went back.',
  'dispute-lost': 'A bank took it back.',
  cancelled: 'The gift was recorded by mistake.',
  changed: 'It is more now.',
});
export type VoidReason = EnumOf<typeof VoidReason>;
