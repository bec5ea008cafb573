import { Field, ObjectType } from '@nestjs/graphql';
import { ComputedField, DateTimeScalar, SeenBy } from '@upstander/platform';
import { Ask } from './ask.entity.js';
import { SchoolAskStatus } from './ask-status.js';

@ObjectType({ description: 'A status a school request reached, and when.' })
export class MySchoolAskStep {
  @Field(() => SchoolAskStatus, { description: 'The status reached.' }) status!: SchoolAskStatus;
  @Field(() => DateTimeScalar) at!: Date;
}

@ObjectType({ description: 'A school request, as shown to the requester by personal link.' })
export class MySchoolAsk extends SeenBy(Ask, 'owner') {
  @ComputedField(() => String, { nullable: true, description: 'Name of the responsible chapter.' }) chapterName!:
    | string
    | null;
  @ComputedField(() => Boolean, { description: 'True if the letter was not sent yet and can be edited.' })
  mayEdit!: boolean;
  @ComputedField(() => [MySchoolAskStep], { description: 'Statuses reached so far, newest first.' })
  steps!: MySchoolAskStep[];
}
