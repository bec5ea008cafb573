import { ObjectType } from '@nestjs/graphql';
import {
  ComputedField,
  Id,
  Instant,
  LongText,
  BelongsToPerson,
  Ref,
  Text,
  PersonalData,
  personal,
  deletedWithRow,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ofVolunteer, seenByOrganizers, withChapter } from '../volunteer-data.js';

const seenBy = 'anyone';

@ObjectType('VolunteerMessage', { description: 'An email from staff to a volunteer.' })
@PersonalData({
  noun: 'messages to me',
  of: ofVolunteer,
  erasure: 'volunteer',
  kept: '`MESSAGE_KEPT_DAYS` after it was sent',
  forgotten: { erasureScope: 'row', after: 'MESSAGE_KEPT_DAYS', since: 't.sent_at' },
  about: ['t.id', 't.volunteer_id'],
  seenBy: seenByOrganizers,
  columns: { subject: personal.content(deletedWithRow), body: personal.content(deletedWithRow) },
  also: { ...withChapter, sent_at: 't.sent_at' },
})
@Entity({ schema: 'volunteers', name: 'message' })
export class Message {
  @Id({ seenBy }) id!: string;
  @BelongsToPerson() @Ref() volunteerId!: string;
  @Ref({ seenBy, nullable: true, description: 'ID of the chapter; null for the organization.' })
  chapterId!: string | null;
  @Text({ seenBy, max: 150, required: true, description: 'Email subject, on one line.' }) subject!: string;
  @LongText({ seenBy, max: 5_000, required: true, description: 'The message, as plain text.' }) body!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the author; null if the account was removed.' })
  author!: string | null;
  @Instant({ seenBy, description: 'When it was queued for sending.' }) sentAt!: Date;
}
