import { ArgsType, Field, Int } from '@nestjs/graphql';

/** Arguments of every list: how many rows, and the cursor to start after. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
