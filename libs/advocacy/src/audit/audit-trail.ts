import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({
  description: "An entry of the sealed zone's audit trail: who did what, and when, but never the contents.",
})
export class AuditEntry {
  @Field(() => String, { description: 'Sequence number, without gaps.' }) seq!: string;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => ID, { nullable: true, description: 'ID of the account; null for a person with a code and for a job.' })
  actorId!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the account holder; null without an `actorId`.' })
  actorName!: string | null;
  @Field(() => String, { description: 'Kind of actor: "advocate", "person", "business", "auditor", or "system".' })
  actorKind!: string;
  @Field(() => String) action!: string;
  @Field(() => String) recordKind!: string;
  @Field(() => ID) recordId!: string;
  @Field(() => String, { nullable: true, description: 'Reason for the access, given by advocates only.' }) reason!:
    | string
    | null;
  @Field(() => Boolean) hasReason!: boolean;
}

@ObjectType()
export class AuditEntryConnection extends ConnectionOf(AuditEntry, 'AuditEntry') {}

@ObjectType({ description: 'Integrity of the audit trail: whether every row is present and unchanged.' })
export class AuditChainState {
  @Field(() => Boolean) ok!: boolean;
  @Field(() => String, { nullable: true, description: 'Number of the first invalid row; null if all are valid.' })
  firstInvalidRow!: string | null;
  @Field(() => Int) rows!: number;
  @Field(() => DateTimeScalar) checkedAt!: Date;
}

@InputType({ description: 'Filter for the audit trail. Omitted fields do not filter.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true }) actorId?: string | null;
  @Field(() => ID, { nullable: true }) recordId?: string | null;
  @Field(() => String, { nullable: true, description: 'A verb, for example "read".' }) action?: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) from?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only entries before this time.' }) to?: Date | null;
}
