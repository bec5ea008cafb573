import { ObjectType } from '@nestjs/graphql';
import { Chapter } from '@upstander/identity';
import { Answer, Count, Id, Instant, LocalDate, LongText, Ref, SerialId, Text, Status } from '@upstander/platform';
import { Entity } from 'typeorm';
import { HoursStatus } from './hours-status.js';

const seenBy = 'owner';

/** Hours somebody gave: of one shift they were at, or elsewhere. No value in money: donated time has none (IRS Pub. 526). */
@Entity({ schema: 'volunteers', name: 'hours' })
export class Hours {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff', description: 'Who gave them.' }) volunteerId!: string;
  @Ref({ seenBy }) chapterId!: string;
  @Answer(() => Chapter, { seenBy }) chapter!: Chapter;
  @Ref({ seenBy, nullable: true, description: 'The sign-up they come from; null for hours given elsewhere.' })
  signupId!: string | null;
  @LocalDate({ seenBy, description: 'Where they were given.' }) day!: string;
  @Count({ seenBy, min: 1, max: 1440 }) minutes!: number;
  @Text({ seenBy, max: 200, required: true, description: 'What was done, such as the title of the event.' })
  what!: string;
  @Status(HoursStatus, { seenBy }) status!: HoursStatus;
  @LongText({ seenBy, max: 500, nullable: true, description: 'What the volunteer wrote, claiming or disputing them.' })
  note!: string | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When somebody approved or rejected them.' })
  decidedAt!: Date | null;
  @Instant({ seenBy }) createdAt!: Date;
}

/** Who changed a number, from what to what, and why. */
@ObjectType({ description: 'A correction of hours: kept for ever.' })
@Entity({ schema: 'volunteers', name: 'hours_correction' })
export class HoursCorrection {
  @SerialId() id!: string;
  @Ref() hoursId!: string;
  @Count({ seenBy: 'anyone', description: 'What it was.' }) minutesBefore!: number;
  @Count({ seenBy: 'anyone', description: 'What it became; 0 where they were rejected.' }) minutesAfter!: number;
  @LongText({ seenBy: 'anyone', max: 500, required: true, description: 'Why the number was changed.' }) reason!: string;
  @Ref({ nullable: true }) madeBy!: string | null;
  @Answer(() => String, { seenBy: 'anyone', nullable: true, description: 'Who; null for an account that is gone.' })
  by!: string | null;
  @Instant({ seenBy: 'anyone' }) at!: Date;
}
