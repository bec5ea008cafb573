import { ArgsType, Field } from '@nestjs/graphql';
import { TimeZoneScalar } from '@upstander/platform';

@ArgsType()
export class CreateChapterArgs {
  @Field(() => String)
  name!: string;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => String)
  city!: string;
}
