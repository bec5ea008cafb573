import { enumOf, type EnumOf } from '@upstander/platform';

export const Standing = enumOf('VolunteerStanding', 'What somebody is in a chapter that knows them.', {
  volunteer: 'They helped, or say that they belong to it.',
  member: 'Staff count them among its members: they may sign up before everybody.',
  lead: 'They lead shifts: they may sign up before anybody else.',
});
export type Standing = EnumOf<typeof Standing>;
