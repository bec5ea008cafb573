import { Field, ObjectType } from '@nestjs/graphql';
import { Answer, DateTimeScalar, SeenBy } from '@upstander/platform';
import { Ask } from './ask.entity.js';
import { SchoolAskStatus } from './ask-status.js';

@ObjectType({ description: 'When an ask came somewhere.' })
export class MySchoolAskStep {
  @Field(() => SchoolAskStatus, { description: 'Where it came.' }) status!: SchoolAskStatus;
  @Field(() => DateTimeScalar) at!: Date;
}

@ObjectType({ description: 'An ask, as whoever began it sees it by their personal link.' })
export class MySchoolAsk extends SeenBy(Ask, 'owner') {
  @Answer(() => String, { nullable: true, description: 'The chapter that looks after it.' }) chapterName!:
    string | null;
  @Answer(() => Boolean, { description: 'Whether the letter can be changed: it was not sent yet.' }) mayEdit!: boolean;
  @Answer(() => [MySchoolAskStep], { description: 'Where it came so far, the latest first.' })
  steps!: MySchoolAskStep[];
}
