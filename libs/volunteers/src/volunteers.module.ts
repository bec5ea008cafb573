import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { KnownBrowserResolver } from './browsers/known-browser.resolver.js';
import { KnownBrowsers } from './browsers/known-browsers.service.js';
import { CourseCredentials } from './credentials/course-credentials.js';
import { CredentialDesk } from './credentials/credential-desk.service.js';
import { CredentialFacts } from './credentials/credential-facts.js';
import { CredentialMails } from './credentials/credential-mails.js';
import { CredentialReads } from './credentials/credential-reads.js';
import { CredentialTypeResolver } from './credentials/credential-type.resolver.js';
import { CredentialTypes } from './credentials/credential-types.service.js';
import { CredentialResolver } from './credentials/credential.resolver.js';
import { GuardianWaivers } from './credentials/guardian-waivers.service.js';
import { MyCredentialResolver } from './credentials/my-credential.resolver.js';
import { MyCredentials } from './credentials/my-credentials.service.js';
import { BackgroundCheckMails } from './credentials/background-check-mails.js';
import { BackgroundCheckResolver } from './credentials/background-check.resolver.js';
import { BackgroundChecks } from './credentials/background-checks.service.js';
import { WaiversAtDoor } from './credentials/waivers-at-door.service.js';
import { WarnOfExpiry } from './credentials/warn-of-expiry.processor.js';
import { VolunteerAccess } from './access/volunteer-access.js';
import { VolunteerDesk } from './directory/volunteer-desk.service.js';
import { VolunteerExportController } from './directory/volunteer-export.controller.js';
import { VolunteerReads } from './directory/volunteer-reads.js';
import { VolunteerSelections } from './directory/volunteer-selection.js';
import { VolunteerResolver } from './directory/volunteer.resolver.js';
import { TimelineResolver } from './directory/timeline.resolver.js';
import { HoursLetterController } from './hours-letter/hours-letter.controller.js';
import { HoursLetters } from './hours-letter/hours-letters.service.js';
import { MailYearlyHours } from './hours-letter/mail-yearly-hours.processor.js';
import { YearlyHoursMail } from './hours-letter/yearly-hours.mail.js';
import { HoursResolver, MyHoursResolver } from './hours/hours.resolver.js';
import { AddedHours } from './hours/added-hours.service.js';
import { HoursService } from './hours/hours.service.js';
import { MilestoneMail } from './hours/milestone.mail.js';
import { MergeReads } from './merges/merge-reads.js';
import { MergeResolver } from './merges/merge.resolver.js';
import { Merges } from './merges/merges.service.js';
import { VolunteerParts } from './merges/volunteer-parts.js';
import { MessageMail } from './messages/message.mail.js';
import { MessageResolver } from './messages/message.resolver.js';
import { SmsHistoryResolver } from './reachability/sms-history.resolver.js';
import { DeliveryProblemResolver } from './reachability/delivery-problem.resolver.js';
import { VolunteerDeliveryProblem } from './reachability/delivery-problem.service.js';
import { MessagePreferences } from './messages/message-preferences.service.js';
import { VolunteerMessages } from './messages/messages.service.js';
import { NoteResolver } from './notes/note.resolver.js';
import { Notes } from './notes/notes.service.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { PersonalDataResolver } from './personal-data/personal-data.resolver.js';
import { PersonalData } from './personal-data/personal-data.service.js';
import { MyProfileResolver } from './profile/my-profile.resolver.js';
import { MyProfile } from './profile/my-profile.service.js';
import { ProfileZones } from './profile/profile-zones.js';
import { ProfileChanges } from './profile/profile-changes.js';
import { Volunteers } from './profile/volunteers.service.js';
import { StandingResolver } from './standings/standing.resolver.js';
import { Standings } from './standings/standings.service.js';
import { HoursReportResolver } from './report/hours-report.resolver.js';
import { RecentHoursResolver } from './report/recent-hours.js';
import { HoursReports } from './report/hours-report.service.js';
import { TagResolver } from './tags/tag.resolver.js';
import { Tags } from './tags/tags.service.js';
import { TermResolver } from './terms/term.resolver.js';
import { Terms } from './terms/terms.service.js';

@Module({
  imports: [NotificationsModule],
  controllers: [VolunteerExportController, PersonalDataController, HoursLetterController],
  providers: [
    MyProfileResolver,
    MyProfile,
    ProfileChanges,
    ProfileZones,
    Volunteers,
    KnownBrowsers,
    KnownBrowserResolver,
    TermResolver,
    Terms,
    VolunteerResolver,
    VolunteerAccess,
    VolunteerReads,
    VolunteerSelections,
    VolunteerDesk,
    TagResolver,
    Tags,
    Standings,
    StandingResolver,
    NoteResolver,
    Notes,
    TimelineResolver,
    MessageResolver,
    VolunteerMessages,
    MessagePreferences,
    VolunteerDeliveryProblem,
    DeliveryProblemResolver,
    SmsHistoryResolver,
    MessageMail,
    CredentialTypeResolver,
    CredentialTypes,
    CredentialResolver,
    CredentialReads,
    CredentialDesk,
    CourseCredentials,
    MyCredentialResolver,
    MyCredentials,
    GuardianWaivers,
    WaiversAtDoor,
    CredentialFacts,
    CredentialMails,
    BackgroundChecks,
    BackgroundCheckResolver,
    BackgroundCheckMails,
    WarnOfExpiry,
    HoursResolver,
    MyHoursResolver,
    HoursService,
    AddedHours,
    HoursLetters,
    HoursReports,
    HoursReportResolver,
    RecentHoursResolver,
    MilestoneMail,
    MailYearlyHours,
    YearlyHoursMail,
    MergeResolver,
    MergeReads,
    Merges,
    VolunteerParts,
    PersonalData,
    PersonalDataResolver,
  ],
  exports: [
    Volunteers,
    MyProfile,
    CourseCredentials,
    KnownBrowsers,
    VolunteerAccess,
    VolunteerMessages,
    VolunteerParts,
    HoursService,
    AddedHours,
    CredentialTypes,
    CredentialDesk,
    WaiversAtDoor,
    Terms,
  ],
})
export class VolunteersModule {}
