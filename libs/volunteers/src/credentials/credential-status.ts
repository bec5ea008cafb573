import { statusOf, type EnumOf } from '@upstander/platform';

export const CredentialStatus = statusOf(
  'CredentialStatus',
  'Where a credential stands; whether it has run out says its last day.',
  {
    claimed: {
      initial: true,
      to: ['approved', 'rejected', 'withdrawn'],
      description: 'The volunteer says so; somebody has to look at it.',
    },
    requested: {
      initial: true,
      to: ['disclosed', 'approved', 'withdrawn'],
      description: 'Waits for the volunteer to begin a screening, or for a guardian to sign.',
    },
    disclosed: {
      to: ['authorised', 'withdrawn'],
      description: 'Of a screening: the disclosure was read; the authorisation is next.',
    },
    authorised: {
      to: ['approved', 'under_review', 'withdrawn'],
      description: 'Of a screening: authorised in writing; the result is next.',
    },
    under_review: {
      to: ['approved', 'rejected'],
      description: 'Of a screening: the notice before a refusal was sent, and its time to answer runs.',
    },
    approved: { initial: true, to: ['revoked', 'under_review'], description: 'It counts, until its last day.' },
    rejected: { to: [], description: 'It does not count.' },
    withdrawn: { to: [], description: 'Taken back before anybody decided.' },
    revoked: { to: [], description: 'It counted, and no longer does.' },
  },
);
export type CredentialStatus = EnumOf<typeof CredentialStatus>;
