import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { VolunteersModule } from '@upstander/volunteers';
import { AttendanceReads } from './attendance/attendance-reads.js';
import { AttendanceResolver } from './attendance/attendance.resolver.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { DoorCodes } from './signups/door-codes.js';
import { DoorWaivers } from './attendance/door-waivers.service.js';
import { CompleteAttendance } from './attendance/complete-attendance.processor.js';
import { EventTraining } from './attendance/event-training.service.js';
import { AttendanceReports } from './attendance/attendance-report.service.js';
import { EventHoursService } from './attendance/event-hours.service.js';
import { AttendanceTimes } from './attendance/attendance-times.service.js';
import { ShiftCheckInResolver } from './shifts/shift-check-in.resolver.js';
import { WalkIns } from './attendance/walk-ins.service.js';
import { CalendarController } from './calendars/calendar.controller.js';
import { CalendarFeedResolver } from './calendars/calendar-feed.resolver.js';
import { CalendarFeeds } from './calendars/calendar-feeds.service.js';
import { ExtendSeries } from './series/extend-series.processor.js';
import { SeriesAccess } from './series/series-access.js';
import { SeriesChangedMail } from './series/series-changed.mail.js';
import { SeriesDates } from './series/series-dates.service.js';
import { SeriesEdits } from './series/series-edits.service.js';
import { SeriesPreviews } from './series/series-previews.service.js';
import { SeriesReads } from './series/series-reads.js';
import { SeriesResolver } from './series/series.resolver.js';
import { SeriesService } from './series/series.service.js';
import { SeriesSignups } from './series/series-signups.js';
import { SeriesCalendar } from './calendars/series-calendar.js';
import { Calendars } from './calendars/calendars.service.js';
import { EligibleShiftResolver } from './eligible-shifts/eligible-shift.resolver.js';
import { EligibleShifts } from './eligible-shifts/eligible-shifts.service.js';
import { Seekers } from './eligible-shifts/seeker.js';
import { CompleteEvents } from './events/complete-events.processor.js';
import { DoorResolver } from './door/door.resolver.js';
import { Doors } from './door/doors.js';
import { EventDoorService } from './door/event-door.service.js';
import { AgeAnswerResolver } from './links/age-answer.resolver.js';
import { AgeAnswers } from './links/age-answers.service.js';
import { RegistrationPreferences } from './registrations/registration-preferences.service.js';
import { RegistrationNotices } from './organizer-notices/registration-notices.js';
import { SafeguardingNotices } from './organizer-notices/safeguarding-notices.js';
import { SignupNotices } from './organizer-notices/signup-notices.js';
import { GapSolutions } from './safeguarding/gap-solutions.service.js';
import { KioskService } from './door/kiosk.service.js';
import { SelfCheckInService } from './door/self-check-in.service.js';
import { WallBoards } from './door/wall-board.service.js';
import { EventMessageMail } from './event-messages/event-message.mail.js';
import { EventMessageReads } from './event-messages/event-message-reads.js';
import { EventMessageResolver } from './event-messages/event-message.resolver.js';
import { EventMessages } from './event-messages/event-messages.service.js';
import { SendEventMessages } from './event-messages/send-event-messages.processor.js';
import { EventAccess } from './events/event-access.js';
import { EventDrafts } from './events/event-drafts.service.js';
import { EventReads } from './events/event-reads.js';
import { EventResolver } from './events/event.resolver.js';
import { EventService } from './events/event.service.js';
import { ManageEventsResolver } from './events/manage-events.resolver.js';
import { EventActionItemsResolver } from './action-items/event-action-items.resolver.js';
import { EventActionItemsService } from './action-items/event-action-items.service.js';
import { FeedbackReads } from './feedback/feedback-reads.service.js';
import { FeedbackResolver } from './feedback/feedback.resolver.js';
import { FeedbackService } from './feedback/feedback.service.js';
import { BreachMail } from './safeguarding/breach.mail.js';
import { SafeguardingResolver } from './safeguarding/safeguarding.resolver.js';
import { Safeguarding } from './safeguarding/safeguarding.service.js';
import { SignupMails } from './mails/signup-mails.js';
import { ReminderMetrics } from './reminders/reminder-metrics.js';
import { MakeDueReminders } from './reminders/make-due-reminders.processor.js';
import { ShiftTimetables } from './reminders/shift-timetables.js';
import { ExpireOffers } from './waitlist/expire-offers.processor.js';
import { ExpireSignups } from './waitlist/expire-signups.processor.js';
import { Expiry } from './waitlist/expiry.js';
import { GroupChanges } from './groups/group-changes.service.js';
import { GroupResolver } from './groups/group.resolver.js';
import { GroupSignUp } from './groups/group-sign-up.service.js';
import { Guests } from './links/guests.service.js';
import { handOverProviders } from './hand-overs/hand-overs.providers.js';
import { OverlappingShifts } from './one-click/overlapping-shifts.service.js';
import { Waitlist } from './waitlist/waitlist.js';
import { GroupedSignups } from './several-shifts/grouped-signups.js';
import { NudgeUnconfirmed } from './reminders/nudge-unconfirmed.processor.js';
import { VolunteerIdentification } from './one-click/volunteer-identification.js';
import { OneClick } from './one-click/one-click.service.js';
import { VerifiedSignUp } from './one-click/verified-sign-up.service.js';
import { PlaceSignups } from './batch/place-signups.js';
import { EmergencyContacts } from './roster/emergency-contacts.service.js';
import { SignupMoves } from './roster/signup-moves.js';
import { KeepRequirements } from './waitlist/keep-requirements.processor.js';
import { RequirementSettings } from './events/requirement-settings.service.js';
import { RequirementResolver } from './events/requirement.resolver.js';
import { ShiftReferences } from './shifts/shift-references.service.js';
import { ShiftRequirements } from './requirements/shift-requirements.service.js';
import { RosterAccess } from './signups/roster-access.js';
import { RosterReads } from './roster/roster-reads.js';
import { RosterResolver } from './roster/roster.resolver.js';
import { RosterService } from './roster/roster.service.js';
import { CoOrganizerMail } from './co-organizers/co-organizer.mail.js';
import { CoOrganizerResolver } from './co-organizers/co-organizer.resolver.js';
import { CoOrganizers } from './co-organizers/co-organizers.service.js';
import { EndCoOrganizers } from './co-organizers/end-co-organizers.processor.js';
import { LeadDesks } from './shift-leads/lead-desks.service.js';
import { ShiftLeadMail } from './shift-leads/shift-lead.mail.js';
import { ShiftLeadResolver } from './shift-leads/shift-lead.resolver.js';
import { ShiftLeads } from './shift-leads/shift-leads.service.js';
import { ShiftInvitations } from './shift-requests/shift-invitations.service.js';
import { ShiftRequestMail } from './shift-requests/shift-request.mail.js';
import { ShiftRequestResolver } from './shift-requests/shift-request.resolver.js';
import { ShiftRequests } from './shift-requests/shift-requests.service.js';
import { ShiftChanges } from './events/shift-changes.service.js';
import { SeriesPageReads } from './series-page/series-page-reads.js';
import { SeriesPageResolver } from './series-page/series-page.resolver.js';
import { FillStandingSignups } from './standing-signups/fill-standing-signups.processor.js';
import { Regulars } from './standing-signups/regulars.service.js';
import { SeriesSignUp } from './standing-signups/series-sign-up.service.js';
import { StandingSignupReads } from './standing-signups/standing-signup-reads.js';
import { StandingSignupResolver } from './standing-signups/standing-signup.resolver.js';
import { StandingSignupMails } from './standing-signups/standing-signups.mails.js';
import { StandingSignupsOfVolunteers } from './standing-signups/standing-signups-of-volunteers.js';
import { ExpireRegistrations } from './registrations/expire-registrations.processor.js';
import { RegistrationDesk } from './registrations/registration-desk.service.js';
import { RegistrationForms } from './registrations/registration-forms.service.js';
import { Parties } from './parties/parties.service.js';
import { PartyResolver } from './parties/party.resolver.js';
import { RegistrationReads } from './registrations/registration-reads.service.js';
import { RegistrationMails } from './registrations/registration.mails.js';
import { RegistrationResolver } from './registrations/registration.resolver.js';
import { Registrations } from './registrations/registrations.service.js';
import { RemindParticipants } from './registrations/remind-participants.processor.js';
import { StandingSignups } from './standing-signups/standing-signups.service.js';
import { MultiShiftPlacing } from './several-shifts/multi-shift-placing.js';
import { MultiShiftSignUp } from './several-shifts/several-shifts.service.js';
import { SignUpService } from './my-signups/sign-up.service.js';
import { OpenSignupLink } from './links/open-signup-link.js';
import { SignupSmsAnswers } from './sms/signup-sms-answers.service.js';
import { SignupLinks } from './links/signup-links.service.js';
import { SignupsOfPerson } from './volunteer-signups/signups-of-person.js';
import { SignupsOfVolunteers } from './volunteer-signups/signups-of-volunteers.js';
import { ShiftPeers } from './my-signups/shift-peers.js';
import { SignupReads } from './my-signups/signup-reads.service.js';
import { VolunteerSignupResolver } from './volunteer-signups/volunteer-signups.resolver.js';
import { SignupResolver } from './my-signups/signup.resolver.js';
import { GuestLimitResolver } from './volunteering-rules/guest-limit.resolver.js';
import { VolunteeringRulesResolver } from './volunteering-rules/volunteering-rules.resolver.js';
import { VolunteeringRulesService } from './volunteering-rules/volunteering-rules.service.js';

@Module({
  imports: [NotificationsModule, VolunteersModule],
  controllers: [CalendarController],
  providers: [
    VolunteeringRulesService,
    VolunteeringRulesResolver,
    GuestLimitResolver,
    EventAccess,
    EventResolver,
    ManageEventsResolver,
    EventReads,
    EventDrafts,
    EventService,
    CompleteEvents,
    EventActionItemsResolver,
    EventActionItemsService,
    EligibleShiftResolver,
    EligibleShifts,
    Seekers,
    SignupResolver,
    SignUpService,
    MultiShiftSignUp,
    MultiShiftPlacing,
    GroupedSignups,
    SeriesPageResolver,
    SeriesPageReads,
    StandingSignupsOfVolunteers,
    StandingSignupResolver,
    SeriesSignUp,
    StandingSignups,
    StandingSignupReads,
    StandingSignupMails,
    Regulars,
    FillStandingSignups,
    PartyResolver,
    Parties,
    RegistrationResolver,
    RegistrationForms,
    Registrations,
    RegistrationDesk,
    RegistrationReads,
    RegistrationMails,
    ExpireRegistrations,
    RemindParticipants,
    OverlappingShifts,
    VerifiedSignUp,
    ShiftReferences,
    ShiftRequirements,
    RequirementSettings,
    RequirementResolver,
    KeepRequirements,
    OneClick,
    VolunteerIdentification,
    PlaceSignups,
    SignupLinks,
    OpenSignupLink,
    Guests,
    GroupResolver,
    GroupSignUp,
    GroupChanges,
    ...handOverProviders,
    SignupReads,
    ShiftPeers,
    SignupsOfVolunteers,
    SignupsOfPerson,
    Waitlist,
    ShiftChanges,
    Expiry,
    ExpireSignups,
    ExpireOffers,
    NudgeUnconfirmed,
    RosterResolver,
    RosterService,
    RosterReads,
    RosterAccess,
    SignupMoves,
    CoOrganizerResolver,
    CoOrganizers,
    CoOrganizerMail,
    EndCoOrganizers,
    ShiftLeadResolver,
    ShiftLeads,
    LeadDesks,
    ShiftLeadMail,
    ShiftRequestResolver,
    ShiftRequests,
    ShiftInvitations,
    ShiftRequestMail,
    EmergencyContacts,
    VolunteerSignupResolver,
    Safeguarding,
    SafeguardingResolver,
    BreachMail,
    AttendanceResolver,
    AttendanceReads,
    AttendanceService,
    DoorCodes,
    DoorWaivers,
    Doors,
    DoorResolver,
    EventDoorService,
    AgeAnswers,
    AgeAnswerResolver,
    GapSolutions,
    SafeguardingNotices,
    SignupNotices,
    RegistrationNotices,
    RegistrationPreferences,
    KioskService,
    AttendanceTimes,
    ShiftCheckInResolver,
    SelfCheckInService,
    WallBoards,
    WalkIns,
    EventHoursService,
    EventTraining,
    AttendanceReports,
    CompleteAttendance,
    EventMessageResolver,
    EventMessages,
    EventMessageReads,
    EventMessageMail,
    SendEventMessages,
    FeedbackResolver,
    FeedbackReads,
    FeedbackService,
    ShiftTimetables,
    MakeDueReminders,
    ReminderMetrics,
    SignupMails,
    SignupSmsAnswers,
    Calendars,
    SeriesCalendar,
    CalendarFeeds,
    CalendarFeedResolver,
    ExtendSeries,
    SeriesAccess,
    SeriesChangedMail,
    SeriesDates,
    SeriesEdits,
    SeriesPreviews,
    SeriesReads,
    SeriesResolver,
    SeriesService,
    SeriesSignups,
  ],
})
export class EventsModule {}
