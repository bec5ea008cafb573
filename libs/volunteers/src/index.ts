export { VolunteerAccess } from './directory/volunteer-access.js';
export { VolunteerProfile } from './directory/managed-volunteer.js';
export { Volunteer } from './profile/volunteer.entity.js';
export { Volunteers, type ProvenPerson } from './profile/volunteers.service.js';
export { volunteersEntities } from './volunteers.entities.js';
export { VolunteersModule } from './volunteers.module.js';
