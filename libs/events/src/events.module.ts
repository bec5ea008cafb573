import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { VolunteersModule } from '@upstander/volunteers';
import { AttendanceReads } from './attendance/attendance-reads.js';
import { AttendanceResolver } from './attendance/attendance.resolver.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { DoorCodes } from './attendance/door-codes.js';
import { DoorWaivers } from './attendance/door-waivers.service.js';
import { CompleteAttendance } from './attendance/complete-attendance.processor.js';
import { EventTraining } from './attendance/event-training.service.js';
import { AttendanceReports } from './attendance/attendance-report.service.js';
import { EventHoursService } from './attendance/event-hours.service.js';
import { AttendanceTimes } from './attendance/attendance-times.service.js';
import { ShiftCheckInResolver } from './attendance/shift-check-in.resolver.js';
import { WalkIns } from './attendance/walk-ins.service.js';
import { CalendarController } from './calendars/calendar.controller.js';
import { CalendarFeedResolver } from './calendars/calendar-feed.resolver.js';
import { CalendarFeeds } from './calendars/calendar-feeds.service.js';
import { Calendars } from './calendars/calendars.service.js';
import { EligibleShiftResolver } from './eligible-shifts/eligible-shift.resolver.js';
import { EligibleShifts } from './eligible-shifts/eligible-shifts.service.js';
import { Seekers } from './eligible-shifts/seeker.js';
import { CompleteEvents } from './events/complete-events.processor.js';
import { DoorResolver } from './door/door.resolver.js';
import { Doors } from './door/doors.js';
import { EventDoorService } from './door/event-door.service.js';
import { AgeAnswers } from './safeguarding/age-answers.service.js';
import { GapSolutions } from './safeguarding/gap-solutions.service.js';
import { KioskService } from './door/kiosk.service.js';
import { SelfCheckInService } from './door/self-check-in.service.js';
import { WallBoards } from './door/wall-board.service.js';
import { EventAccess } from './events/event-access.js';
import { EventDrafts } from './events/event-drafts.service.js';
import { EventReads } from './events/event-reads.js';
import { EventResolver } from './events/event.resolver.js';
import { EventService } from './events/event.service.js';
import { ManageEventsResolver } from './events/manage-events.resolver.js';
import { NeedsYouResolver } from './needs-you/needs-you.resolver.js';
import { NeedsYouService } from './needs-you/needs-you.service.js';
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
import { ExpireOffers } from './signups/expire-offers.processor.js';
import { ExpireSignups } from './signups/expire-signups.processor.js';
import { Expiry } from './signups/expiry.js';
import { Guests } from './signups/guests.service.js';
import { HandOverMails } from './signups/hand-overs/hand-over.mails.js';
import { HandOverReads } from './signups/hand-overs/hand-over-reads.js';
import { HandOverResolver } from './signups/hand-overs/hand-over.resolver.js';
import { HandOvers } from './signups/hand-overs/hand-overs.service.js';
import { HandOverAnswers } from './signups/hand-overs/take-over.service.js';
import { OverlappingShifts } from './signups/overlapping-shifts.service.js';
import { Waitlist } from './signups/waitlist.js';
import { GroupedSignups } from './signups/grouped-signups.js';
import { NudgeUnconfirmed } from './signups/nudge-unconfirmed.processor.js';
import { VolunteerIdentification } from './signups/volunteer-identification.js';
import { OneClick } from './signups/one-click.service.js';
import { VerifiedSignUp } from './signups/own-sign-up.service.js';
import { PlaceSignups } from './signups/place-signups.js';
import { EmergencyContacts } from './signups/roster/emergency-contacts.service.js';
import { Messages } from './signups/roster/messages.service.js';
import { Moves } from './signups/roster/moves.js';
import { KeepRequirements } from './signups/requirements/keep-requirements.processor.js';
import { RequirementResolver } from './signups/requirements/requirement.resolver.js';
import { ShiftRequirements } from './signups/requirements/shift-requirements.service.js';
import { RosterAccess } from './signups/roster/roster-access.js';
import { RosterReads } from './signups/roster/roster-reads.js';
import { RosterResolver } from './signups/roster/roster.resolver.js';
import { RosterService } from './signups/roster/roster.service.js';
import { ShiftChanges } from './signups/shift-changes.service.js';
import { MultiShiftSignUp } from './signups/several-shifts.service.js';
import { SignUpService } from './signups/sign-up.service.js';
import { OpenSignupLink } from './signups/open-signup-link.js';
import { SignupLinks } from './signups/signup-links.service.js';
import { SignupsOfPerson } from './signups/signups-of-person.js';
import { SignupsOfVolunteers } from './signups/signups-of-volunteers.js';
import { ShiftPeers } from './signups/shift-peers.js';
import { SignupReads } from './signups/signup-reads.service.js';
import { VolunteerSignupResolver } from './signups/volunteer-signups.resolver.js';
import { SignupResolver } from './signups/signup.resolver.js';
import { EventThingNames } from './events.thing-names.js';

@Module({
  imports: [NotificationsModule, VolunteersModule],
  controllers: [CalendarController],
  providers: [
    EventThingNames,
    EventAccess,
    EventResolver,
    ManageEventsResolver,
    EventReads,
    EventDrafts,
    EventService,
    CompleteEvents,
    NeedsYouResolver,
    NeedsYouService,
    EligibleShiftResolver,
    EligibleShifts,
    Seekers,
    SignupResolver,
    SignUpService,
    MultiShiftSignUp,
    GroupedSignups,
    OverlappingShifts,
    VerifiedSignUp,
    ShiftRequirements,
    RequirementResolver,
    KeepRequirements,
    OneClick,
    VolunteerIdentification,
    PlaceSignups,
    SignupLinks,
    OpenSignupLink,
    Guests,
    HandOverResolver,
    HandOvers,
    HandOverAnswers,
    HandOverReads,
    HandOverMails,
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
    Moves,
    Messages,
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
    GapSolutions,
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
    FeedbackResolver,
    FeedbackReads,
    FeedbackService,
    ShiftTimetables,
    MakeDueReminders,
    ReminderMetrics,
    SignupMails,
    Calendars,
    CalendarFeeds,
    CalendarFeedResolver,
  ],
})
export class EventsModule {}
