import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf } from '@upstander/platform';

export const HealthArea = enumOf('HealthArea', 'Area of a health check.', {
  programs: 'The programs and their job queue.',
  mail: 'Outgoing email.',
  money: 'Stripe and the ledger.',
  people: 'People waiting on staff: volunteers and people who asked for help.',
});
export const HealthState = enumOf('HealthState', 'Result of a health check.', {
  fine: 'No action needed.',
  warning: 'Needs attention when time permits.',
  bad: 'Needs attention now.',
  unknown: 'Could not be measured, or no data yet.',
});

@ObjectType('HealthCheck', { description: 'Result of one health check.' })
export class HealthCheckResult {
  @Field(() => ID, { description: 'Name of the check, for example `mail-leaves`.' })
  name!: string;

  @Field(() => HealthArea, { description: 'Area of the check.' })
  area!: string;

  @Field(() => HealthState, { description: 'Result of the check.' })
  state!: string;

  @Field(() => Float, { nullable: true, description: 'Measured value in seconds, or a count; null if there is none.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the worst item, for example a job.' })
  worstItem!: string | null;
}

@ObjectType({ description: 'A worker job and its recent runs.' })
export class JobHealth {
  @Field(() => ID, { description: 'Name of the job.' })
  name!: string;

  @Field(() => HealthState, { description: 'Result of its latest runs.' })
  state!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last completed; null if never.' })
  doneAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Duration of that run in milliseconds.' })
  milliseconds!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last failed; null if never.' })
  failedAt!: Date | null;

  @Field(() => Int, { description: 'Number of consecutive failures.' })
  failures!: number;

  @Field(() => String, { nullable: true, description: 'Kind of failure, as a code without a message.' })
  fault!: string | null;

  @Field(() => String, { nullable: true, description: 'ID of the stack trace in the worker log.' })
  faultId!: string | null;

  @Field(() => Int, { description: 'Interval in seconds, if it runs on a schedule.' })
  intervalSeconds!: number;

  @Field(() => Int, { description: 'Number of its runs waiting in the queue.' })
  waiting!: number;
}

@ObjectType({ description: 'Health of the installation. Finance sees only the money-related parts.' })
export class SystemHealth {
  @Field(() => String, { description: 'Version of the running release.' })
  version!: string;

  @Field(() => DateTimeScalar, { description: 'When this was retrieved.' })
  at!: Date;

  @Field(() => [HealthCheckResult], { description: 'Checks, worst first.' })
  checks!: HealthCheckResult[];

  @Field(() => [JobHealth], { description: 'All jobs, by name; empty for users who only manage money.' })
  jobs!: JobHealth[];
}
