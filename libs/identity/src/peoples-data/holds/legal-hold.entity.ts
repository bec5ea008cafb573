import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  ComputedField,
  ConnectionOf,
  Email,
  EmailAddressScalar,
  Id,
  Instant,
  InputOf,
  LocalDate,
  LongText,
  Ref,
  SeenBy,
  PersonalData,
  personal,
  deletedWithRow,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { RecordName } from '../../record-names/record-name.js';

const seenBy = 'staff';

/** Prevents erasure of data that a law or lawsuit requires. */
@PersonalData({
  noun: 'legal holds',
  of: { anyone: 't.email = $1' },
  erasure: 'row',
  kept: 'until it ends, plus `DATA_REQUEST_KEPT_DAYS`; an erasure waits until then',
  forgotten: { erasureScope: 'row', after: 'DATA_REQUEST_KEPT_DAYS', since: 'coalesce(t.ended_at, t.ends_on)' },
  seenBy: 'finance',
  columns: {
    email: personal.contact(deletedWithRow),
    reason: personal.content(deletedWithRow, { withheld: 'it may be about someone else or a legal case' }),
  },
  also: { placed_at: 't.placed_at', ends_on: 't.ends_on' },
  others: splitColumns('ends_on'),
})
@RecordName('legalHold', {
  sql: `SELECT id, email::text AS name, (placed_at AT TIME ZONE 'UTC')::date::text AS day
    FROM identity.legal_hold WHERE id = ANY ($1::uuid[])`,
  path: () => '/peoples-data/holds',
})
@Entity({ schema: 'identity', name: 'legal_hold' })
export class LegalHold {
  @Id({ seenBy }) id!: string;
  @Email({ seenBy, nullable: true, description: 'Email address of the person whose data is retained.' }) email!:
    | string
    | null;
  @Ref({ seenBy, nullable: true, description: "ID of the object whose data is retained, instead of a person's." })
  subjectId!: string | null;
  @LongText({ seenBy, max: 500, required: true, description: 'Reason in one sentence: the law or the case.' })
  reason!: string;
  @LocalDate({ seenBy, description: 'Last day of the hold.' }) endsOn!: string;
  @Ref() placedBy!: string;
  @Instant({ seenBy, description: 'When it was placed.' }) placedAt!: Date;
  @Ref({ nullable: true }) endedBy!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When it was ended early; null otherwise.' }) endedAt!: Date | null;
}

@ObjectType('LegalHold', { description: 'A legal hold that prevents the erasure of personal data.' })
export class ShownLegalHold extends SeenBy(LegalHold, 'staff') {
  @ComputedField(() => String, { description: 'Name of the person who placed it.' }) placedByName!: string;
  @ComputedField(() => String, { nullable: true, description: 'Name of the person who ended it.' }) endedByName!:
    | string
    | null;
  @ComputedField(() => Boolean, { description: 'True if the hold is in effect.' }) isActive!: boolean;
  @ComputedField(() => Boolean, {
    description:
      'True if the caller can end it now. A hold must be ended by someone other than the person who placed it.',
  })
  canEnd!: boolean;
}

@ObjectType()
export class LegalHoldConnection extends ConnectionOf(ShownLegalHold, 'LegalHold') {}

@InputType({ description: 'The person or object to place a legal hold on, and the reason.' })
export class PlaceLegalHoldInput extends InputOf(LegalHold, { required: ['reason', 'endsOn'] }) {
  @Field(() => EmailAddressScalar, { nullable: true, description: 'Email address of the person.' }) email?:
    | string
    | null;
  @Field(() => ID, { nullable: true, description: 'ID of the object.' })
  subjectId?: string | null;
}
