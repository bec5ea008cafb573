import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { DoorSignatureInput, DoorWaiver, ReportArgs } from '@upstander/volunteers';
import { AttendanceReads } from './attendance-reads.js';
import { AttendanceConnection, AttendanceEntry, AttendanceOutcome, DoorSignature } from './attendance.js';
import {
  AddWalkInInput,
  AttendanceArgs,
  AttendanceMarkInput,
  CheckInArgs,
  CorrectAttendanceArgs,
} from './attendance.input.js';
import { AttendanceReport } from './attendance-report.js';
import { AttendanceReports } from './attendance-report.service.js';
import { DoorWaivers } from './door-waivers.service.js';
import { EventHours } from './event-hours.js';
import { EventTraining } from './event-training.service.js';
import { EventHoursService } from './event-hours.service.js';
import { AttendanceTimes } from './attendance-times.service.js';
import { AttendanceService } from './attendance.service.js';
import { WalkIns } from './walk-ins.service.js';
import { PageArgs } from '@upstander/platform';

@Area('roster')
@Resolver()
export class AttendanceResolver {
  constructor(
    private readonly reads: AttendanceReads,
    private readonly marks: AttendanceService,
    private readonly walkIns: WalkIns,
    private readonly times: AttendanceTimes,
    private readonly waivers: DoorWaivers,
    private readonly hours: EventHoursService,
    private readonly training: EventTraining,
    private readonly reports: AttendanceReports,
  ) {}

  @Query(() => AttendanceConnection, {
    description: 'Volunteers with a spot at an event and their attendance, by name.',
  })
  @Allow('organizer')
  attendance(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('shiftId', { type: () => ID, nullable: true }) shiftId?: string | null,
    @Args('text', { type: () => String, nullable: true, description: 'Part of a name or phone number.' })
    text?: string | null,
  ): Promise<AttendanceConnection> {
    return this.reads.page(actor, eventId, { shiftId, text }, page);
  }

  @Query(() => AttendanceReport, {
    description: "Attendance at past shifts in the caller's chapters: spots, attendance, no-shows, and return visits.",
  })
  @Allow('organizer')
  @Area('reports')
  attendanceReport(@CurrentActor() actor: Actor, @Args() args: ReportArgs): Promise<AttendanceReport> {
    return this.reports.report(actor, args);
  }

  @Mutation(() => [AttendanceOutcome], {
    description: 'Records attendance marks, at most 500 at a time, and returns a result for each.',
  })
  @Allow('organizer')
  recordAttendance(
    @CurrentActor() actor: Actor,
    @Args('marks', { type: () => [AttendanceMarkInput], description: 'Marks, in the order they were made.' })
    marks: AttendanceMarkInput[],
  ): Promise<AttendanceOutcome[]> {
    return this.marks.record(actor, marks);
  }

  @Mutation(() => AttendanceEntry, { description: 'Checks a volunteer in.' })
  @Allow('organizer')
  checkIn(@CurrentActor() actor: Actor, @Args() args: CheckInArgs): Promise<AttendanceEntry> {
    return this.marks.mark(actor, 'check_in', args);
  }

  @Mutation(() => AttendanceEntry, { description: 'Checks a volunteer out.' })
  @Allow('organizer')
  checkOut(@CurrentActor() actor: Actor, @Args() args: AttendanceArgs): Promise<AttendanceEntry> {
    return this.marks.mark(actor, 'check_out', args);
  }

  @Mutation(() => AttendanceEntry, { description: 'Marks a volunteer as a no-show. This is never done automatically.' })
  @Allow('organizer')
  markNoShow(@CurrentActor() actor: Actor, @Args() args: AttendanceArgs): Promise<AttendanceEntry> {
    return this.marks.mark(actor, 'no_show', args);
  }

  @Mutation(() => AttendanceEntry, { description: 'Undoes the last attendance mark of a volunteer.' })
  @Allow('organizer')
  undoCheckIn(
    @CurrentActor() actor: Actor,
    @Args('signupId', { type: () => ID }) signupId: string,
  ): Promise<AttendanceEntry> {
    return this.marks.undoCheckIn(actor, signupId);
  }

  @Mutation(() => AttendanceEntry, {
    description: 'Corrects when a volunteer arrived and left. Approved hours are updated.',
  })
  @Allow('organizer')
  correctAttendance(@CurrentActor() actor: Actor, @Args() args: CorrectAttendanceArgs): Promise<AttendanceEntry> {
    return this.times.correct(actor, args);
  }

  @Mutation(() => AttendanceEntry, { description: 'Gives a walk-in a spot and checks them in.' })
  @Allow('organizer')
  addWalkIn(@CurrentActor() actor: Actor, @Args('input') input: AddWalkInInput): Promise<AttendanceEntry> {
    return this.walkIns.add(actor, input);
  }

  @Query(() => [DoorWaiver], {
    description: 'Waivers required by the shifts of an event, for check-in devices.',
  })
  @Allow('organizer')
  doorWaivers(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<DoorWaiver[]> {
    return this.waivers.texts(actor, eventId);
  }

  @Query(() => [DoorSignature], { description: 'Waivers signed on site at an event, newest first.' })
  @Allow('organizer')
  doorSignatures(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<DoorSignature[]> {
    return this.waivers.listSignatures(actor, eventId);
  }

  @Mutation(() => AttendanceEntry, {
    description: 'Records a waiver signed on a check-in device, by the volunteer or by a guardian who is present.',
  })
  @Allow('organizer')
  signWaiverAtDoor(
    @CurrentActor() actor: Actor,
    @Args('signupId', { type: () => ID, description: 'ID of the sign-up of the volunteer the waiver is for.' })
    signupId: string,
    @Args('waiver', { description: 'The signed waiver and the signature.' }) waiver: DoorSignatureInput,
  ): Promise<AttendanceEntry> {
    return this.waivers.sign(actor, signupId, waiver);
  }

  @Query(() => EventHours, { description: 'Volunteer hours at an event, by attendance.' })
  @Allow('organizer')
  @Area('hours')
  eventHours(@CurrentActor() actor: Actor, @Args('eventId', { type: () => ID }) eventId: string): Promise<EventHours> {
    return this.hours.readEventHours(actor, eventId);
  }

  @Mutation(() => Int, {
    description:
      'Records a training for everyone who attended an event. Returns how many did not have it from this event yet.',
  })
  @Allow('organizer')
  recordEventTraining(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('typeId', { type: () => ID }) typeId: string,
  ): Promise<number> {
    return this.training.record(actor, eventId, typeId);
  }

  @Mutation(() => EventHours, { description: 'Approves the hours of everyone who attended a past event.' })
  @Allow('organizer')
  @Area('hours')
  approveHours(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<EventHours> {
    return this.hours.approve(actor, eventId);
  }
}
