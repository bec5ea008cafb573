import { Module } from '@nestjs/common';
import { VolunteerAccess } from './directory/volunteer-access.js';
import { VolunteerDesk } from './directory/volunteer-desk.service.js';
import { VolunteerReads } from './directory/volunteer-reads.js';
import { VolunteerResolver } from './directory/volunteer.resolver.js';
import { MyProfileResolver } from './profile/my-profile.resolver.js';
import { MyProfile } from './profile/my-profile.service.js';
import { ProfileChanges } from './profile/profile-changes.js';
import { Volunteers } from './profile/volunteers.service.js';
import { TermResolver } from './terms/term.resolver.js';
import { Terms } from './terms/terms.service.js';

@Module({
  providers: [
    // what volunteers say about themselves
    MyProfileResolver,
    MyProfile,
    ProfileChanges,
    Volunteers,
    TermResolver,
    Terms,
    // what staff see and do
    VolunteerResolver,
    VolunteerAccess,
    VolunteerReads,
    VolunteerDesk,
  ],
  exports: [Volunteers, VolunteerAccess],
})
export class VolunteersModule {}
