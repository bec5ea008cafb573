import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
  Count,
  DateTimeScalar,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  Ref,
  PersonalData,
  personal,
  deletedWithRow,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import type { Volunteer } from '../profile/volunteer.entity.js';
import type { Standing } from '../standings/standing.js';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { volunteersOfAddress } from '../volunteer-data.js';

export const MergePart = enumOf('VolunteerMergePart', 'Data that a merge moves from one record to the other.', {
  signups: 'Sign-ups, with their attendance.',
  'standing-signups': 'Standing sign-ups for every date of a series.',
  notes: 'Staff notes.',
  messages: 'Messages from staff.',
  tags: 'Tags.',
  hours: 'Volunteer hours.',
  credentials: 'Credentials, with signed texts.',
  courses: 'Completed courses, with certificates.',
  'emergency-contact': 'The emergency contact, if the remaining record has none.',
});
export type MergePart = EnumOf<typeof MergePart>;

export const DuplicateReason = enumOf('VolunteerDuplicateReason', 'Reason two records may belong to the same person.', {
  phone: 'Same phone number.',
  name: 'Same name, in the same chapter.',
});
export type DuplicateReason = EnumOf<typeof DuplicateReason>;

const seenBy = 'anyone';

@ObjectType('VolunteerMerge', { description: 'A record that was merged into this one.' })
@PersonalData({
  noun: 'merged records',
  of: { volunteer: `t.kept_id IN (${volunteersOfAddress}) OR t.merged_id IN (${volunteersOfAddress})` },
  erasure: 'volunteer',
  kept: 'as long as the profile',
  seenBy: 'organizers of the chapters',
  columns: { moved: personal.trace(deletedWithRow, { withheld: 'IDs of rows' }) },
  also: { merged_at: 't.merged_at', undone_at: 't.undone_at' },
})
@RecordName('volunteerMerge', {
  sql: `SELECT m.id, v.name, v.id AS "pageId" FROM volunteers.merge m
    JOIN volunteers.volunteer v ON v.id = m.kept_id WHERE m.id = ANY ($1::uuid[])`,
  path: ({ pageId }) => `/volunteers/${pageId}`,
  isPerson: true,
})
@Entity({ schema: 'volunteers', name: 'merge' })
export class Merge {
  @Id({ seenBy }) id!: string;
  @Ref() keptId!: string;
  @Ref() mergedId!: string;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Email address of the merged record, if it had one. Messages sent to it still reach this volunteer.',
  })
  email!: string | null;
  @Ref({ nullable: true }) byAccountId!: string | null;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the person who merged them; null if the account was removed.',
  })
  by!: string | null;
  @Instant({ seenBy, description: 'When they were merged.' }) mergedAt!: Date;
  @Column('jsonb') moved!: MoveRecord;
  @Count() keptVersion!: number;
  @ComputedField(() => DateTimeScalar, {
    nullable: true,
    description: 'Deadline for undoing it; null if the profile was edited since or the deadline has passed.',
  })
  undoableUntil!: Date | null;
  @Instant({ nullable: true }) undoneAt!: Date | null;
  @Ref({ nullable: true }) undoneBy!: string | null;
}

export interface ChapterMembership {
  chapterId: string;
  helped: boolean;
  standing: Standing;
  activeAt: string;
  since: string;
}

export interface MoveRecord {
  parts: Partial<Record<MergePart, string[]>>;
  /** Previous values of the fields that were filled in from the merged record. */
  fields: Partial<Volunteer>;
  activeAt: string;
  knew: { kept: ChapterMembership[]; merged: ChapterMembership[] };
}

@ObjectType('VolunteerMergeMove', { description: 'Number of items of one kind that a merge would move.' })
export class MergeMove {
  @Field(() => MergePart, { description: 'Kind of item.' }) part!: MergePart;
  @Field(() => Int, { description: 'Number of items that move.' }) moves!: number;
  @Field(() => Int, { description: 'Number of items that stay, because the remaining record has the same ones.' })
  skipped!: number;
  @Field(() => Int, {
    description: 'Number of upcoming shifts at the same time in both records; if not 0, they cannot be merged.',
  })
  conflicts!: number;
}

@ObjectType('VolunteerMergePreview', {
  description: 'Preview of a merge of two records. Gifts, receipts, and accounts never move.',
})
export class MergePreview {
  @Field(() => VolunteerProfile, { description: 'The record to keep.' }) kept!: VolunteerProfile;
  @Field(() => VolunteerProfile, { description: 'The record to merge into it.' }) merged!: VolunteerProfile;
  @Field(() => [MergeMove], { description: 'Items that would move.' }) moves!: MergeMove[];
  @Field(() => [String], { description: 'Fields that would be filled in from the merged record.' }) fields!: string[];
}

@ObjectType('VolunteerDuplicate', { description: 'Two records that may belong to the same person.' })
export class Duplicate {
  @Field(() => ID) id!: string;
  @Field(() => DuplicateReason, { description: 'Reason they may belong to the same person.' }) reason!: DuplicateReason;
  @Field(() => VolunteerProfile, { description: 'Record that may duplicate `original`.' }) duplicate!: VolunteerProfile;
  @Field(() => VolunteerProfile, { description: 'The requested record, or the one created first.' })
  original!: VolunteerProfile;
}
