import { statusOf, type EnumOf } from '@upstander/platform';

export const SchoolAskStatus = statusOf('SchoolAskStatus', 'Progress of a school or district request.', {
  unconfirmed: {
    initial: true,
    to: ['district'],
    description: 'Started on the site; hidden until the email address is confirmed.',
  },
  district: {
    initial: true,
    to: ['contact', 'asked', 'closed'],
    description: 'The school or district is named, but has no contact yet.',
  },
  contact: { to: ['district', 'asked', 'meeting', 'closed'], description: 'Has a named contact.' },
  asked: { to: ['contact', 'meeting', 'committed', 'closed'], description: 'The letter was sent.' },
  meeting: { to: ['asked', 'committed', 'closed'], description: 'A meeting is scheduled or took place.' },
  committed: { to: ['meeting', 'taught', 'protocol', 'closed'], description: 'The school or district agreed.' },
  taught: { to: ['committed', 'protocol'], description: 'The curriculum was taught at least once.' },
  protocol: {
    to: ['committed', 'taught'],
    description: 'Has a protocol for reporting warning signs.',
  },
  closed: {
    to: ['district', 'contact'],
    description: 'Closed: declined by the school or district, or withdrawn by the requester.',
  },
});
export type SchoolAskStatus = EnumOf<typeof SchoolAskStatus>;

/** Statuses in order of progress, without the hidden and closed ones. */
export const pipeline: readonly SchoolAskStatus[] = [
  'district',
  'contact',
  'asked',
  'meeting',
  'committed',
  'taught',
  'protocol',
];

/** Statuses in which the requester can still withdraw, because no one has talked to the school yet. */
export const withdrawableStatuses: readonly SchoolAskStatus[] = ['district', 'contact', 'asked'];
