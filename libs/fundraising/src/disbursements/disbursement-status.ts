import { registerEnumType } from '@nestjs/graphql';

export const DisbursementStatus = { PROPOSED: 'proposed', APPROVED: 'approved', REFUSED: 'refused' } as const;
export type DisbursementStatus = (typeof DisbursementStatus)[keyof typeof DisbursementStatus];
registerEnumType(DisbursementStatus, {
  name: 'DisbursementStatus',
  description: 'Whether a second person has agreed; only then it is booked and public.',
});
