export { KnownBrowsers } from './browsers/known-browsers.service.js';
export { VolunteerAccess } from './directory/volunteer-access.js';
export { VolunteerProfile } from './directory/managed-volunteer.js';
export { EmergencyContact } from './profile/emergency-contact.entity.js';
export { ofAddress } from './profile/my-profile.service.js';
export { Volunteer } from './profile/volunteer.entity.js';
export { Volunteers, type ProvenPerson } from './profile/volunteers.service.js';
export { volunteersEntities } from './volunteers.entities.js';
export { VolunteersModule } from './volunteers.module.js';
