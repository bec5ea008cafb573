import { enumOf, type EnumOf } from '@upstander/platform';

export const VoidReason = enumOf('VoidReason', 'Reason a receipt was voided.', {
  refunded: 'The gift was refunded.',
  'dispute-lost': 'A dispute was lost.',
  cancelled: 'The gift was recorded by mistake.',
  changed: 'The receipted amount increased.',
});
export type VoidReason = EnumOf<typeof VoidReason>;
