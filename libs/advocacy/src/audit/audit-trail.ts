import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'Who read or did what in the sealed zone, and when: never what was read.' })
export class AuditEntry {
  @Field(() => String, { description: 'Its number; the trail has no gaps.' }) seq!: string;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => ID, { nullable: true, description: 'Null for a person with a code, and for a job.' })
  actorId!: string | null;
  @Field(() => String, { nullable: true, description: 'Null where there is no actorId.' })
  actorName!: string | null;
  @Field(() => String, { description: '"advocate", "person", "business", "auditor" or "system".' }) actorKind!: string;
  @Field(() => String) action!: string;
  @Field(() => String) recordKind!: string;
  @Field(() => ID) recordId!: string;
  @Field(() => String, { nullable: true, description: 'For advocates only.' }) reason!: string | null;
  @Field(() => Boolean) reasonGiven!: boolean;
}

@ObjectType()
export class AuditEntryConnection extends ConnectionOf(AuditEntry, 'AuditEntry') {}

@ObjectType({ description: 'Whether every row of the trail is as it was written, and none is missing.' })
export class AuditChainState {
  @Field(() => Boolean) ok!: boolean;
  @Field(() => String, { nullable: true, description: 'The number of the first row that does not hold.' })
  firstBroken!: string | null;
  @Field(() => Int) rows!: number;
  @Field(() => DateTimeScalar) checkedAt!: Date;
}

@InputType({ description: 'Which rows of the access log; what is left out does not narrow.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true }) actorId?: string | null;
  @Field(() => ID, { nullable: true }) recordId?: string | null;
  @Field(() => String, { nullable: true, description: 'A verb, such as "read".' }) action?: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) from?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this moment.' }) to?: Date | null;
}
