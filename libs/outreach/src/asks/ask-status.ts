import { registerEnumType } from '@nestjs/graphql';
import type { StatusChanges } from '@upstander/platform';

/** How far a school or a district is. */
export const SchoolAskStatus = {
  UNCONFIRMED: 'unconfirmed',
  DISTRICT: 'district',
  CONTACT: 'contact',
  ASKED: 'asked',
  MEETING: 'meeting',
  COMMITTED: 'committed',
  TAUGHT: 'taught',
  PROTOCOL: 'protocol',
  CLOSED: 'closed',
} as const;
export type SchoolAskStatus = (typeof SchoolAskStatus)[keyof typeof SchoolAskStatus];

registerEnumType(SchoolAskStatus, {
  name: 'SchoolAskStatus',
  description: 'How far a school or a district is.',
  valuesMap: {
    UNCONFIRMED: { description: 'Begun on the site; the address was not confirmed, and nobody sees it.' },
    DISTRICT: { description: 'The school or the district is named; nobody there is known yet.' },
    CONTACT: { description: 'Somebody there is known by name.' },
    ASKED: { description: 'The letter was sent.' },
    MEETING: { description: 'A meeting is agreed, or was held.' },
    COMMITTED: { description: 'They have said yes.' },
    TAUGHT: { description: 'The curriculum was taught at least once.' },
    PROTOCOL: { description: 'They have a protocol that says who tells whom when somebody sees signs.' },
    CLOSED: { description: 'Nothing more is done: they said no, or whoever asked took it back.' },
  },
});

/** From where to where an ask goes: on, past a step that was not needed, and back where somebody was mistaken. */
export const schoolAskChanges: StatusChanges<SchoolAskStatus> = {
  begins: ['unconfirmed', 'district'],
  unconfirmed: ['district'],
  district: ['contact', 'asked', 'closed'],
  contact: ['district', 'asked', 'meeting', 'closed'],
  asked: ['contact', 'meeting', 'committed', 'closed'],
  meeting: ['asked', 'committed', 'closed'],
  committed: ['meeting', 'taught', 'protocol', 'closed'],
  taught: ['committed', 'protocol'],
  protocol: ['committed', 'taught'],
  closed: ['district', 'contact'],
};

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
