import { ObjectType } from '@nestjs/graphql';
import { Chapter, RecordName } from '@upstander/identity';
import {
  ComputedField,
  Count,
  Id,
  Instant,
  LocalDate,
  LongText,
  Ref,
  SerialId,
  Text,
  Status,
  PersonalData,
  personal,
  emptiedValue,
  splitColumns,
  emptyText,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { HoursStatus } from './hours-status.js';
import { ofVolunteer, seenByOrganizers, volunteersOfAddress, withChapter } from '../volunteer-data.js';
import { namesOfVolunteers } from '../volunteer-names.js';

const seenBy = 'owner';

/**
 * Volunteer hours, from a shift or given elsewhere. No monetary value, because donated time has none (IRS Pub. 526).
 */
@PersonalData({
  noun: 'hours',
  of: ofVolunteer,
  erasure: 'volunteer',
  kept: 'as long as the installation, so that yearly reports don’t change; anonymous after an erasure',
  seenBy: seenByOrganizers,
  columns: { note: personal.content(emptiedValue) },
  also: { ...withChapter, day: 't.day', minutes: 't.minutes', what: 't.what', status: 't.status' },
  codes: { status: 'hoursStatus' },
  others: splitColumns('day what status'),
})
@RecordName('hours', {
  sql: namesOfVolunteers('hours', 't.day::text'),
  path: ({ pageId }) => `/volunteers/${pageId}`,
  isPerson: true,
})
@Entity({ schema: 'volunteers', name: 'hours' })
export class Hours {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff', description: 'ID of the volunteer.' }) volunteerId!: string;
  @Ref({ seenBy }) chapterId!: string;
  @ComputedField(() => Chapter, { seenBy }) chapter!: Chapter;
  @Ref({ seenBy, nullable: true, description: 'ID of the sign-up; null for hours given elsewhere.' })
  signupId!: string | null;
  @LocalDate({ seenBy, description: 'Date in the time zone where the hours were given.' }) day!: string;
  @Count({ seenBy, min: 1, max: 1440 }) minutes!: number;
  @Text({
    seenBy,
    max: 200,
    required: true,
    description: 'Activity, for example the title of the event.',
    column: 'what',
  })
  activity!: string;
  @Status(HoursStatus, { seenBy }) status!: HoursStatus;
  @LongText({
    seenBy,
    max: 500,
    nullable: true,
    description: 'Note from the volunteer who claimed or disputed the hours, or from the organizer who added them.',
  })
  note!: string | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When the hours were approved or rejected; null if not decided.' })
  decidedAt!: Date | null;
  @Instant({ seenBy }) createdAt!: Date;
}

@ObjectType({ description: 'A correction of hours, stored permanently.' })
@PersonalData({
  noun: 'corrections of hours',
  of: {
    volunteer: `t.hours_id IN (SELECT h.id FROM volunteers.hours h WHERE h.volunteer_id IN (${volunteersOfAddress}))`,
  },
  erasure: 'columns',
  kept: 'with the hours',
  seenBy: seenByOrganizers,
  columns: { reason: personal.content(emptyText) },
  also: { minutes_before: 't.minutes_before', minutes_after: 't.minutes_after', at: 't.at' },
})
@Entity({ schema: 'volunteers', name: 'hours_correction' })
export class HoursCorrection {
  @SerialId() id!: string;
  @Ref() hoursId!: string;
  @Count({ seenBy: 'anyone', description: 'Minutes before the correction.' }) minutesBefore!: number;
  @Count({ seenBy: 'anyone', description: 'Minutes after the correction; 0 if rejected.' }) minutesAfter!: number;
  @LongText({ seenBy: 'anyone', max: 500, required: true, description: 'Reason for the correction.' }) reason!: string;
  @Ref({ nullable: true }) madeBy!: string | null;
  @ComputedField(() => String, {
    seenBy: 'anyone',
    nullable: true,
    description: 'Name of the person who corrected them; null if the account was removed.',
  })
  by!: string | null;
  @Instant({ seenBy: 'anyone' }) at!: Date;
}
