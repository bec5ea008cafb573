import { Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  ComputedField,
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
  PersonalData,
  personal,
  replaceWith,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Locale, type LocaleName } from '../../languages/locale.js';
import {
  DataRequestKind,
  DataRequestStatus,
  type DataRequestKindName,
  type DataRequestStatusName,
} from './data-request-status.js';
import { RecordName } from '../../record-names/record-name.js';

const seenBy = 'staff';

@PersonalData({
  noun: 'requests about my data',
  of: { anyone: 't.email = $1' },
  erasure: 'columns',
  kept: '`DATA_REQUEST_KEPT_DAYS` after it was completed, without the address if it was an erasure',
  forgotten: { erasureScope: 'row', after: 'DATA_REQUEST_KEPT_DAYS', since: 't.ended_at' },
  seenBy: 'finance',
  columns: {
    email: personal.contact(
      replaceWith(
        `CASE WHEN t.status IN ('open', 'approved') THEN t.email END`,
        'emptied when the last mail is written',
      ),
    ),
    address_hash: personal.trace(retain('kept for a day, salted, to stop emails already on their way to the address'), {
      withheld: 'a hash',
    }),
  },
  also: { kind: 't.kind', status: 't.status', requested_at: 't.requested_at', ended_at: 't.ended_at' },
  codes: { kind: 'dataRequestKind', status: 'dataRequestStatus' },
  others: splitColumns('kind status locale due_on told refused_code'),
})
@RecordName('dataRequest', {
  sql: `SELECT id, email::text AS name, (requested_at AT TIME ZONE 'UTC')::date::text AS day
    FROM identity.data_request WHERE id = ANY ($1::uuid[])`,
  path: () => '/peoples-data',
})
@Entity({ schema: 'identity', name: 'data_request' })
export class DataRequest {
  @Id({ seenBy }) id!: string;
  @Choice(DataRequestKind, { seenBy }) kind!: DataRequestKindName;
  @Status(DataRequestStatus, { seenBy }) status!: DataRequestStatusName;
  @Email({ seenBy, nullable: true, description: 'Email address of the person; null once erased.' }) email!:
    | string
    | null;
  @Choice(Locale) locale!: LocaleName;
  @Flag({
    seenBy,
    default: false,
    description: 'True if a second staff member must approve, because the person made payments.',
    column: 'two_people',
  })
  needsSecondApproval!: boolean;
  @Ref({ nullable: true }) askedBy!: string | null;
  @Flag({ seenBy, default: false, description: 'True if opened by the operator on the server.' })
  byOperator!: boolean;
  @Ref({ nullable: true }) approvedBy!: string | null;
  @Instant({ seenBy }) requestedAt!: Date;
  @LocalDate({ seenBy, description: 'Deadline for responding.' }) dueOn!: string;
  @Instant({ nullable: true }) approvedAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'When it was completed or withdrawn; null while open.' })
  endedAt!: Date | null;
  @Ref({ nullable: true }) endedBy!: string | null;
  /** Email to send: a legal hold delays the request, it is done, or it was withdrawn. */
  @Code({ nullable: true }) told!: 'held' | 'done' | 'withdrawn' | null;
  @Instant({ nullable: true, column: 'told_at' }) notifiedAt!: Date | null;
  @Code({
    seenBy,
    nullable: true,
    description: 'Code of the error that prevents the erasure; null if none.',
  })
  refusedCode!: string | null;
  @Ref({ nullable: true }) withdrawalAskedBy!: string | null;
  @Instant({ nullable: true }) withdrawalAskedAt!: Date | null;
  /** Salted hash of the email address, kept for one day after an erasure. */
  @Bytes({ nullable: true }) addressHash!: Buffer | null;
}

@ObjectType('DataRequest', { description: 'A request to export or erase personal data.' })
export class ShownDataRequest extends SeenBy(DataRequest, 'staff') {
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the staff member who opened it; null if opened by the person or the operator.',
  })
  askedByName!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the staff member who approved it.' })
  approvedByName!: string | null;
  @ComputedField(() => Boolean, { description: 'True if a legal hold prevents it.' }) isOnLegalHold!: boolean;
  @ComputedField(() => Boolean, { description: 'True if the caller can approve it now.' }) canApprove!: boolean;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the staff member who proposed to withdraw it. A second person must confirm.',
  })
  withdrawalRequestedByName!: string | null;
  @ComputedField(() => Boolean, {
    description: 'True if the caller can propose or confirm its withdrawal. False if the person made the request.',
  })
  canWithdraw!: boolean;
}

@ObjectType()
export class DataRequestConnection extends ConnectionOf(ShownDataRequest, 'DataRequest') {}

@InputType({ description: 'A personal data request received on paper or by phone.' })
export class OpenDataRequestInput {
  @Field(() => DataRequestKind, { description: 'Kind of request.' }) kind!: DataRequestKindName;
  @Field(() => EmailAddressScalar, { description: 'Email address of the person.' }) email!: string;
  @Field(() => Locale, { nullable: true, description: 'Language of emails about the request; defaults to English.' })
  locale?: LocaleName | null;
}

@InputType({ description: 'Filter for requests. Omitted fields do not filter.' })
export class DataRequestFilter {
  @Field(() => Boolean, { nullable: true, description: 'True for open requests, false for closed ones.' })
  open?: boolean | null;
  @Field(() => DataRequestKind, { nullable: true, description: 'Only requests of this kind.' })
  kind?: DataRequestKindName | null;
}
