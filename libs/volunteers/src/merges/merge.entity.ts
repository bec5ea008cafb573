import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Answer, Count, DateTimeScalar, enumOf, type EnumOf, Id, Instant, Ref } from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import type { Volunteer } from '../profile/volunteer.entity.js';
import type { Standing } from '../standings/standing.js';
import { VolunteerProfile } from '../directory/managed-volunteer.js';

export const MergePart = enumOf('VolunteerMergePart', 'What a merge moves from one record to the other.', {
  signups: 'Sign-ups, with their attendance.',
  notes: 'Notes of staff.',
  messages: 'Messages of staff.',
  tags: 'Tags.',
  hours: 'Hours they gave.',
  credentials: 'Credentials, with what was signed.',
  courses: 'Courses they finished, with their certificates.',
  'emergency-contact': 'Whom to call, where the record that is kept names nobody.',
});
export type MergePart = EnumOf<typeof MergePart>;

export const DuplicateReason = enumOf('VolunteerDuplicateReason', 'Why two records may be of one person.', {
  phone: 'They have the same phone number.',
  name: 'They have the same name, and a chapter knows both.',
});
export type DuplicateReason = EnumOf<typeof DuplicateReason>;

const seenBy = 'anyone';

/** That a record turned out to be somebody else's second one. */
@ObjectType('VolunteerMerge', { description: 'A record that was merged into this one.' })
@Entity({ schema: 'volunteers', name: 'merge' })
export class Merge {
  @Id({ seenBy }) id!: string;
  @Ref() keptId!: string;
  @Ref() mergedId!: string;
  @Answer(() => String, { description: 'The address of the record that was merged: mail to it still arrives here.' })
  email!: string;
  @Ref({ nullable: true }) byAccountId!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who merged them; null for an account that is gone.' })
  by!: string | null;
  @Instant({ seenBy, description: 'When they became one.' }) mergedAt!: Date;
  @Column('jsonb') moved!: Moved;
  @Count() keptVersion!: number;
  @Answer(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it can be undone; null once somebody has changed the profile since, or the time is over.',
  })
  undoableUntil!: Date | null;
  @Instant({ nullable: true }) undoneAt!: Date | null;
  @Ref({ nullable: true }) undoneBy!: string | null;
}

export interface KnownBy {
  chapterId: string;
  helped: boolean;
  standing: Standing;
  activeAt: string;
  since: string;
}

/** What undoing a merge needs. */
export interface Moved {
  parts: Partial<Record<MergePart, string[]>>;
  /** What the record that is kept had in the fields that were filled from the other. */
  fields: Partial<Volunteer>;
  activeAt: string;
  knew: { kept: KnownBy[]; merged: KnownBy[] };
}

@ObjectType('VolunteerMergeMove', { description: 'How much of one kind a merge would move.' })
export class MergeMove {
  @Field(() => MergePart, { description: 'Which kind.' }) part!: MergePart;
  @Field(() => Int, { description: 'How many move.' }) moves!: number;
  @Field(() => Int, { description: 'How many stay where they are, since the record that is kept has the same.' })
  stays!: number;
  @Field(() => Int, { description: 'How many shifts ahead both are on at the same time: then nothing can be merged.' })
  clashes!: number;
}

@ObjectType('VolunteerMergePreview', {
  description: 'What would happen if one record were merged into another. Gifts, receipts and accounts never move.',
})
export class MergePreview {
  @Field(() => VolunteerProfile, { description: 'The record that stays.' }) kept!: VolunteerProfile;
  @Field(() => VolunteerProfile, { description: 'The record that goes.' }) merged!: VolunteerProfile;
  @Field(() => [MergeMove], { description: 'What moves.' }) moves!: MergeMove[];
  @Field(() => [String], { description: 'The fields that are filled from the record that goes.' }) fields!: string[];
}

@ObjectType('VolunteerDuplicate', { description: 'Two records that may be of one person.' })
export class Duplicate {
  @Field(() => ID) id!: string;
  @Field(() => DuplicateReason, { description: 'Why they may be of one person.' }) reason!: DuplicateReason;
  @Field(() => VolunteerProfile, { description: 'One of them.' }) one!: VolunteerProfile;
  @Field(() => VolunteerProfile, { description: 'The other, which was known first.' }) other!: VolunteerProfile;
}
