import { registerEnumType } from '@nestjs/graphql';

/** What is looked at before a business is approved. */
export const EvidenceKind = {
  REGISTRY: 'registry',
  DOMAIN_MAIL: 'domain_mail',
  CALL_BACK: 'call_back',
  ADDRESS: 'address',
  REPUTATION: 'reputation',
} as const;
export type EvidenceKind = (typeof EvidenceKind)[keyof typeof EvidenceKind];

registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What is looked at before a business is approved; the first three are required.',
  valuesMap: {
    REGISTRY: { description: 'It is in the public register, under this name and number.' },
    DOMAIN_MAIL: { description: 'Somebody answered a mail to the domain of its own website.' },
    CALL_BACK: { description: 'It was called at a number that was found elsewhere, not the one it gave.' },
    ADDRESS: { description: 'Its address is a place of business.' },
    REPUTATION: { description: 'What others write about it.' },
  },
});

/** In the order of the work; the database asks for the same ones. */
export const evidenceKinds = Object.values(EvidenceKind);
export const requiredEvidence: readonly EvidenceKind[] = ['registry', 'domain_mail', 'call_back'];

/** How many different people of staff have to say yes. */
export const approvalsNeeded = 2;
