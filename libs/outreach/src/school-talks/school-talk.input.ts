import { Field, ID, InputType } from '@nestjs/graphql';
import { solutionText } from '@upstander/identity';
import { InputOf } from '@upstander/platform';
import { SchoolTalk, SchoolTalkStatus } from './school-talk.entity.js';

@InputType({ description: 'A request for a talk at a school.' })
export class RequestSchoolTalkInput extends InputOf(SchoolTalk, {
  required: ['name', 'role', 'email', 'grades', 'students', 'format', 'talkLanguage', 'language'],
  optional: ['entryId', 'school', 'city', 'postcode', 'chapterId', 'phone', 'preferredDates', 'message'],
}) {
  @Field(() => String, { description: 'Value of `siteMessageForm` from when the form was displayed.' }) form!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Must stay empty. People cannot see this field; programs that fill in every field do.',
  })
  website?: string | null;
  @Field(() => String, { nullable: true, description: solutionText }) solution?: string | null;
}

@InputType({ description: 'Filter for requests for school talks.' })
export class SchoolTalkFilter {
  @Field(() => SchoolTalkStatus, { nullable: true, description: 'Only requests with this status.' })
  status?: SchoolTalkStatus | null;
  @Field(() => ID, { nullable: true, description: 'Only requests to this chapter.' }) chapterId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Part of the school, its city, or the requester’s name or email.',
  })
  search?: string | null;
}
