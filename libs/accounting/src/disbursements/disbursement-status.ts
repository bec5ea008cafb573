import { statusOf, type EnumOf } from '@upstander/platform';

export const DisbursementStatus = statusOf(
  'DisbursementStatus',
  'Approval status of a disbursement. Only approved disbursements are posted and public.',
  {
    proposed: { to: ['approved', 'refused'], description: 'Awaiting approval by a second person.' },
    approved: { to: [], description: 'Approved by a second person; counts as sent.' },
    refused: { to: [], description: 'Declined by a second person; not counted.' },
  },
);
export type DisbursementStatus = EnumOf<typeof DisbursementStatus>;
