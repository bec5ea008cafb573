import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  Answer,
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
} from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** That the law, or a quarrel before a court, wants something kept: nothing of it is erased or forgotten until it ends. */
@Entity({ schema: 'identity', name: 'legal_hold' })
export class LegalHold {
  @Id({ seenBy }) id!: string;
  @Email({ seenBy, nullable: true, description: 'Whose data it keeps.' }) email!: string | null;
  @Ref({ seenBy, nullable: true, description: 'What it keeps instead: the id of a thing that rows are about.' })
  subjectId!: string | null;
  @LongText({ seenBy, max: 500, required: true, description: 'Why, in a sentence: which law, which case.' })
  reason!: string;
  @LocalDate({ seenBy, description: 'The last day on which it holds.' }) endsOn!: string;
  @Ref() placedBy!: string;
  @Instant({ seenBy, description: 'When it was placed.' }) placedAt!: Date;
  @Ref({ nullable: true }) endedBy!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When somebody ended it before its day.' }) endedAt!: Date | null;
}

@ObjectType('LegalHold', { description: 'That something of a person may not be erased, by law.' })
export class ShownLegalHold extends SeenBy(LegalHold, 'staff') {
  @Answer(() => String, { description: 'Who placed it.' }) placedByName!: string;
  @Answer(() => String, { nullable: true, description: 'Who ended it.' }) endedByName!: string | null;
  @Answer(() => Boolean, { description: 'Whether it holds now.' }) isOn!: boolean;
  @Answer(() => Boolean, { description: 'Whether the actor may end it now: somebody else placed it.' })
  canEnd!: boolean;
}

@ObjectType()
export class LegalHoldConnection extends ConnectionOf(ShownLegalHold, 'LegalHold') {}

@InputType({ description: 'What is to be kept, and why. Either a person or a subject.' })
export class PlaceLegalHoldInput extends InputOf(LegalHold, { required: ['reason', 'endsOn'] }) {
  @Field(() => EmailAddressScalar, { nullable: true, description: 'The address of the person.' }) email?: string | null;
  @Field(() => ID, { nullable: true, description: 'The id of a thing that rows are about.' })
  subjectId?: string | null;
}
