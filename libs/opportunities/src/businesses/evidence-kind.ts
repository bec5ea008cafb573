import { enumOf, type EnumOf } from '@upstander/platform';

export const EvidenceKind = enumOf(
  'EvidenceKind',
  'What is looked at before a business is approved; the first three are required.',
  {
    registry: 'It is in the public register, under this name and number.',
    domain_mail: 'Somebody answered a mail to the domain of its own website.',
    call_back: 'It was called at a number that was found elsewhere, not the one it gave.',
    address: 'Its address is a place of business.',
    reputation: 'What others write about it.',
  },
);
export type EvidenceKind = EnumOf<typeof EvidenceKind>;

/** In the order of the work; the database asks for the same ones. */
export const evidenceKinds = Object.values(EvidenceKind);
export const requiredEvidence: readonly EvidenceKind[] = ['registry', 'domain_mail', 'call_back'];

/** How many different people of staff have to say yes. */
export const approvalsNeeded = 2;
