import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { DoorSignatureInput, DoorWaiver, ReportArgs } from '@upstander/volunteers';
import { AttendanceReads } from './attendance-reads.js';
import { AttendanceConnection, AttendanceEntry, AttendanceOutcome, DoorSignature } from './attendance.js';
import { AddWalkInInput, AttendanceArgs, AttendanceMarkInput, CorrectAttendanceArgs } from './attendance.input.js';
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

  @Query(() => AttendanceConnection, { description: 'Who has a place at an event and who came, by name.' })
  @Allow('organizer')
  attendance(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('shiftId', { type: () => ID, nullable: true }) shiftId?: string | null,
    @Args('text', { type: () => String, nullable: true, description: 'Part of a name or a phone number.' })
    text?: string | null,
  ): Promise<AttendanceConnection> {
    return this.reads.page(actor, eventId, { shiftId, text }, page);
  }

  @Query(() => AttendanceReport, {
    description: 'How shifts of your chapters went that are over: places, who came, who did not, who came back.',
  })
  @Allow('organizer')
  attendanceReport(@CurrentActor() actor: Actor, @Args() args: ReportArgs): Promise<AttendanceReport> {
    return this.reports.report(actor, args);
  }

  @Mutation(() => [AttendanceOutcome], {
    description: 'Writes down what was marked at the door, at most 500 at once; each mark gets its own answer.',
  })
  @Allow('organizer')
  recordAttendance(
    @CurrentActor() actor: Actor,
    @Args('marks', { type: () => [AttendanceMarkInput], description: 'In the order in which they were made.' })
    marks: AttendanceMarkInput[],
  ): Promise<AttendanceOutcome[]> {
    return this.marks.record(actor, marks);
  }

  @Mutation(() => AttendanceEntry, { description: 'Somebody is there.' })
  @Allow('organizer')
  checkIn(@CurrentActor() actor: Actor, @Args() { signupId, at }: AttendanceArgs): Promise<AttendanceEntry> {
    return this.marks.mark(actor, 'check_in', signupId, at);
  }

  @Mutation(() => AttendanceEntry, { description: 'Somebody leaves.' })
  @Allow('organizer')
  checkOut(@CurrentActor() actor: Actor, @Args() { signupId, at }: AttendanceArgs): Promise<AttendanceEntry> {
    return this.marks.mark(actor, 'check_out', signupId, at);
  }

  @Mutation(() => AttendanceEntry, { description: 'Somebody did not come: only a person says so, never a job.' })
  @Allow('organizer')
  markNoShow(@CurrentActor() actor: Actor, @Args() { signupId, at }: AttendanceArgs): Promise<AttendanceEntry> {
    return this.marks.mark(actor, 'no_show', signupId, at);
  }

  @Mutation(() => AttendanceEntry, { description: 'Undoes the last thing that was marked for somebody.' })
  @Allow('organizer')
  undoCheckIn(
    @CurrentActor() actor: Actor,
    @Args('signupId', { type: () => ID }) signupId: string,
  ): Promise<AttendanceEntry> {
    return this.marks.undo(actor, signupId);
  }

  @Mutation(() => AttendanceEntry, {
    description: 'Records when a volunteer arrived and left, instead of what was marked. Approved hours follow.',
  })
  @Allow('organizer')
  correctAttendance(@CurrentActor() actor: Actor, @Args() args: CorrectAttendanceArgs): Promise<AttendanceEntry> {
    return this.times.correct(actor, args);
  }

  @Mutation(() => AttendanceEntry, { description: 'Gives somebody at the door a place, and checks them in.' })
  @Allow('organizer')
  addWalkIn(@CurrentActor() actor: Actor, @Args('input') input: AddWalkInInput): Promise<AttendanceEntry> {
    return this.walkIns.add(actor, input);
  }

  @Query(() => [DoorWaiver], {
    description: 'The waivers that the shifts of an event ask for, for devices at its door.',
  })
  @Allow('organizer')
  doorWaivers(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<DoorWaiver[]> {
    return this.waivers.texts(actor, eventId);
  }

  @Query(() => [DoorSignature], { description: 'The waivers that were signed at the door of an event, latest first.' })
  @Allow('organizer')
  doorSignatures(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<DoorSignature[]> {
    return this.waivers.signatures(actor, eventId);
  }

  @Mutation(() => AttendanceEntry, {
    description: 'Somebody on the list signs a waiver on the device at the door; of a minor, a guardian who is there.',
  })
  @Allow('organizer')
  signWaiverAtDoor(
    @CurrentActor() actor: Actor,
    @Args('signupId', { type: () => ID, description: 'Whose waiver it is.' }) signupId: string,
    @Args('waiver', { description: 'What was signed, and how.' }) waiver: DoorSignatureInput,
  ): Promise<AttendanceEntry> {
    return this.waivers.sign(actor, signupId, waiver);
  }

  @Query(() => EventHours, { description: 'What the people of an event gave, by their attendance.' })
  @Allow('organizer')
  eventHours(@CurrentActor() actor: Actor, @Args('eventId', { type: () => ID }) eventId: string): Promise<EventHours> {
    return this.hours.readEventHours(actor, eventId);
  }

  @Mutation(() => Int, {
    description:
      'Gives a training to everybody who was at an event; answers to how many who did not have it of it yet.',
  })
  @Allow('organizer')
  recordEventTraining(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('typeId', { type: () => ID }) typeId: string,
  ): Promise<number> {
    return this.training.record(actor, eventId, typeId);
  }

  @Mutation(() => EventHours, { description: 'Approves the hours of everybody who was at an event that is over.' })
  @Allow('organizer')
  approveHours(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<EventHours> {
    return this.hours.approve(actor, eventId);
  }
}
