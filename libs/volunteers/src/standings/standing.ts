import { enumOf, type EnumOf } from '@upstander/platform';

export const Standing = enumOf('VolunteerStanding', "A volunteer's standing in a chapter.", {
  volunteer: 'Helped the chapter, or chose it in their profile.',
  member: 'A member, as set by staff. Members can sign up before the general public.',
  lead: 'A shift lead. Leads can sign up before everyone else.',
});
export type Standing = EnumOf<typeof Standing>;
