import { statusOf, type EnumOf } from '@upstander/platform';

export const SchoolAskStatus = statusOf('SchoolAskStatus', 'How far a school or a district is.', {
  unconfirmed: {
    initial: true,
    to: ['district'],
    description: 'Begun on the site; the address was not confirmed, and nobody sees it.',
  },
  district: {
    initial: true,
    to: ['contact', 'asked', 'closed'],
    description: 'The school or the district is named; nobody there is known yet.',
  },
  contact: { to: ['district', 'asked', 'meeting', 'closed'], description: 'Somebody there is known by name.' },
  asked: { to: ['contact', 'meeting', 'committed', 'closed'], description: 'The letter was sent.' },
  meeting: { to: ['asked', 'committed', 'closed'], description: 'A meeting is agreed, or was held.' },
  committed: { to: ['meeting', 'taught', 'protocol', 'closed'], description: 'They have said yes.' },
  taught: { to: ['committed', 'protocol'], description: 'The curriculum was taught at least once.' },
  protocol: {
    to: ['committed', 'taught'],
    description: 'They have a protocol that says who tells whom when somebody sees signs.',
  },
  closed: {
    to: ['district', 'contact'],
    description: 'Nothing more is done: they said no, or whoever asked took it back.',
  },
});
export type SchoolAskStatus = EnumOf<typeof SchoolAskStatus>;

/** In the order of the way; what nobody sees and what is over are not on it. */
export const pipeline: readonly SchoolAskStatus[] = [
  'district',
  'contact',
  'asked',
  'meeting',
  'committed',
  'taught',
  'protocol',
];

/** Whoever asked may still take it back by themselves: nobody has spoken with the school. */
export const early: readonly SchoolAskStatus[] = ['district', 'contact', 'asked'];
