import { Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  Answer,
  Choice,
  columnsOf,
  DateTimeScalar,
  Email,
  enumOf,
  type EnumOf,
  InputOf,
  Instant,
  LongText,
  PersonName,
  SeenBy,
} from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

export const DedicationKind = enumOf('DedicationKind', 'In honour or in memory of somebody.', {
  honour: 'In honour of somebody.',
  memory: 'In memory of somebody.',
});
export type DedicationKind = EnumOf<typeof DedicationKind>;

const seenBy = 'owner';

/** In whose honour or memory a gift is. */
@Entity({ schema: 'fundraising', name: 'dedication' })
export class Dedication {
  @PrimaryColumn('uuid') giftId!: string;
  @Choice(DedicationKind, { seenBy }) kind!: DedicationKind;
  @PersonName({ seenBy, max: 120 }) honouree!: string;
  @PersonName({ seenBy, max: 120, nullable: true }) notifyName!: string | null;
  @Email({ seenBy, nullable: true }) notifyEmail!: string | null;
  @LongText({ seenBy, max: 500, default: '' }) message!: string;
  @Instant() createdAt!: Date;
}

@ObjectType('Dedication', { description: 'Whom a gift honours or remembers.' })
export class MyDedication extends SeenBy(Dedication, 'owner', ['notifyEmail', 'giftId', 'createdAt']) {
  @Answer(() => String, { nullable: true, description: 'Who is told of it, without an amount.' })
  notifyEmail!: string | null;
  @Answer(() => DateTimeScalar, {
    nullable: true,
    description: 'When they are notified; until then a new dedication replaces this one. Null if no one is notified.',
  })
  noticeAt?: Date | null;
}

/** The dedication of a gift as JSON, or null, for a select list. */
export const dedicationOf = (giftId: string) => `(
    SELECT row_to_json(w) FROM (
      SELECT ${columnsOf(Dedication, 'w', 'owner')} FROM fundraising.dedication w WHERE w.gift_id = ${giftId}
    ) w
  )`;

@InputType({ description: 'Whom a gift honours or remembers, by the link of the donor.' })
export class DedicateGiftInput extends InputOf(Dedication, {
  required: ['kind', 'honouree'],
  optional: ['notifyName', 'notifyEmail', 'message'],
}) {
  @Field(() => String) token!: string;
}
