import { registerEnumType } from '@nestjs/graphql';

/** What somebody is in a chapter that knows them. */
export const Standing = { VOLUNTEER: 'volunteer', MEMBER: 'member', LEAD: 'lead' } as const;
export type Standing = (typeof Standing)[keyof typeof Standing];
registerEnumType(Standing, {
  name: 'VolunteerStanding',
  description: 'What somebody is in a chapter that knows them.',
  valuesMap: {
    VOLUNTEER: { description: 'They helped, or say that they belong to it.' },
    MEMBER: { description: 'Staff count them among its members: they may sign up before everybody.' },
    LEAD: { description: 'They lead shifts: they may sign up before anybody else.' },
  },
});
