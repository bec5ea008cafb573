import './volunteers.mails.js';
export { KnownBrowsers } from './browsers/known-browsers.service.js';
export { CourseCredentials } from './credentials/course-credentials.js';
export { CredentialDesk } from './credentials/credential-desk.service.js';
export { CredentialType } from './credentials/credential-type.entity.js';
export { CredentialTypes } from './credentials/credential-types.service.js';
export { DoorSignatureInput, DoorWaiver, SignedAtDoor } from './credentials/door-signature.js';
export {
  heldPeriods as heldSpans,
  meetsTypeCondition as meetsTypeThrough,
} from './held-credentials/credential-validity.js';
export { WaiversAtDoor, type CheckInPerson } from './credentials/waivers-at-door.service.js';
export { VolunteerAccess } from './access/volunteer-access.js';
export { VolunteerProfile } from './directory/managed-volunteer.js';
export { AddedHours } from './hours/added-hours.service.js';
export { HoursService, type CreditedHours } from './hours/hours.service.js';
export { VolunteerParts } from './merges/volunteer-parts.js';
export { VolunteerMessages } from './messages/messages.service.js';
export { EmergencyContact } from './profile/emergency-contact.entity.js';
export { isMinor } from './profile/volunteer-columns.js';
export { joinVolunteer } from './profile/volunteer-joins.js';
export { MyProfile, volunteerIdOfAddress } from './profile/my-profile.service.js';
export { Volunteer } from './profile/volunteer.entity.js';
export { Volunteers, type ProvenPerson } from './profile/volunteers.service.js';
export { ReportArgs, reportChapters } from './report/report-scope.js';
export { Term, TermKind } from './terms/term.entity.js';
export { Terms } from './terms/terms.service.js';
export type { Availability } from './profile/availability.js';
export { VolunteersModule } from './volunteers.module.js';
export { volunteerJobs } from './volunteers.jobs.js';
export { volunteerLimits } from './volunteers.limits.js';
export { volunteerSettings } from './volunteers.settings.js';
export { volunteersOfAddress } from './volunteer-data.js';
