import { Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  Answer,
  Bytes,
  Choice,
  Code,
  ConnectionOf,
  Email,
  EmailAddressScalar,
  Flag,
  Id,
  Instant,
  LocalDate,
  Ref,
  SeenBy,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Locale, type LocaleName } from '../../accounts/locale.js';
import {
  DataRequestKind,
  DataRequestStatus,
  type DataRequestKindName,
  type DataRequestStatusName,
} from './data-request-status.js';

const seenBy = 'staff';

/** That somebody wants to take along, or have erased, what is kept of them. */
@Entity({ schema: 'identity', name: 'data_request' })
export class DataRequest {
  @Id({ seenBy }) id!: string;
  @Choice(DataRequestKind, { seenBy }) kind!: DataRequestKindName;
  @Status(DataRequestStatus, { seenBy }) status!: DataRequestStatusName;
  @Email({ seenBy, nullable: true, description: 'Whose data it is; null once it is erased.' }) email!: string | null;
  @Choice(Locale) locale!: LocaleName;
  @Flag({ seenBy, default: false, description: 'Whether a second person of staff has to agree: they paid something.' })
  twoPeople!: boolean;
  @Ref({ nullable: true }) askedBy!: string | null;
  @Flag({ seenBy, default: false, description: 'Whether whoever runs the server opened it, from there.' })
  byOperator!: boolean;
  @Ref({ nullable: true }) approvedBy!: string | null;
  @Instant({ seenBy }) requestedAt!: Date;
  @LocalDate({ seenBy, description: 'The day until which it has to be answered.' }) dueOn!: string;
  @Instant({ nullable: true }) approvedAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'When it was carried out or taken back.' }) endedAt!: Date | null;
  @Ref({ nullable: true }) endedBy!: string | null;
  /** Email to send: a legal hold delays the request, it is done, or it was withdrawn. */
  @Code({ nullable: true }) told!: 'held' | 'done' | 'withdrawn' | null;
  @Instant({ nullable: true, column: 'told_at' }) notifiedAt!: Date | null;
  @Code({
    seenBy,
    nullable: true,
    description: 'Code of the refusal that keeps the erasure from being carried out; null if nothing does.',
  })
  refusedCode!: string | null;
  @Ref({ nullable: true }) withdrawalAskedBy!: string | null;
  @Instant({ nullable: true }) withdrawalAskedAt!: Date | null;
  /** What is left of the address for a day after an erasure, with a salt. */
  @Bytes({ nullable: true }) addressHash!: Buffer | null;
}

@ObjectType('DataRequest', { description: 'That somebody wants to take along, or have erased, what is kept of them.' })
export class ShownDataRequest extends SeenBy(DataRequest, 'staff') {
  @Answer(() => String, {
    nullable: true,
    description: 'Who of staff opened it; null where the person did, or whoever runs the server.',
  })
  askedByName!: string | null;
  @Answer(() => String, { nullable: true, description: 'Who of staff agreed.' }) approvedByName!: string | null;
  @Answer(() => Boolean, { description: 'Whether a legal hold keeps it from being carried out.' }) isHeld!: boolean;
  @Answer(() => Boolean, { description: 'Whether the actor may agree to it now.' }) canApprove!: boolean;
  @Answer(() => String, {
    nullable: true,
    description: 'Staff member who proposed to withdraw it. A second person has to confirm.',
  })
  withdrawalAskedByName!: string | null;
  @Answer(() => Boolean, {
    description: 'True if the actor may propose or confirm its withdrawal. False if the person made the request.',
  })
  canWithdraw!: boolean;
}

@ObjectType()
export class DataRequestConnection extends ConnectionOf(ShownDataRequest, 'DataRequest') {}

@InputType({ description: 'A request that somebody made to staff, on paper or by telephone.' })
export class OpenDataRequestInput {
  @Field(() => DataRequestKind, { description: 'What they ask for.' }) kind!: DataRequestKindName;
  @Field(() => EmailAddressScalar, { description: 'Their address.' }) email!: string;
  @Field(() => Locale, { nullable: true, description: 'The language of the mails about it; English unless said.' })
  locale?: LocaleName | null;
}

@InputType({ description: 'Which requests; what is left out does not narrow.' })
export class DataRequestFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that wait, or only those that are over.' })
  open?: boolean | null;
  @Field(() => DataRequestKind, { nullable: true, description: 'Only those for this.' })
  kind?: DataRequestKindName | null;
}
