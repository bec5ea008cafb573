import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, PageArgs } from '@upstander/platform';

@ObjectType({ description: 'The person a security event is about, or who caused it.' })
export class SecurityEventPerson {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('SecurityEvent', { description: 'An account event or denied attempt.' })
export class SecurityEventEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'Event code, for example `signed-in` or `sign-in-failed`; see docs/security/logging.md.',
  })
  kind!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened; for counted events, accurate to the minute.' })
  at!: Date;

  @Field(() => SecurityEventPerson, { nullable: true, description: 'The affected account; null if unknown.' })
  account!: SecurityEventPerson | null;

  @Field(() => SecurityEventPerson, {
    nullable: true,
    description: 'The person who did it; null if the account itself.',
  })
  by!: SecurityEventPerson | null;

  @Field(() => String, { nullable: true, description: 'A code for the operation, rate limit, or sign-in method.' })
  detail!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Pseudonym of the network, the same for repeated events. The network address is not stored.',
  })
  network!: string | null;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class SecurityEventConnection extends ConnectionOf(SecurityEventEntry, 'SecurityEvent') {}

@ArgsType()
export class SecurityEventsArgs extends PageArgs {
  @Field(() => [String], { nullable: true, description: 'Only these kinds.' })
  kinds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only events about or caused by this account.' })
  accountId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only events at or after this time.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only events before this time.' })
  until?: Date | null;
}
