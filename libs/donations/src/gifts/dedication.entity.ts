import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { giftsOfDonor, finance } from '@upstander/accounting';
import {
  ComputedField,
  Choice,
  selectList,
  DateTimeScalar,
  Email,
  enumOf,
  type EnumOf,
  InputOf,
  Instant,
  LongText,
  PersonName,
  SeenBy,
  PersonalData,
  personal,
  deletedWithRow,
  splitColumns,
} from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

export const DedicationKind = enumOf('DedicationKind', 'Kind of dedication.', {
  honour: 'In honor of someone.',
  memory: 'In memory of someone.',
});
export type DedicationKind = EnumOf<typeof DedicationKind>;

const seenBy = 'owner';

@PersonalData({
  noun: 'dedications',
  of: { donor: `t.gift_id IN (${giftsOfDonor})`, 'honored person': 't.notify_email = $1' },
  erasure: 'row',
  kept: 'as long as the gift',
  seenBy: `${finance}; the honored person, by email`,
  columns: {
    honouree: personal.contact(deletedWithRow),
    notify_name: personal.contact(deletedWithRow),
    notify_email: personal.contact(deletedWithRow),
    message: personal.content(deletedWithRow),
  },
  also: { kind: 't.kind', created_at: 't.created_at' },
  codes: { kind: 'dedication' },
  others: splitColumns('kind'),
})
@Entity({ schema: 'fundraising', name: 'dedication' })
export class Dedication {
  @PrimaryColumn('uuid') giftId!: string;
  @Choice(DedicationKind, { seenBy }) kind!: DedicationKind;
  @PersonName({ seenBy, max: 120, column: 'honouree' }) honoree!: string;
  @PersonName({ seenBy, max: 120, nullable: true }) notifyName!: string | null;
  @Email({ seenBy, nullable: true }) notifyEmail!: string | null;
  @LongText({ seenBy, max: 500, default: '' }) message!: string;
  @Instant() createdAt!: Date;
}

@ObjectType('Dedication', { description: 'The dedication of a gift.' })
export class MyDedication extends SeenBy(Dedication, 'owner', ['notifyEmail', 'giftId', 'createdAt']) {
  @ComputedField(() => String, { nullable: true, description: 'Email address to notify, without the amount.' })
  notifyEmail!: string | null;
  @ComputedField(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the person is notified; until then, a new dedication replaces this one. Null if no one is notified.',
  })
  noticeAt?: Date | null;
}

export const dedicationOf = (giftId: string) => `(
    SELECT row_to_json(w) FROM (
      SELECT ${selectList(Dedication, 'w', 'owner')} FROM fundraising.dedication w WHERE w.gift_id = ${giftId}
    ) w
  )`;

@InputType({ description: "Dedication of a gift, by the donor's personal link." })
export class DedicateGiftInput extends InputOf(Dedication, {
  required: ['kind', 'honoree'],
  optional: ['notifyName', 'notifyEmail', 'message'],
}) {
  @Field(() => String) token!: string;
}
