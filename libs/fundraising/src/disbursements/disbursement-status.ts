import { statusOf, type EnumOf } from '@upstander/platform';

export const DisbursementStatus = statusOf(
  'DisbursementStatus',
  'Whether a second person has agreed; only then it is booked and public.',
  {
    proposed: { to: ['approved', 'refused'], description: 'It waits for a second person.' },
    approved: { to: [], description: 'A second person said yes; it counts as sent.' },
    refused: { to: [], description: 'A second person said no; it counts as nothing.' },
  },
);
export type DisbursementStatus = EnumOf<typeof DisbursementStatus>;
