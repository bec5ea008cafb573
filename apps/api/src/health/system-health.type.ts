import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf } from '@upstander/platform';

export const HealthArea = enumOf('HealthArea', 'What a check of the health is about.', {
  programs: 'The programs, and the queue of their jobs.',
  mail: 'Outgoing mail.',
  money: 'Stripe and the ledger.',
  people: 'Whoever waits for us: volunteers, people who asked for help.',
});
export const HealthState = enumOf('HealthState', 'How something stands.', {
  fine: 'In order.',
  warning: 'Somebody should look when they find the time.',
  bad: 'Somebody has to look now.',
  unknown: 'It could not be measured, or there is nothing to measure yet.',
});

@ObjectType('HealthCheck', { description: 'One thing that is in order, or is not.' })
export class HealthCheckResult {
  @Field(() => ID, { description: 'What is checked, such as `mail-leaves`.' })
  name!: string;

  @Field(() => HealthArea, { description: 'What it is about.' })
  area!: string;

  @Field(() => HealthState, { description: 'How it stands.' })
  state!: string;

  @Field(() => Float, { nullable: true, description: 'What was measured: seconds, or how many; null for nothing.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Which one is the worst, such as the name of a job.' })
  of!: string | null;
}

@ObjectType({ description: 'A job of the worker, and how it went the last times.' })
export class JobHealth {
  @Field(() => ID, { description: 'The name of the job.' })
  name!: string;

  @Field(() => HealthState, { description: 'How it stands.' })
  state!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done last; null where it never was.' })
  doneAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How long it took then.' })
  milliseconds!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it failed last; null where it never did.' })
  failedAt!: Date | null;

  @Field(() => Int, { description: 'How often in a row it has failed.' })
  failures!: number;

  @Field(() => String, { nullable: true, description: 'What kind of failure: a code, never a message.' })
  fault!: string | null;

  @Field(() => String, { nullable: true, description: 'Under which the stack stands in the log of the worker.' })
  faultId!: string | null;

  @Field(() => Int, { description: 'Every how many seconds it runs by its own schedule.' })
  everySeconds!: number;

  @Field(() => Int, { description: 'How many of it wait in the queue.' })
  waiting!: number;
}

@ObjectType({ description: 'How the installation is doing. Finance sees what is about money.' })
export class SystemHealth {
  @Field(() => String, { description: 'The release that answers.' })
  version!: string;

  @Field(() => DateTimeScalar, { description: 'When it was looked at.' })
  at!: Date;

  @Field(() => [HealthCheckResult], { description: 'The worst first.' })
  checks!: HealthCheckResult[];

  @Field(() => [JobHealth], { description: 'Every job by its name; none for those who look after money alone.' })
  jobs!: JobHealth[];
}
