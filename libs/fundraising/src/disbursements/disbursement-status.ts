import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

export const DisbursementStatus = { PROPOSED: 'proposed', APPROVED: 'approved', REFUSED: 'refused' } as const;
export type DisbursementStatus = (typeof DisbursementStatus)[keyof typeof DisbursementStatus];
registerEnumType(DisbursementStatus, {
  name: 'DisbursementStatus',
  description: 'Whether a second person has agreed; only then it is booked and public.',
});

/** From where to where a disbursement goes; the database keeps to it. */
export const disbursementChanges: StatusChanges<DisbursementStatus> = {
  proposed: ['approved', 'refused'],
  approved: [],
  refused: [],
};
