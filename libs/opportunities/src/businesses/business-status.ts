import { enumOf, statusOf, type EnumOf } from '@upstander/platform';

export const BusinessStatus = statusOf(
  'BusinessStatus',
  'Where a business stands in its vetting; its opportunities are shown while it is approved.',
  {
    submitted: {
      initial: true,
      to: ['in_review', 'changes_requested', 'refused'],
      description: 'It waits for somebody of staff.',
    },
    in_review: {
      to: ['approved', 'changes_requested', 'refused', 'submitted'],
      description: 'Somebody of staff is looking at it.',
    },
    changes_requested: { to: ['submitted'], description: 'Staff asked for something; it is the turn of the business.' },
    approved: {
      to: ['suspended', 'in_review', 'submitted', 'lapsed'],
      description: 'Two people said yes; its opportunities may be shown.',
    },
    refused: { to: ['submitted'], description: 'Staff said no; it cannot be submitted again.' },
    lapsed: {
      to: ['suspended', 'submitted'],
      description: 'The year of its approval is over; its opportunities are hidden.',
    },
    suspended: { to: ['submitted'], description: 'Staff hid everything of it at once.' },
  },
);
export type BusinessStatus = EnumOf<typeof BusinessStatus>;

export const BusinessRole = enumOf(
  'BusinessRole',
  'An editor posts opportunities; an owner also changes what is vetted, submits, and says who belongs to it.',
  {
    owner: 'May do everything, also change what is vetted and say who belongs to it.',
    editor: 'Writes opportunities and answers introductions.',
  },
);
export type BusinessRole = EnumOf<typeof BusinessRole>;

/** SQL: whether it is the turn of staff. `b` is the business. */
export const waitsForStaff = `(b.status IN ('submitted', 'in_review') OR b.renewing)`;
