import { ObjectType } from '@nestjs/graphql';
import {
  Choice,
  deletedWithRow,
  Email,
  enumOf,
  type EnumOf,
  Instant,
  personal,
  PersonalData,
  SeenBy,
  splitColumns,
  Text,
} from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

export const DeliveryProblemKind = enumOf('DeliveryProblemKind', 'Why nothing is sent to an address.', {
  bounced: 'The address does not exist or no longer accepts anything.',
  complained: 'The recipient marked a notification as spam.',
});
export type DeliveryProblemKind = EnumOf<typeof DeliveryProblemKind>;

const seenBy = 'staff';

@PersonalData({
  noun: 'delivery problems',
  of: { anyone: 't.recipient = $1' },
  erasure: 'row',
  kept: 'until someone tries the address again, or the person erases it',
  seenBy: 'organizers, with the person',
  columns: { recipient: personal.contact(deletedWithRow), reason: personal.trace(deletedWithRow) },
  also: { kind: 't.kind', since: 't.since' },
  codes: { kind: 'deliveryProblemKind' },
  others: splitColumns('kind'),
})
@Entity({ schema: 'notifications', name: 'delivery_problem' })
export class DeliveryProblem {
  @Email() @PrimaryColumn('citext') recipient!: string;
  @Choice(DeliveryProblemKind, { seenBy }) kind!: DeliveryProblemKind;
  @Text({ seenBy, max: 500, description: 'Message of the mail server.' }) reason!: string;
  @Instant({ seenBy, precision: 3, description: 'Time of the report.' }) since!: Date;
}

@ObjectType('DeliveryProblem', { description: 'Why nothing is sent to an address.' })
export class ShownDeliveryProblem extends SeenBy(DeliveryProblem, 'staff') {}
