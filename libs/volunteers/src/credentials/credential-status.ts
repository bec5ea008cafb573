import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** Where a credential stands. Whether it has run out is a matter of its last day, not of its status. */
export const CredentialStatus = {
  CLAIMED: 'claimed',
  REQUESTED: 'requested',
  DISCLOSED: 'disclosed',
  AUTHORISED: 'authorised',
  UNDER_REVIEW: 'under_review',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
  REVOKED: 'revoked',
} as const;
export type CredentialStatus = (typeof CredentialStatus)[keyof typeof CredentialStatus];

registerEnumType(CredentialStatus, {
  name: 'CredentialStatus',
  description: 'Where a credential stands; whether it has run out says its last day.',
  valuesMap: {
    CLAIMED: { description: 'The volunteer says so; somebody has to look at it.' },
    REQUESTED: { description: 'Waits for the volunteer to begin a screening, or for a guardian to sign.' },
    DISCLOSED: { description: 'Of a screening: the disclosure was read; the authorisation is next.' },
    AUTHORISED: { description: 'Of a screening: authorised in writing; the result is next.' },
    UNDER_REVIEW: { description: 'Of a screening: the notice before a refusal was sent, and its time to answer runs.' },
    APPROVED: { description: 'It counts, until its last day.' },
    REJECTED: { description: 'It does not count.' },
    WITHDRAWN: { description: 'Taken back before anybody decided.' },
    REVOKED: { description: 'It counted, and no longer does.' },
  },
});

/** From where to where a credential goes; the database keeps to it. */
export const credentialChanges: StatusChanges<CredentialStatus> = {
  begins: ['claimed', 'requested', 'approved'],
  claimed: ['approved', 'rejected', 'withdrawn'],
  requested: ['disclosed', 'approved', 'withdrawn'],
  disclosed: ['authorised', 'withdrawn'],
  authorised: ['approved', 'under_review', 'withdrawn'],
  under_review: ['approved', 'rejected'],
  approved: ['revoked', 'under_review'],
  rejected: [],
  withdrawn: [],
  revoked: [],
};
