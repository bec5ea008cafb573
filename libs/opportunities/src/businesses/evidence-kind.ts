import { enumOf, type EnumOf } from '@upstander/platform';

export const EvidenceKind = enumOf(
  'EvidenceKind',
  'Evidence reviewed before a business is approved. The first three kinds are required.',
  {
    registry: 'Listed in the public registry under this name and number.',
    domain_mail: "A recipient at its website's domain confirmed an email.",
    call_back: 'Reached at a phone number found independently, not the one it provided.',
    address: 'The address is a place of business.',
    reputation: 'Reviews and other third-party information.',
  },
);
export type EvidenceKind = EnumOf<typeof EvidenceKind>;

/** In review order. The database requires the same kinds. */
export const evidenceKinds = Object.values(EvidenceKind);
export const requiredEvidence: readonly EvidenceKind[] = ['registry', 'domain_mail', 'call_back'];

/** Number of different staff members who must approve. */
export const approvalsNeeded = 2;
