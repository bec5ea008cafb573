import { statusOf, type EnumOf } from '@upstander/platform';

export const CredentialStatus = statusOf(
  'CredentialStatus',
  'Status of a credential. Expiration is determined by its last day.',
  {
    claimed: {
      initial: true,
      to: ['approved', 'rejected', 'withdrawn'],
      description: 'Reported by the volunteer; awaiting review by staff.',
    },
    requested: {
      initial: true,
      to: ['disclosed', 'approved', 'withdrawn'],
      description: 'Waiting for the volunteer to start a screening, or for a guardian to sign.',
    },
    disclosed: {
      to: ['authorised', 'withdrawn'],
      description: 'Screening: the disclosure was read; authorization is next.',
    },
    authorised: {
      to: ['approved', 'under_review', 'withdrawn'],
      description: 'Screening: authorized in writing; the result is next.',
    },
    under_review: {
      to: ['approved', 'rejected'],
      description: 'Screening: the pre-adverse action notice was sent; the response period is running.',
    },
    approved: { initial: true, to: ['revoked', 'under_review'], description: 'Valid until its last day.' },
    rejected: { to: [], description: 'Declined by staff; does not count.' },
    withdrawn: { to: [], description: 'Withdrawn before a decision.' },
    revoked: { to: [], description: 'Previously valid, since revoked.' },
  },
);
export type CredentialStatus = EnumOf<typeof CredentialStatus>;
