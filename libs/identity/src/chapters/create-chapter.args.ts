import { ArgsType } from '@nestjs/graphql';
import { ArgsOf } from '@upstander/platform';
import { Chapter } from './chapter.entity.js';

@ArgsType()
export class CreateChapterArgs extends ArgsOf(Chapter, {
  required: ['name', 'timeZone', 'city'],
  optional: ['meetingPlace', 'postcode', 'contactEmail'],
}) {}
